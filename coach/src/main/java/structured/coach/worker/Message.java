package structured.coach.worker;

import java.io.Serializable;
import java.util.List;
import java.util.regex.Pattern;

/** What the coach and its worker say to each other: serialized, since that needs no library and so starts at once. */
public sealed interface Message extends Serializable {

    /**
     * How tests are to be run.
     *
     * @param resources folders of resources, the first of them first
     * @param only the display name of the only test to run; null for all
     * @param schedules how many schedules a property is to be tried in; 0 leaves that to the tests
     */
    record How(List<String> resources, String only, int schedules) implements Serializable {}

    /** Coach to worker: compile these source files, and run the tests among them. */
    record Judge(List<String> main, List<String> tests, How how) implements Message {}

    /** Coach to worker: run the tests among these classes, which the coach has compiled itself. */
    record Run(Classes classes, How how) implements Message {}

    /** Coach to worker, also in the middle of a run: tell of all threads. */
    record Dump() implements Message {}

    /** Worker to coach: the sources don't compile; if {@code ill}, not even that is sure of this worker. Nothing follows. */
    record Problems(List<Problem> problems, boolean ill) implements Message {}

    /** Worker to coach: the sources are compiled, and the tests are about to be run. */
    record Compiled() implements Message {}

    /** Worker to coach: a test begins; its result is told as what it will be if nothing more is heard of it. */
    record Started(TestResult unfinished) implements Message {}

    /** Worker to coach: a test is over. */
    record Finished(TestResult result) implements Message {}

    /** Worker to coach: its threads, as they are at this moment; and how many more there are, which weren't looked at. */
    record Dumped(List<Seen> threads, int unseen, Frames frames) implements Message {}

    /**
     * Worker to coach: all tests are over. Nothing follows.
     *
     * @param tests how many there should have been
     * @param leftBehind names the learner's threads that are still alive
     * @param clean whether the next run finds what it would find in a new worker
     */
    record Done(int tests, List<String> leftBehind, boolean clean) implements Message {}

    /** Worker to coach: something is wrong with this machine, so that there is no verdict. Nothing follows. */
    record Trouble(String what) implements Message {}

    /**
     * Threads that do the same.
     *
     * @param count how many there are
     * @param first the number of one of them
     * @param name its name
     * @param scope a number of the scope that it has open, or 0
     * @param stack where they are, innermost frame first
     */
    record Seen(int count, long first, String name, boolean inScope, int scope, Thread.State state, List<StackTraceElement> stack)
            implements Serializable {

        Seen andOneMore() {
            return new Seen(count + 1, first, name, inScope, scope, state, stack);
        }
    }

    /**
     * An error of the compiler; {@code line} is -1 where it has none.
     *
     * @param inTests whether it is in a file of the tests
     */
    record Problem(String file, boolean inTests, long line, String sourceLine, String message) implements Serializable {}

    /** How a test ended. */
    enum Outcome {
        PASSED,
        FAILED,
        /** It could not be tried on this machine: nothing was found out. */
        UNEXPLORED
    }

    /**
     * What a test said.
     *
     * @param test its class and method, as in {@code GatherTest.order}
     * @param name its display name, a sentence about behaviour
     * @param step the step of the lesson that it belongs to, or 0
     * @param message the failure's message, or why it could not be tried; null if the test passed
     * @param frames the failure's stack frames in the module's main sources, innermost first
     */
    record TestResult(String test, String name, int step, Outcome outcome, String message, List<String> frames)
            implements Serializable {

        private static final Pattern STEP_TO_READ = Pattern.compile("(?m)^ *See step (\\d{1,9}) in README\\.md\\.");

        public boolean passed() {
            return outcome == Outcome.PASSED;
        }

        public boolean failed() {
            return outcome == Outcome.FAILED;
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
}
