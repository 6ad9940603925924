package structured.synccalls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** What callInSequence does when its caller is interrupted. Nothing to write here: these tests judge {@link SyncCalls}. */
@DisplayName("callInSequence: an interrupt of the caller")
@ExtendWith(Steps.class)
@Steps.Taught(scope = 1, join = 2, failure = 3)
@TestMethodOrder(Steps.class)
class InterruptTest {

    private final Patience patience = new Patience();

    @Test
    @Tag("step-2")
    @DisplayName("interrupting the caller cancels the running task")
    void interruptingTheCaller() throws Exception {
        for (var end : Trial.ends()) {
            for (int later = 0; later < 2; later++) {
                assertThat(new Trial(patience, end, later, SyncCalls::callInSequence).cancelled)
                        .withFailMessage("The caller was interrupted, and the task that ran went on.").isTrue();
            }
        }
    }

    @Test
    @Tag("step-2")
    @DisplayName("after an interrupt no other task starts")
    void nothingStartsAfterAnInterrupt() throws Exception {
        for (var end : Trial.ends()) {
            var started = new Trial(patience, end, 1, SyncCalls::callInSequence).started;
            assertThat(started).withFailMessage("The caller was interrupted during the second of three tasks, and %s %s started.", started, Telling.were(started.get())).hasValue(2);
        }
        // To cancel several takes a while, in which the first of them may be over already.
        var started = Trial.startedWhileCancelling(patience, SyncCalls::callInSequence);
        assertThat(started).withFailMessage("The caller was interrupted during the first of three tasks, which ended when it was cancelled, and %d were started.", started)
                .isEqualTo(1);
    }

    @Test
    @Tag("step-2")
    @DisplayName("a caller that is interrupted already doesn't wait")
    void interruptedBefore() throws Exception {
        var started = new AtomicInteger();
        Callable<Object> sleeper = () -> { started.incrementAndGet(); patience.sleepUntilInterrupted(); return "slept to the end"; };
        TrialInterruptedCall.callInterrupted(() -> SyncCalls.callInSequence(List.of(sleeper, sleeper)));
        assertThat(patience.isOver()).withFailMessage("Its caller had been interrupted before the call, and a task went on.").isFalse();
        assertThat(started)
                .withFailMessage("Its caller had been interrupted before the call, and %s tasks were started.", started)
                .hasValueLessThan(2);
    }
}
