package structured.considerations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** What gatherInBatches promises, in whatever order the threads take their steps. Nothing to write here: these tests judge {@link Batches}. */
@DisplayName("gatherInBatches: in every order of steps")
@ExtendWith(Steps.class)
@Steps.Taught(scope = 1, join = 1, failure = 1)
@TestMethodOrder(Steps.class)
class BatchesSchedulesTest {

    @Test
    @ExtendWith(Schedules.class)
    @Tag("step-1")
    @DisplayName("in whatever order tasks end, a batch starts when the one before it is over, and results keep the order of the tasks")
    void oneBatchAfterTheOther() throws Exception {
        assertFiveInBatches();
        assertThat(ended).withFailMessage("In batches of two, five tasks were run %d times.", ended).isEqualTo(5);
    }

    @Test
    @ExtendWith(Schedules.class)
    @Tag("step-1")
    @DisplayName("in whatever order tasks end, after a failure no other batch starts, and none of the tasks goes on")
    void nothingStartsAfterAFailure() throws Exception {
        try {
            fail("A task of the first of two batches failed, and gatherInBatches returned: %s", Batches.gatherInBatches(
                    List.of(task("a", 1), this::fails, () -> {
                        Interleaving.broken("A task of the first batch failed, and the second batch started.");
                        return "b";
                    }), 2));
        } catch (ExecutionException e) {
            TrialResults.assertCause("A task of the first of two batches", diskFull, e.getCause());
        }
        assertThat(running).withFailMessage("gatherInBatches was over, and %d tasks were running.", running[0]).containsExactly(0);
    }

    @Test
    @ExtendWith(Schedules.class)
    @Tag("step-1")
    @DisplayName("in whatever order tasks end, an interrupt of the caller is not lost, and without one no task is left out")
    void interrupt() throws Exception {
        var wasInterrupted = Interleaving.interruptSomewhere(Thread.currentThread());
        TrialInterruptedCall.assertInterruptArrives("Its caller was interrupted, and a call", wasInterrupted, this::assertFiveInBatches);
    }

    @Test
    @ExtendWith(Schedules.class)
    @Tag("step-1")
    @DisplayName("in whatever order two calls take their steps, neither minds the other's failure")
    void twoCalls() throws Exception {
        var results = TwoCalls.make(failing -> Batches.gatherInBatches(List.of(failing), 2),
                () -> Batches.gatherInBatches(List.of(TwoCalls.returning("a"), TwoCalls.returning("b")), 2));
        TrialResults.assertInOrder("Of two calls at the same time one failed. The results of the other", List.of("a", "b"), results);
    }

    private final IOException diskFull = new IOException("disk full");

    /** How many tasks are running, and of which batch. */
    private final int[] running = new int[1];
    private int batch;
    private int ended;

    private List<String> assertFiveInBatches() throws Exception {
        var results = Batches.gatherInBatches(List.of(task("a", 1), task("b", 1), task("c", 2), task("d", 2), task("e", 3)), 2);
        TrialResults.assertInOrder("The results of five tasks, in batches of two", List.of("a", "b", "c", "d", "e"), results);
        return results;
    }

    private Callable<String> task(String result, int ofBatch) {
        return () -> {
            if (running[0] > 0 && batch != ofBatch) {
                Interleaving.broken("A task of batch %d started while one of batch %d was running.".formatted(ofBatch, batch));
            }
            if (ended < 2 * (ofBatch - 1)) {
                Interleaving.broken("A task of batch %d started when %d of the %d tasks before that batch had ended.".formatted(ofBatch, ended, 2 * (ofBatch - 1)));
            }
            running[0]++;
            batch = ofBatch;
            Interleaving.note("task of batch " + ofBatch + " returns " + result);
            running[0]--;
            ended++;
            return result;
        };
    }

    private String fails() throws IOException {
        Interleaving.note("task fails: disk full");
        throw diskFull;
    }
}
