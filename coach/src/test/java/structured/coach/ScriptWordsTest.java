package structured.coach;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import structured.coach.words.Language;

/** The launcher speaks before there is any Java, so its sentences in other languages are in files that a shell reads. */
@DisplayName("What the launcher says")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "paths have two forms there, and the launcher's is not Java's")
class ScriptWordsTest extends InAShell {

    private static final String WORDS = "coach/src/main/resources/structured/coach/words/";

    /** A sentence, or the values that two rows share: whatever stands as a word of its own behind one of these. */
    private static final Pattern SAID = Pattern.compile("\\b(?:tell|fail|agree|give_up|no_letters=|no_colon=) ?(?:\"((?:[^\"\\\\$]|\\\\n)+)\"|'([^']+)')");
    private static final Pattern VALUE = Pattern.compile("%[1-9]");

    @BeforeEach
    void copy() throws IOException {
        launcher = Files.copy(TutorialCopy.ORIGINAL.resolve("workshop"), folder.toRealPath().resolve("workshop"));
        var words = Files.createDirectories(folder.resolve(WORDS));
        try (var files = Files.list(TutorialCopy.ORIGINAL.resolve(WORDS))) {
            for (var file : files.toList()) {
                Files.copy(file, words.resolve(file.getFileName()));
            }
        }
        Files.createDirectories(folder.resolve("modules"));
    }

    @Test
    @DisplayName("of a command, where help for one is asked for, is that command's")
    void helpForOne() throws Exception {
        var help = "sh \"$0\" help ";
        assertThat(run(help + "setup", Map.of())).isEqualTo(run("sh \"$0\" setup --help", Map.of())).startsWith("./workshop setup gets a JDK 21");
        assertThat(run(help + "--lang pt-BR doctor", Map.of())).startsWith("./workshop doctor diz");
        assertThat(run(help + "help", Map.of())).isEqualTo(run(help, Map.of())).contains("./workshop hint 04");
    }

    /** Each sentence that a file translates, and how. */
    static Map<String, String> translated(Path file) throws IOException {
        var lines = Files.readAllLines(file);
        var translated = new TreeMap<String, String>();
        for (int i = 0; i + 1 < lines.size(); i++) {
            if (lines.get(i + 1).startsWith("  ") && !lines.get(i).startsWith("#")) {
                assertThat(translated.put(lines.get(i), lines.get(i + 1).strip())).as("twice: " + lines.get(i)).isNull();
            }
        }
        assertThat(lines).as("lines of sentences, of comments, and empty ones").filteredOn(line -> !line.isEmpty() && !line.startsWith("#")).hasSize(2 * translated.size());
        return translated;
    }

    /** What a script says, and the one beside it for Windows, comments left out. */
    static TreeSet<String> said(Path script) throws IOException {
        var said = new TreeSet<String>();
        var forWindows = Files.readAllLines(script.resolveSibling(script.getFileName().toString().replace(".sh", "") + ".cmd"));
        Stream.concat(Files.readAllLines(script).stream(), forWindows.stream()).filter(line -> !line.strip().startsWith("#"))
                .flatMap(line -> SAID.matcher(line).results()).forEach(found -> said.add(found.group(1) == null ? found.group(2) : found.group(1)));
        return said;
    }

    static void isInEveryLanguage(Path script, Path folder, String name) throws IOException {
        for (var language : Language.all()) {
            if (!language.isDefault()) {
                var translated = translated(folder.resolve("%s.%s.txt".formatted(name, language.tag())));
                assertThat(translated.keySet()).as("%s in %s", name, language.tag()).isEqualTo(said(script));
                translated.forEach((sentence, theirs) -> assertThat(values(theirs)).as(theirs).isEqualTo(values(sentence)));
            }
        }
    }

    private static List<String> values(String sentence) {
        return VALUE.matcher(sentence).results().map(MatchResult::group).sorted().toList();
    }

    @Test
    @DisplayName("is said in every language: no sentence is missing in one, none has been left behind there, and each has the same values")
    void inEveryLanguage() throws Exception {
        isInEveryLanguage(TutorialCopy.ORIGINAL.resolve("workshop"), TutorialCopy.ORIGINAL.resolve(WORDS), "launcher");
    }

    @Test
    @DisplayName("is said by a kit's install.sh in the same way: by the same functions, in every language")
    void kit() throws Exception {
        var kit = TutorialCopy.ORIGINAL.resolve("coach/src/main/resources/structured/coach/kit");
        isInEveryLanguage(kit.resolve("install.sh"), kit, "install");
        assertThat(functions(kit.resolve("install.sh"))).isEqualTo(functions(TutorialCopy.ORIGINAL.resolve("workshop"))).contains("while (match(text");
    }

    private static String functions(Path script) throws IOException {
        return Files.readString(script).replaceFirst("(?s).*?(?=# The file with what is said in their language)", "").replaceFirst("(?s)(fail\\(\\) \\{[^\\n]*).*", "$1");
    }

