package structured.coach.judge;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import structured.coach.verdict.Problem;
import structured.coach.verdict.TestResult;

/** What the coach says of a run: what happened, and what to do about it. */
final class Sentences {

    /** What the compiler says of a text that it can't even read, whatever is named in it. */
    private static final Pattern OF_A_BROKEN_TEXT = Pattern.compile(
            ".* expected|illegal start of .*|illegal character.*|not a statement|unclosed .*|reached end of file .*|orphaned .*|'\\w+' without '\\w+'");

    /** What the JVM prints when it ends for that reason. */
    static final String OUT_OF_MEMORY = "Terminating due to java.lang.OutOfMemoryError";

    private Sentences() {}

    static String ofPasses(List<TestResult> tests) {
        var unexplored = tests.stream().filter(test -> !test.passed()).count();
        return unexplored == 0 ? "All %d tests pass.".formatted(tests.size())
                : "All %d tests pass that could be explored here; %d could not.".formatted(tests.size() - unexplored, unexplored);
    }

    /** Where no test has passed, and none has failed either. */
    static String ofNothing(List<TestResult> tests) {
        return tests.isEmpty() ? "There is no test to judge this by." : "None of the %d tests could be explored here, so nothing is known.".formatted(tests.size());
    }

    static String ofLost(int discovered, int started, int ended) {
        return "Of %d tests, %d began and %d came to an end. What became of the others is not known, so this is no pass."
                .formatted(discovered, started, ended);
    }

    static String ofFailures(List<TestResult> tests) {
        var failed = tests.stream().filter(TestResult::failed).count();
        var first = TestResult.firstFailure(tests).orElseThrow();
        return "%d of %d tests fail. The first: %s%n%s".formatted(failed, tests.size(), first.name(), first.message());
    }

    static String ofThreads(List<String> leftBehind) {
        var places = leftBehind.stream().distinct().limit(3).collect(Collectors.joining("; "));
        return "All tests pass, but when they were over, threads of yours went on: %s. What you start beside a scope you have to end yourself."
                .formatted(places);
    }

    static String ofProblems(List<Problem> problems) {
        var first = problems.getFirst();
        var file = first.file().isEmpty() ? "A source file" : Path.of(first.file()).getFileName().toString();
        if (first.line() < 1) {
            return "%s doesn't compile: %s.".formatted(file, first.message());
        }
        if (first.inTests() && OF_A_BROKEN_TEXT.matcher(first.message()).matches()) {
            return "%s, line %d, doesn't compile: %s%n    %s%nThis test is not as it came. Nobody has to edit tests: git checkout brings it back."
                    .formatted(file, first.line(), first.message().strip(), first.sourceLine());
        }
        if (first.message().contains("'\\ufeff'")) {
            return "%s doesn't compile: it begins with a byte order mark, which no editor shows. Save it as UTF-8 without BOM.".formatted(file);
        }
        if (first.inTests()) {
            return "%s, line %d, doesn't find what it tests: %s%n    %s%nKeep the class and the method that the exercise came with; if a file is gone, git has it."
                    .formatted(file, first.line(), first.message().strip(), first.sourceLine());
        }
        // The line itself is shown beside it.
        return "%s doesn't compile. Line %d: %s".formatted(file, first.line(), first.message());
    }

    /** {@code running} is the test during which it happened, or null if none was running; {@code place} where the code says so, or an empty text. */
    static String ofExit(int status, boolean compiled, TestResult running, Limits limits, String place, boolean outOfMemory) {
        var who = compiled ? "The code" : "The compiler";
        var when = !compiled ? "before any test" : running == null ? "between two tests" : "in the test \"%s\"".formatted(running.name());
        // What -XX:+ExitOnOutOfMemoryError exits with, and anybody else may.
        if (status == 3 && (outOfMemory || place.isEmpty())) {
            return "%s used up all of its %d MB of memory, %s. Something grows without end.".formatted(who, limits.heapMegabytes(), when);
        }
        return compiled
                ? "The code ended the whole JVM, with status %d, %s%s A task ends by returning or by throwing.".formatted(status, when,
                        place.isEmpty() ? ". Does it call System.exit or halt?" : ": by its call at %s.".formatted(place))
                : "The JVM ended while the code was compiled, with status %d: none of the code has run.".formatted(status);
    }

    /** Where the process doesn't even say what its threads do. */
    static String ofSilence(boolean compiled, TestResult running) {
        var what = compiled ? what(running) : "The compiler";
        return what + " did not come to an end, and was given up. Its process did not answer, either: was it stopped from outside, or is all of its memory taken?";
    }

    /** {@code inAll} is how long all tests may take, if it was that, or null. */
    static String ofHang(boolean compiled, TestResult running, Duration inAll, String whoWaits) {
        if (!compiled) {
            return "The compiler did not come to an end, and was given up. Is there an expression that is nested very deep? Divide it.";
        }
        var what = what(running);
        return (inAll == null ? "%s did not come to an end, and was given up. %s".formatted(what, whoWaits)
                : "All tests together took more than %d seconds. %s did not come to an end in that time, and was given up. %s"
                        .formatted(inAll.toSeconds(), what, whoWaits)).strip();
    }

    private static String what(TestResult running) {
        return running == null ? "The run" : "The test \"%s\"".formatted(running.name());
    }
}
