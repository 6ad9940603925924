package structured.gathereven;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** How a call of gatherEven ends: interrupted, with a failure, or with results. Nothing to write here: these tests judge {@link GatherEven}. */
@DisplayName("gatherEven: the outcome")
@ExtendWith(Steps.class)
@Steps.Taught(scope = 1, join = 2, failure = 2)
@TestMethodOrder(Steps.class)
class OutcomeTest {

    private final Patience patience = new Patience();
    private final IOException diskFull = new IOException("disk full");
    private final Callable<Object> fine = () -> "fine";

    @Test
    @Tag("step-2")
    @DisplayName("interrupting the caller cancels the tasks")
    void interruptingTheCaller() throws Exception {
        for (var end : List.of(Trial.obeys(), Trial.takesNoNotice())) {
            var trial = new Trial(patience, end);
            Trial.endsInterrupted(() -> GatherEven.gatherEven(trial.interrupting()));
            int cancelled = trial.cancelled();
            assertThat(cancelled).withFailMessage("The caller was interrupted, and %d of 5 tasks were cancelled.", cancelled).isEqualTo(5);
        }
    }

    @Test
    @Tag("step-2")
    @DisplayName("a caller that is interrupted already doesn't wait")
    void interruptedBefore() throws Exception {
        var trial = new Trial(patience, Trial.obeys());
        TrialInterruptedCall.callInterrupted(() -> GatherEven.gatherEven(nCopies(5, trial.sleeper)));
        assertThat(trial.cancelled()).withFailMessage("The caller came interrupted: %s", trial).isEqualTo(trial.started());
    }

    @Test
    @Tag("step-2")
    @DisplayName("a failure arrives as an ExecutionException, also when the task that fails is odd")
    void failure() throws Exception {
        for (var thrown : Inputs.failures()) {
            for (int place : List.of(1, 2, 3)) {
                // Whoever runs it a second time doesn't hear of its failure.
                Trial.reports(place, thrown, () -> GatherEven.gatherEven(Trial.lastOf(place, Inputs.throwing(thrown, 1))));
            }
            Trial.reports(1, thrown, () -> GatherEven.gatherEven(nCopies(3, Inputs.throwing(thrown))));
        }
    }

    @Test
    @Tag("step-2")
    @DisplayName("a failure cancels the other tasks")
    void failureCancelsTheOthers() throws Exception {
        for (var thrown : Inputs.failures()) {
            for (int place : List.of(2, 3)) {
                var trial = new Trial(patience, Trial.obeys());
                Inputs.reportOf(thrown, () -> GatherEven.gatherEven(trial.around(place, Inputs.throwing(thrown))));
                assertThat(trial.cancelled())
                        .withFailMessage("Task %d threw %s, and %d of 4 others were cancelled.", place, thrown, trial.cancelled())
                        .isEqualTo(4);
            }
        }
        TrialFailures.assertOf(GatherEven::gatherEven);
    }

    @Test
    @Tag("step-2")
    @DisplayName("the failure that cancels the others is the one that is reported")
    void firstFailure() throws Exception {
        for (var end : List.of(Trial.obeys(), Trial.failsToo(), Trial.takesNoNotice())) {
            var first = Patience.slowToTell();
            var tasks = new Trial(patience, end).around(3, Inputs.throwing(first));
            var cause = Inputs.reportOf(first, () -> GatherEven.gatherEven(tasks));
            assertThat(cause)
                    .withFailMessage("A task threw %s and cancelled the others, and gatherEven reports: %s", first, cause).isSameAs(first);
        }
    }

    @Test
    @Tag("step-2")
    @DisplayName("no task outlives the call")
    void noTaskOutlivesTheCall() throws Exception {
        var afterFailure = new AtomicInteger();
        Inputs.reportOf(diskFull, () -> GatherEven.gatherEven(Trial.slow(patience, afterFailure).around(2, Inputs.throwing(diskFull))));
        int over = afterFailure.get();
        assertThat(over).withFailMessage("A task failed. gatherEven was over, and %d of the 4 cancelled tasks were.", over).isEqualTo(4);
        var afterInterrupt = new AtomicInteger();
        Trial.endsInterrupted(() -> GatherEven.gatherEven(Trial.slow(patience, afterInterrupt).interrupting()));
        over = afterInterrupt.get();
        assertThat(over).withFailMessage("Interrupted, gatherEven was over, and %d of the 5 cancelled tasks were.", over).isEqualTo(5);
    }

    @Test
    @Tag("step-3")
    @DisplayName("the results of the even tasks keep their order, also when they finish in reverse")
    void order() throws Exception {
        var flaw = TrialFlaw.in(List.of("task 2", "task 4"), GatherEven.gatherEven(Trial.endInReverse(5, patience, new AtomicInteger())));
        assertThat(flaw).withFailMessage("Five tasks finished in reverse: %s.", flaw).isEqualTo("");
    }

    @Test
    @Tag("step-3")
    @DisplayName("every second result is there, be it null or equal to another")
    void results() throws Exception {
        for (var input : Extremes.tasks()) {
            var flaw = TrialFlaw.in(Trial.even(input.results()), GatherEven.gatherEven(input.tasks()));
            assertThat(flaw).withFailMessage("Of %s: %s.", input.name(), flaw).isEqualTo("");
        }
        for (var by : Inputs.callers()) {
            for (var input : Inputs.tasks()) {
                var calls = new AtomicInteger();
                by.call(() -> {
                    calls.incrementAndGet();
                    var flaw = TrialFlaw.in(Trial.even(input.results()), GatherEven.gatherEven(input.tasks()));
                    return assertThat(flaw).withFailMessage("Of %s: %s%s.", input.name(), flaw, by.by()).isEqualTo("");
                });
                input.assertRunIn(calls.get(), by);
            }
        }
        TrialUntouched.assertOf(GatherEven::gatherEven);
        var counts = GatherEven.gatherEven(nCopies(4, new AtomicInteger()::incrementAndGet));
        assertThat(counts)
                .withFailMessage("A task that counts how often it is run, four times in the list: two results are due, not the same, and %s came.", counts)
                .doesNotHaveDuplicates().hasSize(2);
    }

    @Test
    @Tag("step-3")
    @DisplayName("a task may gather, too")
    void insideATask() throws Exception {
        var failed = new CountDownLatch(1);
        Callable<Object> gathers = () -> {
            var results = GatherEven.gatherEven(List.of(() -> "a", () -> "b"));
            var cause = Inputs.reportOf(diskFull, () -> GatherEven.gatherEven(List.of(Inputs.throwing(diskFull))));
            failed.countDown();
            return List.of(results, cause);
        };
        Callable<Object> beside = () -> "missing: " + patience.await(failed);
        var flaw = TrialFlaw.in(List.of(List.of(List.of("b"), diskFull), "missing: 0"), GatherEven.gatherEven(List.of(beside, gathers, fine, beside)));
        assertThat(flaw)
                .withFailMessage("Of four tasks the second gathers a and b, then gathers again and catches a failure: %s.", flaw).isEqualTo("");
        TrialIndependence.assertOfTogether(GatherEven::gatherEven);
    }
}