    @Test
    @DisplayName("is what its help says, too: of the same commands, and in no more columns")
    void help() throws Exception {
        var first = run("sh \"$0\" help", Map.of()).lines().toList();
        for (var language : Language.all()) {
            var theirs = run("sh \"$0\" help --lang " + language.tag(), Map.of()).lines().toList();
            assertThat(commands(theirs)).isEqualTo(commands(first));
            assertThat(theirs).allMatch(line -> line.length() <= 70);
            assertThat(theirs.equals(first)).isEqualTo(language.isDefault());
        }
    }

    private static List<String> commands(List<String> help) {
        return help.stream().filter(line -> line.startsWith("./workshop")).map(line -> line.substring(0, Math.min(22, line.length())).strip()).toList();
    }

    @Test
    @DisplayName("is said in the language that the variables or --lang ask for, in that of another country, and else in the first")
    void chosen() throws Exception {
        var portuguese = "Não há um JDK 21 aqui.\nRode antes ./workshop setup.";
        var english = "No JDK 21 was found here.\nRun ./workshop setup first.";
        assertThat(coach("", Map.of())).isEqualTo(english);
        for (var variables : List.of(Map.of("LANG", "pt_BR.UTF-8"), Map.of("LC_MESSAGES", "pt_PT@euro", "LANG", "en_US"), Map.of("LC_ALL", "pt", "LC_MESSAGES", "en"))) {
            assertThat(coach("", variables)).isEqualTo(portuguese);
        }
        assertThat(coach("lang=PT-br", Map.of("LANG", "en_US"))).isEqualTo(portuguese);
        for (var other : List.of("C", "POSIX", "xx", "[", "*", "/", "..", "en_US.UTF-8")) {
            assertThat(coach("", Map.of("LANG", other))).as(other).isEqualTo(english);
        }
        assertThat(coach("lang=en", Map.of("LANG", "pt_BR.UTF-8"))).isEqualTo(english);
    }

    @Test
    @DisplayName("is said in the language of Windows, where Git's shell is told none, and there only")
    void windows() throws Exception {
        var programs = Files.createDirectory(folder.resolve("programs"));
        for (var system : Map.of("MINGW64_NT-10.0-19045", "Não há um JDK 21 aqui.", "Linux", "No JDK 21 was found here.").entrySet()) {
            for (var program : Map.of("uname", system.getKey(), "locale", "pt_BR.UTF-8").entrySet()) {
                Files.writeString(programs.resolve(program.getKey()), "#!/bin/sh\necho %s\n".formatted(program.getValue())).toFile().setExecutable(true);
            }
            assertThat(coach("", Map.of("PATH", programs + ":" + System.getenv("PATH")))).as(system.getKey()).startsWith(system.getValue());
            assertThat(coach("", Map.of("PATH", programs + ":" + System.getenv("PATH"), "LANG", "en_US.UTF-8"))).startsWith("No JDK 21");
        }
    }

    private String coach(String language, Map<String, String> variables) throws Exception {
        return run(WITHOUT_COMMANDS + language + "\nfind_jdk() { return 1; }; coach list", variables);
    }

    @Test
    @DisplayName("keeps each value as it is, whatever is in it, at the place that the language wants it at")
    void values() throws Exception {
        Files.writeString(folder.resolve(WORDS + "launcher.pt-BR.txt"), "# Of %1 and %2\nOf %1 and %2\\nand so on\n  %2 e %1,\\n%1\n");
        var hard = "a\\\\n%2&\\\\1 $(b)";
        for (var shell : Stream.of("dash", "bash", "ksh", "yash", "zsh --emulate sh", "busybox sh").filter(ScriptWordsTest::isHere).toList()) {
            assertThat(run("%s -c '%s tell \"Of %%1 and %%2\\nand so on\" \"$1\" \"c d\"' \"$0\" '%s'".formatted(shell, WITHOUT_COMMANDS.replace("'", "'\\''"), hard), Map.of("LANG", "pt_BR")))
                    .as(shell).isEqualTo("c d e %s,\n%1$s".formatted(hard));
        }
    }

    private static boolean isHere(String shell) {
        return Stream.of(System.getenv("PATH").split(":")).anyMatch(folder -> Files.exists(Path.of(folder, shell.split(" ")[0])));
    }

    @Test
    @DisplayName("is a yes to what it asks by the letters of each language")
    void yes() throws Exception {
        // As if somebody sat there.
        var asks = WITHOUT_COMMANDS + "yes=''\n" + "eval \"$(sed -n '/^agree() {/,/^}/p' \"$0\" | sed 's/! -t 0/-n \"\"/')\"\n";
        for (var answer : Map.of("s", "pt_BR", "Sim", "pt_BR", "y", "pt_BR", "Y", "C", "yes", "C").entrySet()) {
            assertThat(run(asks + "echo %s | { agree '%%1 is going to install: %%2' a b; echo; echo went on; }".formatted(answer.getKey()), Map.of("LANG", answer.getValue())))
                    .as(answer.getKey()).endsWith("went on");
        }
        for (var answer : Map.of("n", "pt_BR", "", "pt_BR", "s", "C", "não", "pt_BR").entrySet()) {
            assertThat(run(asks + "echo '%s' | { agree '%%1 is going to install: %%2' a b; echo; echo went on; }".formatted(answer.getKey()), Map.of("LANG", answer.getValue())))
                    .as(answer.getKey()).doesNotContain("went on");
        }
    }
}
