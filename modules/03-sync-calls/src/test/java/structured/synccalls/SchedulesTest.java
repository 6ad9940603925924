package structured.synccalls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** What callInSequence promises, in whatever order threads take their steps. Nothing to write here: these tests judge {@link SyncCalls}. */
@DisplayName("callInSequence: in every order of steps")
@ExtendWith(Steps.class)
@Steps.Taught(scope = 1, join = 2, failure = 3)
@TestMethodOrder(Steps.class)
class SchedulesTest {

    private final List<String> started = new ArrayList<>();
    private int inFlight;
    private boolean failed;

    @Test
    @ExtendWith(Schedules.class)
    @Tag("step-2")
    @DisplayName("in whatever order threads take their steps, a task starts when the one before it is over")
    void oneAtATime() throws Exception {
        SyncCalls.callInSequence(List.of(returning("a"), returning("b"), returning("c")));
        var flaw = TrialFlaw.in(List.of("a", "b", "c"), started);
        assertThat(flaw).withFailMessage("Three tasks wrote down their results as they started: %s.", flaw).isEqualTo("");
    }

    @Test
    @ExtendWith(Schedules.class)
    @Tag("step-3")
    @DisplayName("in whatever order threads take their steps, nothing starts after a failure, and the failure arrives")
    void failure() throws Exception {
        var diskFull = new IOException("disk full");
        Callable<String> failing = () -> {
            Interleaving.note("task throws");
            failed = true;
            throw diskFull;
        };
        var cause = Inputs.reportOf(diskFull, () -> SyncCalls.callInSequence(List.of(returning("a"), failing, returning("c"))));
        assertThat(cause).withFailMessage("A task threw %s, and callInSequence reports: %s", diskFull, cause).isSameAs(diskFull);
    }

    @Test
    @ExtendWith(Schedules.class)
    @Tag("step-3")
    @DisplayName("in whatever order threads take their steps, an interrupt of the caller is not lost, and without one no task is left out")
    void interrupt() throws Exception {
        var wasInterrupted = Interleaving.interruptSomewhere(Thread.currentThread());
        TrialInterruptedCall.assertInterruptArrives("Its caller was interrupted, and callInSequence", wasInterrupted, () -> {
            var results = SyncCalls.callInSequence(List.of(returning("a"), returning("b"), returning("c")));
            var flaw = TrialFlaw.in(List.of("a", "b", "c"), results);
            assertThat(flaw).withFailMessage("Somebody was about to interrupt the caller. Three tasks returned a, b and c: %s.", flaw).isEqualTo("");
            return results;
        });
    }

    @Test
    @ExtendWith(Schedules.class)
    @Tag("step-3")
    @DisplayName("in whatever order two calls take their steps, neither minds the other's failure")
    void twoCalls() throws Exception {
        var results = TwoCalls.make(failing -> SyncCalls.callInSequence(List.of(failing)),
                () -> SyncCalls.callInSequence(List.of(TwoCalls.returning("a"), TwoCalls.returning("b"))));
        var flaw = TrialFlaw.in(List.of("a", "b"), results);
        assertThat(flaw).withFailMessage("Of two calls at the same time one failed. Two tasks of the other returned a and b: %s.", flaw).isEqualTo("");
    }

    private Callable<String> returning(String result) {
        return () -> {
            if (failed) {
                Interleaving.broken("A task was started after one that had failed.");
            }
            if (++inFlight > 1) {
                Interleaving.broken("A task was started while another one was in flight.");
            }
            started.add(result);
            Interleaving.note("task returns " + result);
            inFlight--;
            return result;
        };
    }
}
