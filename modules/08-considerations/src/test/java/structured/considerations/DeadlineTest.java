package structured.considerations;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
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
    private static final Duration FOREVER = ChronoUnit.FOREVER.getDuration();

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
        assertThat(Deadline.gatherWithin(List.of(trial.after(second, "first"), Trial.ending(second, () -> null)), PLENTY))
                .as("the results of two tasks, of which the second ends first")
                .containsExactly("first", null);
        var start = System.nanoTime();
        var results = timedOut(List.of(() -> { trial.letTheCallerWait(); return "quick"; }), Duration.ofMillis(999));
        var took = (System.nanoTime() - start) / 1_000_000;
        // On a machine that stood still it may well be late.
        assertThat(results != null || took > 900)
                .withFailMessage("A task that takes a moment was given 999 ms, and gatherWithin gave it up after %d.", took).isTrue();
    }

    @Test
    @Tag("step-4")
    @DisplayName("each task is run once, and its result has its place")
    void everyResult() throws Exception {
        Trial.assertResults("within a minute", tasks -> Deadline.gatherWithin(tasks, PLENTY));
    }

    @Test
    @Tag("step-4")
    @DisplayName("past the deadline the call ends with a TimeoutException, and its tasks are cancelled")
    void pastTheDeadline() throws Exception {
        var trial = new Trial(2);
        var tasks = new ArrayList<Callable<String>>(nCopies(10, () -> "quick"));
        tasks.set(0, trial.slowToStop);
        tasks.set(9, trial.sleeper);
        var start = System.nanoTime();
        var results = timedOut(tasks, Duration.ofMillis(120));
        var took = (System.nanoTime() - start) / 1_000_000;
        assertThat(results).withFailMessage("Two of ten tasks slept past the deadline, and gatherWithin returned: %s", results).isNull();
        // A busy machine can make it longer, never shorter. Ten less, since a deadline may be cut to whole milliseconds.
        assertThat(took).withFailMessage("The tasks were given 120 ms, and gatherWithin gave them up after %d.", took)
                .isGreaterThanOrEqualTo(110);
        trial.assertAllCancelled(2);
    }

    @Test
    @Tag("step-4")
    @DisplayName("the timeout is for all the tasks together, however many of them end meanwhile")
    void together() throws Exception {
        // One ends every ten milliseconds at the earliest; the last is too late on any machine.
        var tasks = IntStream.rangeClosed(1, 20).<Callable<String>>mapToObj(i -> () -> { Thread.sleep(10 * i); return "task " + i; }).toList();
        var results = timedOut(tasks, Duration.ofMillis(60));
        assertThat(results).withFailMessage("Twenty tasks took 10 to 200 ms, had 60 ms, and gatherWithin returned: %s", results).isNull();
    }

    @Test
    @Tag("step-4")
    @DisplayName("at the deadline itself the call is in time or late, and leaves its caller as it was")
    void atTheDeadline() throws Exception {
        Callable<String> task = () -> { Thread.sleep(1); return "just in time"; };
        for (int i = 0; i < 30; i++) {
            var results = timedOut(nCopies(3, task), Duration.ofMillis(1));
            assertThat(Thread.interrupted())
                    .withFailMessage("The call was over, and left its caller interrupted, which nobody had interrupted.").isFalse();
            assertThat(results == null || results.equals(nCopies(3, "just in time")))
                    .withFailMessage("Three tasks ended at the deadline, and gatherWithin returned: %s", results).isTrue();
        }
    }

    @Test
    @Tag("step-4")
    @DisplayName("a timeout may be as long as a Duration can be")
    void forEver() throws Exception {
        for (var timeout : List.of(PLENTY, Duration.ofDays(30), Duration.ofDays(200_000), Duration.ofSeconds(Long.MAX_VALUE), FOREVER)) {
            var trial = new Trial(1);
            assertThat(Deadline.gatherWithin(List.of(() -> { trial.letTheCallerWait(); return "in time"; }), timeout))
                    .as("the results of a task that takes a moment, and has %s", timeout)
                    .containsExactly("in time");
        }
    }

    @Test
    @Tag("step-4")
    @DisplayName("a timeout of zero or less is over at once: tasks that run are late, no tasks are not")
    void noTime() throws Exception {
        for (var timeout : List.of(Duration.ZERO, Duration.ofNanos(1), Duration.ofNanos(999_999), Duration.ofNanos(-1), Duration.ofSeconds(-1), FOREVER.negated())) {
            var trial = new Trial(2);
            var results = timedOut(List.of(trial.slowToStop, trial.sleeper), timeout);
            assertThat(results).withFailMessage("Tasks that sleep had %s, and gatherWithin returned: %s", timeout, results).isNull();
            trial.assertAllCancelled();
            assertThat(Deadline.gatherWithin(List.of(), timeout)).as("the results of no tasks, which had %s", timeout).isEmpty();
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
            var ofThree = Inputs.reportOf(thrown, () -> Deadline.gatherWithin(nCopies(3, Inputs.throwing(thrown)), PLENTY));
            assertThat(ofThree).withFailMessage("Three tasks threw %s, the same one, and gatherWithin reports: %s", thrown, ofThree).isSameAs(thrown);
        }
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
        Trial.assertCalledInterrupted(tasks -> Deadline.gatherWithin(tasks, PLENTY));
    }

    @Test
    @Tag("step-4")
    @DisplayName("calls know nothing of each other: they may be nested, or made at the same time")
    void independentCalls() throws Exception {
        Trial.assertIndependent(tasks -> Deadline.gatherWithin(tasks, PLENTY));
    }

    @Test
    @Tag("step-4")
    @DisplayName("every task is forked by a scope that belongs to the call")
    void forked() throws Exception {
        Trial.assertForked(tasks -> Deadline.gatherWithin(tasks, PLENTY));
    }

    /** Null if the call ended, as it should, with a TimeoutException. */
    private static List<String> timedOut(List<Callable<String>> tasks, Duration timeout) throws Exception {
        try {
            return Deadline.gatherWithin(tasks, timeout);
        } catch (TimeoutException expected) {
            return null;
        }
    }
}
