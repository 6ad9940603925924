package structured.coach.judge;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import structured.coach.verdict.Problem;
import structured.coach.verdict.TestResult;
import structured.coach.words.Wording;

/** What the coach says of a run: what happened, and what to do about it. */
final class Sentences {

    private static final Wording SAY = Wording.of(Sentences.class);

    /** What the compiler says of a text that it can't even read, whatever is named in it. */
    private static final Pattern OF_A_BROKEN_TEXT = Pattern.compile(
            ".* expected|illegal start of .*|illegal character.*|not a statement|unclosed .*|reached end of file .*|orphaned .*|'\\w+' without '\\w+'");

    /** What the JVM prints when it ends for that reason. */
    static final String OUT_OF_MEMORY = "Terminating due to java.lang.OutOfMemoryError";

    private Sentences() {}

    static String ofPasses(List<TestResult> tests) {
        var unexplored = tests.stream().filter(test -> !test.passed()).count();
        return unexplored == 0 ? SAY.of("passes", tests.size()) : SAY.of("passes-but", tests.size() - unexplored, unexplored);
    }

    /** Where no test has passed, and none has failed either. */
    static String ofNothing(List<TestResult> tests) {
        return tests.isEmpty() ? SAY.of("no-test") : SAY.of("none-explored", tests.size());
    }

    static String ofLost(int discovered, int started, int ended) {
        return SAY.of("lost", discovered, started, ended);
    }

    static String ofFailures(List<TestResult> tests) {
        var failed = tests.stream().filter(TestResult::failed).count();
        var first = TestResult.firstFailure(tests).orElseThrow();
        return SAY.of("failures", failed, tests.size(), first.name(), first.message());
    }

    static String ofThreads(List<String> leftBehind) {
        var places = leftBehind.stream().distinct().limit(3).collect(Collectors.joining("; "));
        return SAY.of("threads", places);
    }

    /** Whether the compiler can't even read the text. */
    static boolean isOfABrokenText(Problem problem) {
        return OF_A_BROKEN_TEXT.matcher(problem.message()).matches();
    }

    /** Whether it is a byte order mark at which the compiler stops. */
    static boolean isOfAByteOrderMark(Problem problem) {
        return problem.message().contains("'\\ufeff'");
    }

    static String ofProblems(List<Problem> problems) {
        var first = problems.getFirst();
        var file = first.file().isEmpty() ? SAY.of("compile.a-file") : Path.of(first.file()).getFileName().toString();
        if (first.line() < 1) {
            return SAY.of("compile.no-line", file, first.message());
        }
        if (first.inTests() && isOfABrokenText(first)) {
            return SAY.of("compile.test-broken", file, first.line(), first.message().strip(), first.sourceLine());
        }
        if (isOfAByteOrderMark(first)) {
            return SAY.of("compile.bom", file);
        }
        if (first.inTests()) {
            return SAY.of("compile.test-lost", file, first.line(), first.message().strip(), first.sourceLine());
        }
        // The line itself is shown beside it.
        return SAY.of("compile.line", file, first.line(), first.message());
    }

    /** {@code running} is the test during which it happened, or null if none was running; {@code place} where the code says so, or an empty text. */
    static String ofExit(int status, boolean compiled, TestResult running, Limits limits, String place, boolean outOfMemory) {
        var who = SAY.of(compiled ? "who.code" : "who.compiler");
        var when = !compiled ? SAY.of("when.before") : running == null ? SAY.of("when.between") : SAY.of("when.in", running.name());
        // What -XX:+ExitOnOutOfMemoryError exits with, and anybody else may.
        if (status == 3 && (outOfMemory || place.isEmpty())) {
            return SAY.of("exit.memory", who, limits.heapMegabytes(), when);
        }
        return !compiled ? SAY.of("exit.compiler", status) : place.isEmpty() ? SAY.of("exit.code", status, when) : SAY.of("exit.code-at", status, when, place);
    }

    /** Where the process doesn't even say what its threads do. */
    static String ofSilence(boolean compiled, TestResult running) {
        var what = compiled ? what(running) : SAY.of("who.compiler");
        return SAY.of("hang.silent", what);
    }

    /** {@code inAll} is how long all tests may take, if it was that, or null. */
    static String ofHang(boolean compiled, TestResult running, Duration inAll, String whoWaits) {
        if (!compiled) {
            return SAY.of("hang.compiler");
        }
        var what = what(running);
        return (inAll == null ? SAY.of("hang", what, whoWaits) : SAY.of("hang.in-all", inAll.toSeconds(), what, whoWaits)).strip();
    }

    private static String what(TestResult running) {
        return running == null ? SAY.of("who.run") : SAY.of("who.test", running.name());
    }
}
