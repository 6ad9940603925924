package structured.considerations;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** What gatherSettled promises, in whatever order the threads take their steps. Nothing to write here: these tests judge {@link Outcomes}. */
@DisplayName("gatherSettled: in every order of steps")
@ExtendWith(Steps.class)
@Steps.Taught(scope = 3, join = 3, failure = 3)
@TestMethodOrder(Steps.class)
class OutcomesSchedulesTest {

    @Test
    @ExtendWith(Schedules.class)
    @Tag("step-3")
    @DisplayName("in whatever order tasks end, each has its outcome, in the order of the tasks")
    void everyOutcome() throws Exception {
        TrialResults.assertInOrder("The outcomes of four tasks, of which the second and the fourth fail",
                List.of(new Outcome.Success<>("a"), new Outcome.Failure<>(diskFull), new Outcome.Success<>(null), new Outcome.Failure<>(diskFull)),
                Outcomes.gatherSettled(List.of(returning("a"), this::fails, returning(null), this::fails)));
    }

    @Test
    @ExtendWith(Schedules.class)
    @Tag("step-3")
    @DisplayName("in whatever order tasks end, an interrupt of the caller is not lost, and without one no task is left out")
    void interrupt() throws Exception {
        var wasInterrupted = Interleaving.interruptSomewhere(Thread.currentThread());
        TrialInterruptedCall.assertInterruptArrives("Its caller was interrupted, and a call", wasInterrupted, () -> {
            var outcomes = Outcomes.gatherSettled(List.of(returning("a"), this::fails, returning("c")));
            TrialResults.assertInOrder("Somebody was about to interrupt the caller. The outcomes of three tasks, of which the second fails",
                    List.of(new Outcome.Success<>("a"), new Outcome.Failure<>(diskFull), new Outcome.Success<>("c")), outcomes);
            return outcomes;
        });
    }

    private final IOException diskFull = new IOException("disk full");

    private static Callable<String> returning(String result) {
        return () -> {
            Interleaving.note("task returns " + result);
            return result;
        };
    }

    private String fails() throws IOException {
        Interleaving.note("task fails: disk full");
        throw diskFull;
    }
}
