package structured.coach.verify.docs;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine;
import structured.coach.tutorial.Kinds;
import structured.coach.tutorial.TestNames;
import structured.coach.tutorial.Tutorial;
import structured.coach.tutorial.WrittenTest;
import structured.coach.words.Language;

/**
 * What is translated beside pages: the coach's sentences, and those of kinds, by their keys; the names of tests and
 * help, which stand in sources; how the launcher and a kit's script are called; and what else of the coach's resources there is in a language.
 *
 * @param site where they are
 * @param language the other language
 * @param commandLines what makes the commands, of which help speaks
 */
record Bundles(Site site, Language language, Function<String[], CommandLine> commandLines) {

    static final String RESOURCES = "coach/src/main/resources/";

    private static final String KEYED = ".properties";
    private static final String FOR_AUTHORS = RESOURCES + "structured/coach/verify/new/";
    private static final Pattern PLACE = Pattern.compile("%(?:\\d+\\$)?[a-z]|\\$\\{[\\w-]+}");
    private static final String KINDS = Kinds.FILE.replace(KEYED, "");

    /** All that is there in both languages. */
    List<Passages> all() throws IOException {
        var all = new ArrayList<Passages>();
        for (var file : site.files(RESOURCES + ".*|docs/images/.*\\" + KEYED + "|" + Kinds.FILE)) {
            var translation = translation(file);
            if (translation.isPresent()) {
                all.add(new Passages(file, translation.get(), file.endsWith(KEYED) ? sentences(file) : lines(file), file.endsWith(KEYED)));
            }
        }
        for (var exercise : new Tutorial(site.root()).exercises()) {
            var translation = nameOf(TestNames.fileOf(exercise.folder(), language));
            if (site.has(translation)) {
                var tests = WrittenTest.of(exercise).stream().collect(Collectors.groupingBy(WrittenTest::source, LinkedHashMap::new, Collectors.toList()));
                for (var its : tests.entrySet()) {
                    all.add(new Passages(nameOf(its.getKey()), translation, names(nameOf(its.getKey()), its.getValue()), true));
                }
            }
        }
        for (var script : ScriptWords.of(site, language)) {
            all.add(script.usage());
        }
        all.addAll(HelpWords.of(site, language, commandLines));
        return all;
    }

    /** Whether the coach's sentences, and those of scripts, are there in the language, and none has been left behind there. */
    void check(Tally tally) throws IOException {
        checkFiles(tally);
        for (var bundle : site.files(RESOURCES + ".*\\" + KEYED)) {
            if (translation(bundle).isPresent()) {
                checkKeys(new Passages(bundle, language.nameOf(bundle), sentences(bundle), true), tally);
            }
        }
        for (var script : ScriptWords.of(site, language)) {
            script.check(tally);
        }
    }

    /** Whether there is each bundle, and what another language has, but for what a new exercise begins with: that is for authors. */
    private void checkFiles(Tally tally) {
        var wanted = new TreeMap<String, String>();
        for (var file : site.files(RESOURCES + ".*")) {
            if (!isTranslation(file) && file.endsWith(KEYED)) {
                wanted.put(language.nameOf(file), file);
            }
            for (var other : site.others()) {
                if (file.contains("." + other.tag() + ".") && !file.startsWith(FOR_AUTHORS)) {
                    wanted.putIfAbsent(file.replace("." + other.tag() + ".", "." + language.tag() + "."), file);
                }
            }
        }
        wanted.forEach((file, source) -> {
            if (!site.has(file)) {
                tally.flawed(file, 1, "it is missing: %s is not there in %s".formatted(source, language.name()), "Translate it, with the words of docs/glossario.md.");
            }
        });
    }

