package structured.coach.verdict;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a test said.
 *
 * @param test its class and method, as in {@code GatherTest.order}
 * @param name its display name, a sentence about behaviour
 * @param step the step of the lesson that it belongs to, or 0
 * @param message the failure's message, or why it could not be tried; null if the test passed
 * @param frames the failure's stack frames in the module's main sources, innermost first
 */
public record TestResult(String test, String name, int step, Outcome outcome, String message, List<String> frames)
        implements Serializable {

    private static final Pattern STEP_TO_READ = Pattern.compile("(?m)^ *See step (\\d{1,9}) in README\\.md\\.");

    public boolean passed() {
        return outcome == Outcome.PASSED;
    }

    public boolean failed() {
        return outcome == Outcome.FAILED;
    }

    /** The failure to look at first: steps build on each other, so it is that of the earliest step. */
    public static Optional<TestResult> firstFailure(List<TestResult> tests) {
        return tests.stream().filter(TestResult::failed).min(Comparator.comparingInt(TestResult::place));
    }

    /** The place in the lesson, to sort by: what belongs to no step comes last. */
    public int place() {
        return step == 0 ? Integer.MAX_VALUE : step;
    }

    /** The step that mends a failure, as its message says; where it doesn't say, the test's own. */
    public int stepToRead() {
        var said = STEP_TO_READ.matcher(message == null ? "" : message);
        return said.find() ? Integer.parseInt(said.group(1)) : step;
    }

    /** Whether this is the test of that sentence, or an invocation of a parameterized test of that sentence. */
    public boolean isCalled(String sentence) {
        return name.equals(sentence) || name.startsWith(sentence + ": ");
    }
}
