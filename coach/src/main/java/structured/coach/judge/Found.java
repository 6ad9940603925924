package structured.coach.judge;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import structured.coach.machine.JavaText;
import structured.coach.machine.Source;
import structured.coach.machine.SourceText;
import structured.coach.tutorial.Sources;
import structured.coach.verdict.TestResult;
import structured.coach.verdict.Verdict;
import structured.coach.words.Language;
import structured.coach.words.Wording;

/**
 * What the text of a learner's code shows, and no test sees: the line, and what is to be said of it. It is added to what a test says, as a line of its own.
 *
 * @param line counted from one
 * @param what one of those below
 */
public record Found(int line, What what) {

    private static final Wording SAY = Wording.of(Found.class);

    /** What may be found, by the key of its sentence. */
    enum What {
        INTERRUPT_LOST("interrupt.goes-on"), INTERRUPT_REPLACED("interrupt.throws-another"), TURN_LOST("interrupt.turn-lost"),
        SHUT_DOWN_FIRST("shutdown.first");

        private final String key;

        What(String key) {
            this.key = key;
        }
    }

    /** The sentences, in whichever language they were added: only who compares messages needs them. */
    private static final class Sentences {
        private static final Pattern ADDED = Pattern.compile("(?:\\n(?:" + Language.all().stream()
                .flatMap(language -> Stream.of(What.values()).map(what -> Pattern.quote(SAY.in(language, what.key, 0)).replaceFirst("0", "\\\\E\\\\d+\\\\Q")))
                .collect(Collectors.joining("|")) + "))+$");
    }

    /** The verdict, in which each of these failures says what the first of the learner's files shows in which something is found. */
    static Verdict added(Verdict verdict, Sources sources, Predicate<TestResult> isAboutThat, Function<String, Optional<Found>> inCode) {
        if (verdict.tests().stream().noneMatch(isAboutThat)) {
            return verdict;
        }
        var finds = new LinkedHashMap<Path, Optional<Found>>();
        Source.read(sources.main()).forEach(file -> finds.put(file.path(), inCode.apply(JavaText.codeOnly(file.text()))));
        return new Verdict(verdict.status(), verdict.sentence(),
                verdict.tests().stream().map(test -> isAboutThat.test(test) ? told(test, finds) : test).toList(), verdict.problems(), verdict.output());
    }

    /** By what is found in the class that the test is about: by its name, as in LimitTest, or else any. */
    private static TestResult told(TestResult test, Map<Path, Optional<Found>> finds) {
        var own = finds.keySet().stream().filter(file -> test.test().startsWith(SourceText.className(file))).toList();
        return (own.isEmpty() ? finds.keySet() : own).stream()
                .flatMap(file -> finds.get(file).stream().map(found -> found.told(test, file))).findFirst().orElse(test);
    }

    /** The place comes first among those that are shown. */
    private TestResult told(TestResult test, Path file) {
        var frames = new ArrayList<>(List.of("(%s:%d)".formatted(file.getFileName(), line)));
        frames.addAll(test.frames());
        return new TestResult(test.test(), test.name(), test.step(), test.outcome(), test.message() + "\n" + SAY.of(what.key, line), frames);
    }

    /** The message as the test itself says it. */
    public static String without(String message) {
        return Sentences.ADDED.matcher(message).replaceFirst("");
    }
}
