package structured.considerations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** What gatherSettled promises. Nothing to write here: these tests judge {@link Outcomes}. */
@DisplayName("gatherSettled")
@ExtendWith(Steps.class)
@Steps.Taught(scope = 3, join = 3, failure = 3)
@TestMethodOrder(Steps.class)
class OutcomesTest {

    @Test
    @Tag("step-3")
    @DisplayName("every task is forked by a scope that belongs to the call")
    void forked() throws Exception {
        Trial.assertForked(Outcomes::gatherSettled);
    }

    @Test
    @Tag("step-3")
    @DisplayName("all tasks are in flight at the same time")
    void allInFlight() throws Exception {
        var trial = new Trial(3);
        Callable<Integer> task = trial::meetTheOthers;
        var nobodyMissing = new Outcome.Success<>(0);
        assertThat(Outcomes.gatherSettled(List.of(task, task, task)))
                .as("how many of three tasks each task missed, when it waited for all three")
                .containsExactly(nobodyMissing, nobodyMissing, nobodyMissing);
    }

    @Test
    @Tag("step-3")
    @DisplayName("every task has its outcome, in the order of the tasks: successes, null, exceptions and errors")
    void everyOutcome() throws Exception {
        var diskFull = new IOException("disk full");
        var outOfMemory = new OutOfMemoryError("no room");
        var interrupted = new InterruptedException("by itself");
        assertThat(Outcomes.<String>gatherSettled(List.of(
                () -> "fine",
                () -> { throw diskFull; },
                () -> null,
                () -> { throw outOfMemory; },
                () -> { throw interrupted; })))
                .containsExactly(
                        new Outcome.Success<>("fine"),
                        new Outcome.Failure<>(diskFull),
                        new Outcome.Success<>(null),
                        new Outcome.Failure<>(outOfMemory),
                        new Outcome.Failure<>(interrupted));
    }

    @Test
    @Tag("step-3")
    @DisplayName("a failure cancels nothing: tasks that take longer still succeed")
    void aFailureCancelsNothing() throws Exception {
        var trial = new Trial(1);
        var failed = new CountDownLatch(1);
        Callable<String> slow = () -> {
            trial.await(failed);
            // Gives a cancellation every chance to arrive. In right code there is none, and the sleep is a sleep.
            Thread.sleep(50);
            return "done";
        };
        assertThat(Outcomes.gatherSettled(List.of(slow, () -> { failed.countDown(); throw new IOException("disk full"); })))
                .as("outcomes of a slow task and of one that failed")
                .first().isEqualTo(new Outcome.Success<>("done"));
    }

    @Test
    @Tag("step-3")
    @DisplayName("interrupting the caller cancels the tasks")
    void interruptingTheCaller() throws Exception {
        var trial = new Trial(3);
        trial.assertCancelledByInterrupt(Outcomes::gatherSettled, List.of(trial.sleeper, trial.interrupting, trial.sleeper));
    }

    @Test
    @Tag("step-3")
    @DisplayName("no tasks, no outcomes")
    void noTasks() throws Exception {
        assertThat(Outcomes.gatherSettled(List.of())).as("the results of no tasks").isEmpty();
    }
}
