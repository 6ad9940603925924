package structured.coach.judge.worker;

import java.io.Serializable;
import java.util.List;
import structured.coach.verdict.Problem;
import structured.coach.verdict.TestResult;

/** What a worker says to the coach, serialized likewise. */
public sealed interface Answer extends Serializable {

    /** The sources don't compile; if {@code ill}, not even that is sure of this worker. Nothing follows. */
    record Problems(List<Problem> problems, boolean ill) implements Answer {}

    /** The sources are compiled, and the tests are about to be run. */
    record Compiled() implements Answer {}

    /** A test begins, of so many; its result is told as what it will be if nothing more is heard of it. */
    record Started(TestResult unfinished, int of) implements Answer {}

    /** This JVM is about to end, since it was told to by the learner's code, at this place. The process ends after that, without another word. */
    record Leaving(String place) implements Answer {}

    /** A test is over. */
    record Finished(TestResult result) implements Answer {}

    /** This JVM's threads, as they are at this moment; and how many more there are, which weren't looked at. */
    record Dumped(List<Seen> threads, int unseen, Frames frames) implements Answer {}

    /**
     * All tests are over. Nothing follows.
     *
     * @param tests how many there should have been
     * @param leftBehind names the learner's threads that are still alive
     * @param clean whether the next run finds what it would find in a new worker
     */
    record Done(int tests, List<String> leftBehind, boolean clean) implements Answer {}

    /** Something is wrong with this machine, so that there is no verdict. Nothing follows. */
    record Trouble(String what) implements Answer {}

    /**
     * Threads that do the same.
     *
     * @param count how many there are
     * @param first the number of one of them
     * @param name its name
     * @param scope a number of the scope that it has open, or 0
     * @param pinned whether it is a virtual thread that waits and keeps its carrier meanwhile
     * @param stack where they are, innermost frame first
     */
    record Seen(int count, long first, String name, boolean inScope, int scope, boolean pinned, Thread.State state, List<StackTraceElement> stack)
            implements Serializable {

        Seen andOneMore() {
            return new Seen(count + 1, first, name, inScope, scope, pinned, state, stack);
        }
    }
}
