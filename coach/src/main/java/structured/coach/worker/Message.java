package structured.coach.worker;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/** What the coach and its worker say to each other: serialized, since that needs no library and so starts at once. */
public sealed interface Message extends Serializable {

    /** Coach to worker: compile these source files together, and run the tests among them, or {@code only} that of a name. */
    record Judge(List<String> sources, String only) implements Message {}

    /** Coach to worker: run the tests among these classes, which the coach has compiled itself, or {@code only} that of a name. */
    record Run(Map<String, byte[]> classes, String only) implements Message {}

    /** Coach to worker, also in the middle of a run: write a thread dump. */
    record Dump() implements Message {}

    /** Worker to coach: the sources don't compile. Nothing follows. */
    record Problems(List<Problem> problems) implements Message {}

    /** Worker to coach: a test begins; its result is told as what it will be if nothing more is heard of it. */
    record Started(TestResult unfinished) implements Message {}

    /** Worker to coach: a test is over. */
    record Finished(TestResult result) implements Message {}

    /** Worker to coach: the dump, in the JSON format of {@code jcmd Thread.dump_to_file}. */
    record Dumped(String json) implements Message {}

    /** Worker to coach: all tests are over; {@code leftBehind} names the learner's threads that are still alive. */
    record Done(List<String> leftBehind) implements Message {}

    /** Worker to coach: something is wrong with this machine, so that there is no verdict. Nothing follows. */
    record Trouble(String what) implements Message {}

    /** An error of the compiler; {@code line} is -1 where it has none. */
    record Problem(String file, long line, String sourceLine, String message) implements Serializable {}

    /**
     * What a test said.
     *
     * @param test its class and method, as in {@code GatherTest.order}
     * @param name its display name, a sentence about behaviour
     * @param step the step of the lesson that it belongs to, or 0
     * @param message the failure's message; null if the test passed
     * @param frames the failure's stack frames in the module's main sources, innermost first
     */
    record TestResult(String test, String name, int step, boolean passed, String message, List<String> frames)
            implements Serializable {

        /** The place in the lesson, to sort by: what belongs to no step comes last. */
        public int place() {
            return step == 0 ? Integer.MAX_VALUE : step;
        }

        /** Whether this is the test of that sentence, or an invocation of a parameterized test of that sentence. */
        public boolean isCalled(String sentence) {
            return name.equals(sentence) || name.startsWith(sentence + ": ");
        }
    }
}
