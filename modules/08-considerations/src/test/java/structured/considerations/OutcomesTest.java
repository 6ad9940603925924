package structured.considerations;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
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
    @DisplayName("all tasks are in flight at the same time")
    void allInFlight() throws Exception {
        // More than any machine has processors: tasks that wait need none.
        var trial = new Trial(2_000);
        Callable<Integer> task = trial::meetTheOthers;
        var missed = Outcomes.gatherSettled(nCopies(2_000, task)).stream().filter(outcome -> !new Outcome.Success<>(0).equals(outcome)).toList();
        assertThat(missed)
                .withFailMessage("Each of 2,000 tasks waits for all of them. %d gave up; the first outcome of them: %s.%s", missed.size(),
                        missed.isEmpty() ? "none" : missed.getFirst(), TrialResults.whyNull(missed))
                .isEmpty();
    }

    @Test
    @Tag("step-3")
    @DisplayName("every task has its outcome, in the order of the tasks: successes, null, exceptions and errors")
    void everyOutcome() throws Exception {
        var expected = new ArrayList<Outcome<String>>(List.of(new Outcome.Success<>("fine"), new Outcome.Success<>(null)));
        var tasks = new ArrayList<Callable<String>>(List.of(() -> "fine", () -> null));
        for (var thrown : TrialThrown.failures()) {
            tasks.add(Inputs.throwing(thrown, 1));
            expected.add(new Outcome.Failure<>(thrown));
        }
        // Not over before one of them has failed.
        var failed = new CompletableFuture<Thread>();
        tasks.set(2, Trial.ending(failed, tasks.get(2)));
        tasks.add(new Trial(1).after(failed, "fine"));
        expected.add(new Outcome.Success<>("fine"));
        var outcomes = Outcomes.gatherSettled(tasks);
        var interrupted = Thread.interrupted();
        assertThat(interrupted).withFailMessage("One of the tasks failed with an InterruptedException of its own, and that has interrupted the caller.").isFalse();
        for (int i = 0; i < Math.min(expected.size(), outcomes.size()); i++) {
            TrialResults.assertResult("Outcome %d of %d".formatted(i + 1, expected.size()), expected.get(i), outcomes.get(i));
        }
        assertThat(outcomes).withFailMessage("%d tasks have ended, and there are %d outcomes.", tasks.size(), outcomes.size()).hasSameSizeAs(tasks);
        // Whose equals nobody has a reason to ask for: neither has this test. Its text is another matter: the JDK asks for it
        // whenever it wraps an exception on its way.
        var untouchable = new Untouchable();
        var failure = Outcomes.gatherSettled(List.<Callable<String>>of(() -> "fine", Inputs.throwing(untouchable), () -> "fine")).get(1);
        assertThat(failure instanceof Outcome.Failure<String>(Throwable cause) && cause == untouchable)
                .withFailMessage("A task threw an exception that can't be compared, and its outcome isn't a failure with that exception.").isTrue();
    }

    /** Fails whoever compares it. */
    private static final class Untouchable extends Exception {
        private static final long serialVersionUID = 1;

        @Override
        public boolean equals(Object other) {
            throw new IllegalStateException("Somebody asked a task's exception whether it equals another one, which threw.");
        }

        @Override
        public int hashCode() {
            throw new IllegalStateException("Somebody asked a task's exception for its hash code, which threw.");
        }
    }

    @Test
    @Tag("step-3")
    @DisplayName("outcomes keep the order of the tasks, also when they end in another one")
    void order() throws Exception {
        var trial = new Trial(1);
        var second = new CompletableFuture<Thread>();
        var fourth = new CompletableFuture<Thread>();
        var diskFull = new IOException("disk full");
        var outcomes = Outcomes.gatherSettled(List.of(
                trial.after(second, "first"), Trial.ending(second, Inputs.throwing(diskFull)), trial.after(fourth, "third"), Trial.ending(fourth, () -> null)));
        TrialResults.assertInOrder("The outcomes of four tasks, of which the second ends before the first, and the fourth before the third",
                List.of(new Outcome.Success<>("first"), new Outcome.Failure<>(diskFull), new Outcome.Success<>("third"), new Outcome.Success<>(null)), outcomes);
    }

    @Test
    @Tag("step-3")
    @DisplayName("each task is run once, and has one outcome: no tasks, one, the same again, a thousand")
    void everyResult() throws Exception {
        TrialCalls.Call<Object> settled = tasks -> Outcomes.gatherSettled(tasks).stream()
                .map(outcome -> outcome instanceof Outcome.Success<Object> success ? success.value() : outcome).toList();
        TrialResults.assertResults("settled", settled);
        TrialResults.assertResults("settled", Extremes.tasks(), settled);
        var inside = List.<Outcome<String>>of(new Outcome.Success<>("settled before"), new Outcome.Failure<>(new IOException("failed before")));
        TrialResults.assertInOrder("Tasks return outcomes. Their own outcomes", inside.stream().<Object>map(Outcome.Success::new).toList(),
                Outcomes.gatherSettled(inside.stream().<Callable<Outcome<String>>>map(outcome -> () -> outcome).toList()));
    }

    @Test
    @Tag("step-3")
    @DisplayName("a failure cancels nothing: tasks that take longer still succeed")
    void aFailureCancelsNothing() throws Exception {
        TrialSideBySide.of(TrialThrown.failures(), thrown -> {
            var trial = new Trial(1);
            var failed = new CompletableFuture<Thread>();
            Callable<String> slow = () -> {
                trial.after(failed, "failed").call();
                // Gives a cancellation every chance to arrive. In right code there is none, and the sleep is a sleep.
                Thread.sleep(5);
                return "done";
            };
            var outcomes = Outcomes.gatherSettled(List.of(slow, Trial.ending(failed, Inputs.throwing(thrown))));
            assertThat(outcomes)
                    .withFailMessage("A task threw %s, and another one took a moment longer. Their outcomes: %s. The other one should have succeeded.", thrown, outcomes)
                    .contains(new Outcome.Success<>("done"));
        });
    }

    @Test
    @Tag("step-3")
    @DisplayName("interrupting the caller cancels the tasks")
    void interruptingTheCaller() throws Exception {
        var trial = new Trial(3);
        trial.assertCancelledByInterrupt(Outcomes::gatherSettled, List.of(() -> "quick", trial.slowToStop, trial.interrupting, trial.sleeper));
        TrialCalls.assertCalledInterrupted(Outcomes::gatherSettled);
    }

    @Test
    @Tag("step-3")
    @DisplayName("calls know nothing of each other: they may be nested, or made at the same time")
    void independentCalls() throws Exception {
        TrialIndependence.assertOfTogether(Outcomes::gatherSettled);
    }

    @Test
    @Tag("step-3")
    @DisplayName("every task is forked by a scope that belongs to the call")
    void forked() throws Exception {
        TrialCalls.assertForked(Outcomes::gatherSettled);
    }

    /** Never run. If this doesn't compile, gatherSettled has no longer the types that its contract says. */
    static <T> Outcome<T> asDeclared(List<? extends Callable<? extends T>> tasks) throws InterruptedException {
        return Outcomes.<T>gatherSettled(tasks).getFirst();
    }
}
