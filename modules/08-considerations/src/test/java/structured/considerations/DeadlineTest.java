package structured.considerations;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** What gatherWithin promises. Nothing to write here: these tests judge {@link Deadline}. */
@DisplayName("gatherWithin")
@ExtendWith(Steps.class)
@Steps.Taught(scope = 4, join = 4, failure = 4)
@TestMethodOrder(Steps.class)
class DeadlineTest {

    private static final Duration PLENTY = Duration.ofMinutes(1);

    @Test
    @Tag("step-4")
    @DisplayName("all tasks are in flight at the same time")
    void allInFlight() throws Exception {
        // More than any machine has processors: tasks that wait need none.
        var trial = new Trial(2_000);
        Callable<Integer> task = trial::meetTheOthers;
        var missed = Deadline.gatherWithin(nCopies(2_000, task), PLENTY).stream().filter(missing -> missing != 0).toList();
        assertThat(missed)
                .withFailMessage("Each of 2,000 tasks waits for all of them. %d gave up; the first of them missed %s.", missed.size(),
                        missed.isEmpty() ? 0 : missed.getFirst())
                .isEmpty();
    }

    @Test
    @Tag("step-4")
    @DisplayName("results that come in time keep the order of the tasks, and may be null")
    void inTime() throws Exception {
        var trial = new Trial(1);
        var second = new CompletableFuture<Thread>();
        TrialResults.assertInOrder("The results of two tasks, of which the second ends first", Arrays.asList("first", null),
                Deadline.gatherWithin(List.of(trial.after(second, "first"), Trial.ending(second, () -> null)), PLENTY));
        var start = System.nanoTime();
        var results = TrialDeadline.timedOut(List.of(() -> { trial.letTheCallerWait(); return "quick"; }), Duration.ofMillis(999));
        var took = (System.nanoTime() - start) / 1_000_000;
        // On a machine that stood still it may well be late.
        assertThat(results != null || took > 900)
                .withFailMessage("A task that takes a moment was given 999 ms, and gatherWithin gave it up after %d.", took).isTrue();
    }

    @Test
    @Tag("step-4")
    @DisplayName("each task is run once, and its result has its place")
    void everyResult() throws Exception {
        TrialResults.assertResults("within a minute", tasks -> Deadline.gatherWithin(tasks, PLENTY));
    }

    @Test
    @Tag("step-4")
    @DisplayName("a failure arrives with the task's own exception, long before the deadline, and cancels the others")
    void failure() throws Exception {
        for (var thrown : TrialThrown.failures()) {
            var trial = new Trial(3);
            var cause = Inputs.reportOf(thrown, () -> Deadline.gatherWithin(
                    List.of(trial.sleeper, trial.failing(thrown), trial.sleeper), PLENTY));
            trial.assertAllCancelled(2);
            assertThat(cause).withFailMessage("A task threw %s, and gatherWithin reports: %s", thrown, cause).isSameAs(thrown);
            var ofThree = Inputs.reportOf(thrown, () -> Deadline.gatherWithin(nCopies(3, Inputs.throwing(thrown, 3)), PLENTY));
            assertThat(ofThree).withFailMessage("Three tasks threw %s, the same one, and gatherWithin reports: %s", thrown, ofThree).isSameAs(thrown);
        }
        TrialFailures.assertOf(tasks -> Deadline.gatherWithin(tasks, PLENTY));
    }

    @Test
    @Tag("step-4")
    @DisplayName("no task outlives a call that failed")
    void noTaskOutlivesTheCall() throws Exception {
        var trial = new Trial(3);
        var diskFull = new IOException("disk full");
        Inputs.reportOf(diskFull, () -> Deadline.gatherWithin(List.of(trial.slowToStop, trial.failing(diskFull), trial.sleeper), PLENTY));
        trial.assertAllCancelled(2);
    }

    @Test
    @Tag("step-4")
    @DisplayName("interrupting the caller cancels the tasks")
    void interruptingTheCaller() throws Exception {
        var trial = new Trial(3);
        trial.assertCancelledByInterrupt(tasks -> Deadline.gatherWithin(tasks, PLENTY),
                List.of(() -> "quick", trial.slowToStop, trial.interrupting, trial.sleeper));
        TrialCalls.assertCalledInterrupted(tasks -> Deadline.gatherWithin(tasks, PLENTY));
        TrialDeadline.assertInterruptIsKept();
    }

    @Test
    @Tag("step-4")
    @DisplayName("every task is forked by a scope that belongs to the call")
    void forked() throws Exception {
        TrialCalls.assertForked(tasks -> Deadline.gatherWithin(tasks, PLENTY));
    }

    /** Never run. If this doesn't compile, gatherWithin has no longer the types that its contract says. */
    static <T extends CharSequence> int asDeclared(List<? extends Callable<? extends T>> tasks, Duration timeout)
            throws InterruptedException, ExecutionException, TimeoutException {
        return Deadline.<T>gatherWithin(tasks, timeout).getFirst().length();
    }
}
