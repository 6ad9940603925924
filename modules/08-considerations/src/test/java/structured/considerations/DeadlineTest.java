package structured.considerations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
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
    @DisplayName("every task is forked by a scope that belongs to the call")
    void forked() throws Exception {
        Trial.assertForked(tasks -> Deadline.gatherWithin(tasks, PLENTY));
    }

    @Test
    @Tag("step-4")
    @DisplayName("all tasks are in flight at the same time")
    void allInFlight() throws Exception {
        var trial = new Trial(3);
        Callable<Integer> task = trial::meetTheOthers;
        assertThat(Deadline.gatherWithin(List.of(task, task, task), PLENTY))
                .as("how many of three tasks each task missed, when it waited for all three")
                .containsExactly(0, 0, 0);
    }

    @Test
    @Tag("step-4")
    @DisplayName("results that come in time keep the order of the tasks, and may be null")
    void inTime() throws Exception {
        var trial = new Trial(1);
        var second = new CompletableFuture<Thread>();
        assertThat(Deadline.gatherWithin(List.of(trial.after(second, "first"), Trial.ending(second, null)), PLENTY))
                .as("the results of two tasks, of which the second ends first")
                .containsExactly("first", null);
    }

    @Test
    @Tag("step-4")
    @DisplayName("no tasks, no results")
    void noTasks() throws Exception {
        assertThat(Deadline.gatherWithin(List.of(), PLENTY)).as("the results of no tasks").isEmpty();
    }

    @Test
    @Tag("step-4")
    @DisplayName("past the deadline the call ends with a TimeoutException, and its tasks are cancelled")
    void pastTheDeadline() throws Exception {
        var trial = new Trial(3);
        var start = System.nanoTime();
        try {
            fail("Two of three tasks slept past the deadline, and gatherWithin returned: "
                    + Deadline.gatherWithin(List.of(trial.sleeper, () -> "quick", trial.sleeper), Duration.ofMillis(150)));
        } catch (TimeoutException expected) {
            var took = (System.nanoTime() - start) / 1_000_000;
            // A busy machine can make it longer, never shorter. Ten less, since a deadline may be cut to whole milliseconds.
            if (took < 140) {
                fail("The tasks were given 150 ms, and gatherWithin gave them up after %d.", took);
            }
            trial.assertAllCancelled(2);
        }
    }

    @Test
    @Tag("step-4")
    @DisplayName("a failure arrives with the task's own exception, long before the deadline, and cancels the others")
    void failure() throws Exception {
        for (var thrown : Inputs.failures()) {
            var trial = new Trial(3);
            var cause = Inputs.reportOf(thrown, () -> Deadline.gatherWithin(
                    List.of(trial.sleeper, trial.failing(thrown), trial.sleeper), PLENTY));
            trial.assertAllCancelled(2);
            assertThat(cause).withFailMessage("A task threw %s, and gatherWithin reports: %s", thrown, cause).isSameAs(thrown);
        }
    }

    @Test
    @Tag("step-4")
    @DisplayName("interrupting the caller cancels the tasks")
    void interruptingTheCaller() throws Exception {
        var trial = new Trial(3);
        trial.assertCancelledByInterrupt(tasks -> Deadline.gatherWithin(tasks, PLENTY),
                List.of(trial.sleeper, trial.interrupting, trial.sleeper));
    }
}