    private void checkKeys(Passages bundle, Tally tally) throws IOException {
        compare(site, language, bundle, tally);
        var lines = site.read(bundle.translation()).lines().toList();
        var keys = said(site, bundle.file()).keySet();
        said(site, bundle.translation()).keySet().stream().filter(key -> !keys.contains(key)).sorted()
                .forEach(key -> tally.flawed(bundle.translation(), Passages.lineOf(key, lines), "%s has no such sentence: %s".formatted(bundle.file(), key),
                        "Take it out, or give it the key that it has there now."));
    }

    /** Whether a translation has all keys of its source. */
    static void compare(Site site, Language language, Passages source, Tally tally) throws IOException {
        var there = said(site, source.translation());
        for (var sentence : source.all()) {
            var key = source.key(sentence);
            var translated = there.get(key);
            if (translated == null) {
                tally.flawed(source.translation(), 1, "%s is missing in %s".formatted(key, language.name()),
                        "Write it: %s=... Line %d of %s has it.".formatted(key, sentence.line(), source.file()));
            } else if (sentence.text().equals(key + "=" + translated) && translated.split(" ").length > 2) {
                tally.flawed(source.translation(), 1, "%s is the same as in %s".formatted(key, source.file()), "Translate it.");
            } else if (!filledIn(sentence.text()).equals(filledIn(translated))) {
                tally.flawed(source.translation(), 1, "%s has %s filled in, and %s in %s".formatted(key, filledIn(translated), filledIn(sentence.text()), source.file()),
                        "Have the same in both.");
            } else {
                tally.fine();
            }
        }
    }

    /** What the coach puts into a sentence: "%1$s". */
    private static Set<String> filledIn(String sentence) {
        return PLACE.matcher(sentence).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    /** What a bundle says, by its keys; nothing, where it isn't there. */
    static Map<String, String> said(Site site, String file) throws IOException {
        if (!site.has(file)) {
            return Map.of();
        }
        if (file.startsWith(KINDS)) {
            return Kinds.sentences(site.read(file));
        }
        var said = new Properties();
        try {
            said.load(new StringReader(site.read(file)));
        } catch (IllegalArgumentException e) {
            throw new IOException(file + " can't be read: " + e.getMessage(), e);
        }
        return said.stringPropertyNames().stream().collect(Collectors.toMap(key -> key, said::getProperty));
    }

    /** Where a file is in the language, if it is there: its tag stands before what the name ends in, which may be in two parts. */
    private Optional<String> translation(String file) {
        return isTranslation(file) ? Optional.empty()
                : Stream.of(language.nameOf(file), file.replaceFirst("(?=\\.md\\.txt$)", "." + language.tag())).filter(there -> !there.equals(file)).filter(site::has).findFirst();
    }

    private boolean isTranslation(String file) {
        return site.others().stream().anyMatch(other -> file.contains("." + other.tag() + "."));
    }

    private List<Passage> sentences(String file) throws IOException {
        var lines = site.read(file).lines().toList();
        return said(site, file).entrySet().stream().map(said -> passage(Passages.lineOf(said.getKey(), lines), said.getKey() + "=" + said.getValue()))
                .sorted((one, other) -> Integer.compare(one.line(), other.line())).toList();
    }

    private List<Passage> lines(String file) throws IOException {
        var lines = site.read(file).lines().toList();
        return IntStream.range(0, lines.size()).filter(line -> !lines.get(line).isBlank()).mapToObj(line -> passage(line + 1, lines.get(line))).toList();
    }

    private List<Passage> names(String file, List<WrittenTest> tests) throws IOException {
        var lines = site.read(file).lines().toList();
        return tests.stream().map(test -> passage(IntStream.range(0, lines.size()).filter(line -> lines.get(line).contains("void " + test.method() + "(")).findFirst().orElse(0) + 1,
                test.id() + "=" + test.name())).toList();
    }

    private static Passage passage(int line, String text) {
        return new Passage(line, text.strip().replaceAll("\\s+", " "));
    }

    private String nameOf(Path file) {
        return site.root().relativize(file).toString().replace('\\', '/');
    }
}
