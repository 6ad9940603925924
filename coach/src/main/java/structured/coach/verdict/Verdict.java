package structured.coach.verdict;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * What a run of a module's tests has shown.
 *
 * @param status the verdict in a word
 * @param sentence the same for a learner to read: what happened, and what to do
 * @param tests the tests that came to an end, in the order in which they ran
 * @param problems what the compiler objects to; empty unless AMBER
 * @param output what the code printed, cut where it was too much
 */
public record Verdict(Status status, String sentence, List<TestResult> tests, List<Problem> problems, String output)
        implements Serializable {

    /** The five ways in which a run can end, and the one in which there is none. */
    public enum Status {
        /** All tests pass. */
        GREEN,
        /** A test fails, or a thread was left behind. */
        RED,
        /** The sources don't compile. */
        AMBER,
        /** The run made no progress, and was given up. */
        HUNG,
        /** The run ended the JVM that it ran in. */
        CRASHED,
        /** Only Maven can say: something is there that the coach doesn't know how to take. */
        UNJUDGED
    }

    /** The tests that could not be tried on this machine. */
    public List<TestResult> unexplored() {
        return tests.stream().filter(test -> test.outcome() == Outcome.UNEXPLORED).toList();
    }

    /** The failure to look at first. */
    public Optional<TestResult> firstFailure() {
        return TestResult.firstFailure(tests);
    }
}
