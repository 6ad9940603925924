package structured.considerations;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** What firstSuccessful promises. Nothing to write here: these tests judge {@link Race}. */
@DisplayName("firstSuccessful")
@ExtendWith(Steps.class)
@Steps.Taught(scope = 5, join = 5, failure = 5)
@TestMethodOrder(Steps.class)
class RaceTest {

    @Test
    @Tag("step-5")
    @DisplayName("all tasks are in flight at the same time")
    void allInFlight() throws Exception {
        // More than any machine has processors: tasks that wait need none.
        var trial = new Trial(2_000);
        Callable<Integer> task = trial::meetTheOthers;
        var missing = won(nCopies(2_000, task));
        assertThat(missing).withFailMessage(missing == null ? "Each of 2,000 tasks waits for all of them, and returns how many it missed. The result of their race: null.%s"
                : "Each of 2,000 tasks waits for all of them. The winner gave up, and missed %2$s.", TrialResults.toKeep(missing), missing).isEqualTo(0);
    }

    @Test
    @Tag("step-5")
    @DisplayName("the first success wins, and the losers are cancelled")
    void losersAreCancelled() throws Exception {
        var trial = new Trial(3);
        var winner = won(List.of(trial.slowToStop, trial.sleeper, () -> {
            trial.meetTheOthers();
            return "winner";
        }));
        trial.assertAllCancelled(2);
        TrialResults.assertWinner("The result of the race", "winner", winner);
    }

    @Test
    @Tag("step-5")
    @DisplayName("a success is the first if another one comes a moment later")
    void theFirstSuccess() throws Exception {
        var trial = new Trial(1);
        // Ten times, since each time the caller may have looked before the other one came.
        for (int i = 0; i < 10; i++) {
            var second = new CompletableFuture<Thread>();
            TrialResults.assertWinner("The result of a race in which one task ends when the other has ended", "first",
                    won(List.of(trial.after(second, "a moment later"), Trial.ending(second, () -> "first"))));
        }
        // A loser that takes its time, and hears no cancellation, gives no others the time to win.
        var caller = Thread.currentThread();
        var first = new CompletableFuture<Thread>();
        var later = new CompletableFuture<Thread>();
        TrialResults.assertWinner("The result of a race in which one task wins, another one goes on, and two succeed meanwhile", "first", won(List.of(
                Trial.ending(first, () -> "first"), () -> {
                    Trial.deaf(trial.after(later, "at last")).call();
                    Patience.holdUntilClose(caller);
                    return "at last";
                },
                Trial.ending(later, Trial.deaf(trial.after(first, "later"))), Trial.deaf(trial.after(first, "later, too")))));
    }

    @Test
    @Tag("step-5")
    @DisplayName("null wins a race like any other result")
    void nullWins() throws Exception {
        var trial = new Trial(2);
        var winner = won(List.of(trial.slowToStop, () -> {
            trial.meetTheOthers();
            return null;
        }));
        trial.assertAllCancelled(1);
        TrialResults.assertResult("The result of a race that a task won which returned null", null, winner);
        // A failure that came first makes no difference.
        var failed = new CompletableFuture<Thread>();
        var afterAFailure = RaceTest.<String>won(List.of(
                Trial.ending(failed, Inputs.throwing(new IOException("disk full"))), trial.after(failed, null)));
        TrialResults.assertResult("The result of a race in which a task failed, and then one returned null", null, afterAFailure);
    }

    @Test
    @Tag("step-5")
    @DisplayName("the result is that of a task: one, the same again, or one of a thousand")
    void everyResult() throws Exception {
        for (var input : Stream.concat(Inputs.tasks().stream(), Extremes.tasks().stream()).toList()) {
            if (!input.tasks().isEmpty()) {
                var result = won(input.tasks());
                assertThat(input.results().contains(result)).withFailMessage("%s had a race, and its result is: %s", input.name(), result).isTrue();
                input.assertNoneClosed("");
                assertThat(input.runs().get()).withFailMessage("%s had a race, and tasks were run %s times.", input.name(), input.runs()).isBetween(1, input.results().size());
            }
        }
    }

    @Test
    @Tag("step-5")
    @DisplayName("a failure is out of the race, and the others go on")
    void failuresAreOutOfTheRace() throws Exception {
        TrialSideBySide.of(TrialThrown.failures(), thrown -> {
            var trial = new Trial(1);
            var failed = new CompletableFuture<Thread>();
            var winner = RaceTest.<String>won(List.of(Trial.ending(failed, Inputs.throwing(thrown)), () -> {
                trial.after(failed, "failed").call();
                // Gives a cancellation every chance to arrive. In right code there is none, and the sleep is a sleep.
                Thread.sleep(5);
                return "slow but sure";
            }));
            TrialResults.assertWinner("The result of a race in which the first task to end threw " + thrown, "slow but sure", winner);
            var runs = new AtomicInteger();
            TrialResults.assertWinner("The result of a race of the same task, three times, which threw " + thrown + " but for the third time", "third time lucky",
                    RaceTest.<String>won(nCopies(3, () -> runs.incrementAndGet() < 3 ? Inputs.<String>throwing(thrown).call() : "third time lucky")));
        });
    }

    @Test
    @Tag("step-5")
    @DisplayName("if all tasks fail, so does the race, with the exception of one of them")
    void allFail() throws Exception {
        for (var thrown : TrialThrown.failures()) {
            for (int tasks : new int[] {1, 3}) {
                var cause = Inputs.reportOf(thrown, () -> Race.firstSuccessful(nCopies(tasks, Inputs.throwing(thrown, tasks))));
                assertThat(cause)
                        .withFailMessage("%d tasks threw %s, none succeeded, and firstSuccessful reports: %s", tasks, thrown, cause).isSameAs(thrown);
            }
        }
    }

    @Test
    @Tag("step-5")
    @DisplayName("a race without tasks is refused")
    void noTasks() throws Exception {
        try {
            fail("A race without tasks gave: %s", Inputs.closed(() -> Race.<Object>firstSuccessful(List.of())));
        } catch (IllegalArgumentException expected) {
            // There is no result that it could return.
        }
    }

    @Test
    @Tag("step-5")
    @DisplayName("interrupting the caller cancels the tasks")
    void interruptingTheCaller() throws Exception {
        var trial = new Trial(3);
        trial.assertCancelledByInterrupt(Race::firstSuccessful, List.of(trial.slowToStop, trial.interrupting, trial.sleeper));
        TrialCalls.assertCalledInterrupted(Race::firstSuccessful);
    }

    @Test
    @Tag("step-5")
    @DisplayName("calls know nothing of each other: they may be nested, or made at the same time")
    void independentCalls() throws Exception {
        TrialIndependence.assertOfTogether(Race::firstSuccessful);
    }

    @Test
    @Tag("step-5")
    @DisplayName("every task is forked by a scope that belongs to the call")
    void forked() throws Exception {
        TrialCalls.assertForked(Race::firstSuccessful);
    }

    /** The result of a race that at least one of these tasks wins. */
    private static <T> T won(List<? extends Callable<? extends T>> tasks) throws Exception {
        return TrialResults.won("In a race some task succeeds", () -> Race.firstSuccessful(tasks));
    }

    /** Never run. If this doesn't compile, firstSuccessful has no longer the types that its contract says. */
    static <T extends CharSequence> int asDeclared(List<? extends Callable<? extends T>> tasks) throws InterruptedException, ExecutionException {
        return Race.<T>firstSuccessful(tasks).length();
    }
}
