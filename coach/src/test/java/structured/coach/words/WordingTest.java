package structured.coach.words;

import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("what the coach says")
class WordingTest {

    private static final Path RESOURCES = Path.of("src/main/resources/structured/coach");
    private static final Path SOURCES = Path.of("src/main/java/structured/coach");
    private static final Pattern USED = Pattern.compile("\\bSAY\\s*\\.(of|count)\\(\\s*\"([^\"]+)\"");
    private static final Pattern ARGUMENT = Pattern.compile("%(\\d+\\$)?[-,0-9.]*[a-zA-Z]");
    private static final Language FIRST = Language.all().getFirst();
    private static final List<Language> OTHERS = Language.all().stream().skip(1).toList();

    /** The packages that say something, by their folders. */
    private static List<Path> packages() throws IOException {
        try (var files = Files.walk(RESOURCES)) {
            return files.filter(file -> file.endsWith("wording.properties")).map(Path::getParent).toList();
        }
    }

    private static Map<String, String> wording(Path folder, Language language) throws IOException {
        var keys = new Properties();
        keys.load(new StringReader(Files.readString(folder.resolve(language.nameOf("wording.properties")))));
        var wording = new TreeMap<String, String>();
        keys.stringPropertyNames().forEach(key -> wording.put(key, keys.getProperty(key)));
        return wording;
    }

    private static String sources(Path folder) throws IOException {
        var all = new StringBuilder();
        try (var files = Files.list(SOURCES.resolve(RESOURCES.relativize(folder).toString()))) {
            for (var file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }

    @Test
    @DisplayName("is said in every language: no sentence is missing in one, and none has been left behind there")
    void inEveryLanguage() throws Exception {
        for (var folder : packages()) {
            for (var other : OTHERS) {
                assertThat(wording(folder, other).keySet()).as("%s in %s", folder, other.tag()).isEqualTo(wording(folder, FIRST).keySet());
            }
        }
    }

    @Test
    @DisplayName("has the same arguments in every language, and each by its number")
    void arguments() throws Exception {
        for (var folder : packages()) {
            for (var language : Language.all()) {
                var there = wording(folder, language);
                wording(folder, FIRST).forEach((key, text) ->
                        assertThat(arguments(there.getOrDefault(key, text))).as("%s of %s in %s", key, folder, language.tag()).isEqualTo(arguments(text)));
            }
        }
    }

    private static TreeSet<String> arguments(String format) {
        var arguments = new TreeSet<String>();
        ARGUMENT.matcher(format.replace("%%", "")).results().map(MatchResult::group).filter(not("%n"::equals)).forEach(arguments::add);
        assertThat(arguments).as(format).allMatch(argument -> argument.contains("$"));
        return arguments;
    }

    @Test
    @DisplayName("stands in the bundle, and what stands in the bundle is said")
    void used() throws Exception {
        for (var folder : packages()) {
            var sources = sources(folder);
            var used = new TreeSet<String>();
            USED.matcher(sources).results().forEach(use -> {
                for (var form : use.group(1).equals("count") ? List.of(".one", ".other") : List.of("")) {
                    used.add(use.group(2) + form);
                }
            });
            assertThat(wording(folder, FIRST).keySet()).as("what %s has", folder).containsAll(used);
            // Some keys are chosen before they are used.
            assertThat(wording(folder, FIRST).keySet()).as("what classes of %s say", folder)
                    .allMatch(key -> used.contains(key) || sources.contains("\"" + key.replaceFirst("\\.(?:one|other)$", "") + "\"") || sources.contains("\"" + key + "\""));
        }
    }

    @Test
    @DisplayName("is a flaw of the coach where nobody wrote it")
    void unknown() {
        assertThatThrownBy(() -> Wording.of(WordingTest.class).of("no-such-key")).hasMessageContaining("no-such-key").hasMessageContaining("structured.coach.words");
    }

    @Test
    @DisplayName("writes numbers as the language does, and so that a point is no comma")
    void numbers() {
        var wording = Wording.of(structured.coach.watch.WatchCommand.class);
        assertThat(wording.in(FIRST, "which.run", 1, "12:00:00", 1.25)).endsWith("1.3 s");
        assertThat(wording.in(Language.called("pt-BR").orElseThrow(), "which.run", 1, "12:00:00", 1.25)).endsWith("1,3 s");
    }

    @Test
    @DisplayName("has a form for one and one for more, the number among its arguments; and letters beyond ASCII")
    void counted() throws Exception {
        var folder = new ArrayList<>(packages());
        assertThat(folder).isNotEmpty();
        var text = wording(RESOURCES.resolve("words"), OTHERS.getFirst());
        assertThat(text.get("language.unknown")).contains("Não há");
    }
}
