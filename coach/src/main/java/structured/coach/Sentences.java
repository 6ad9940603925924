package structured.coach;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import structured.coach.worker.Frames;
import structured.coach.worker.Message.Problem;
import structured.coach.worker.Message.TestResult;

/** What the coach says of a run: what happened, and what to do about it. */
final class Sentences {

    private Sentences() {}

    static String ofFailures(List<TestResult> tests) {
        if (tests.isEmpty()) {
            return "There is no test to judge this by.";
        }
        var failed = tests.stream().filter(test -> !test.passed()).toList();
        // The steps build on each other, so what fails in the earliest step comes first.
        var first = failed.stream().min(Comparator.comparingInt(TestResult::place)).orElseThrow();
        return "%d of %d tests fail. The first: %s%n%s".formatted(failed.size(), tests.size(), first.name(), first.message());
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
        if (Frames.isTest(file)) {
            return "%s, line %d, doesn't find what it tests: %s%n    %s%nKeep the class and the method that the exercise came with; if a file is gone, git has it."
                    .formatted(file, first.line(), first.message().strip(), first.sourceLine());
        }
        return "%s doesn't compile. Line %d: %s%n    %s".formatted(file, first.line(), first.message(), first.sourceLine());
    }

    /** {@code running} is the test during which it happened, or null if none was running. */
    static String ofExit(int status, TestResult running, Limits limits) {
        var when = running == null ? "between two tests" : "in the test \"%s\"".formatted(running.name());
        return switch (status) {
            // What -XX:+ExitOnOutOfMemoryError exits with.
            case 3 -> "The code used up all of its %d MB of memory, %s. Something grows without end."
                    .formatted(limits.heapMegabytes(), when);
            default -> "The code ended the whole JVM, with status %d, %s. Does it call System.exit or halt? A task ends by returning or by throwing."
                    .formatted(status, when);
        };
    }

    static String ofHang(TestResult running, String whoWaits) {
        var what = running == null ? "The run" : "The test \"%s\"".formatted(running.name());
        return "%s did not come to an end, and was given up. %s".formatted(what, whoWaits).strip();
    }
}
