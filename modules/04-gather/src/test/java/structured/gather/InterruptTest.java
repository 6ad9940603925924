package structured.gather;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** What gather does when its caller is interrupted. Nothing to write here: these tests judge {@link Gather}. */
@DisplayName("gather: an interrupt of the caller")
@ExtendWith(Steps.class)
@Steps.Taught(scope = 1, join = 2, failure = 3)
@TestMethodOrder(Steps.class)
class InterruptTest {

    private final Patience patience = new Patience();

    @Test
    @Tag("step-2")
    @DisplayName("interrupting the caller cancels the tasks")
    void interruptingTheCaller() throws Exception {
        for (var end : List.of(Trial.obeys(), Trial.takesNoNotice())) {
            var trial = new Trial(patience, end);
            Trial.endsInterrupted(() -> Gather.gather(trial.interrupting()));
            int cancelled = trial.cancelled();
            assertThat(cancelled).withFailMessage("The caller was interrupted, and %d of 5 tasks were cancelled.", cancelled).isEqualTo(5);
        }
    }

    @Test
    @Tag("step-2")
    @DisplayName("a caller that is interrupted already doesn't wait")
    void interruptedBefore() throws Exception {
        var trial = new Trial(patience, Trial.obeys());
        TrialInterruptedCall.callInterrupted(() -> Gather.gather(nCopies(5, trial.sleeper)));
        assertThat(trial.cancelled()).withFailMessage("The caller came interrupted: %s", trial).isEqualTo(trial.started());
    }
}
