package structured.considerations;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** What gatherInBatches promises. Nothing to write here: these tests judge {@link Batches}. */
@DisplayName("gatherInBatches")
@ExtendWith(Steps.class)
@Steps.Taught(scope = 1, join = 1, failure = 1)
@TestMethodOrder(Steps.class)
class BatchesTest {

    @Test
    @Tag("step-1")
    @DisplayName("every task is forked by a scope that belongs to the call")
    void forked() throws Exception {
        Trial.assertForked(tasks -> Batches.gatherInBatches(tasks, 1));
    }

    @Test
    @Tag("step-1")
    @DisplayName("the tasks of a batch are in flight at the same time")
    void allOfABatchInFlight() throws Exception {
        var firstBatch = new Trial(3);
        var secondBatch = new Trial(2);
        assertThat(Batches.gatherInBatches(List.of(firstBatch::meetTheOthers, firstBatch::meetTheOthers,
                firstBatch::meetTheOthers, secondBatch::meetTheOthers, secondBatch::meetTheOthers), 3))
                .as("how many of its batch each task missed, in a batch of three and one of two")
                .containsExactly(0, 0, 0, 0, 0);
    }

    @Test
    @Tag("step-1")
    @DisplayName("a batch starts when the one before it is over")
    void oneBatchAfterTheOther() throws Exception {
        var secondBatch = new CountDownLatch(1);
        assertThat(Batches.gatherInBatches(List.of(
                () -> "quick",
                // Gives the second batch every chance to show up. In right code it doesn't, and the wait runs out.
                () -> secondBatch.await(100, MILLISECONDS) ? "not alone" : "alone",
                () -> { secondBatch.countDown(); return "next"; }), 2))
                .as("what a task saw that had a batch of two for itself, after the other had ended")
                .containsExactly("quick", "alone", "next");
    }

    @Test
    @Tag("step-1")
    @DisplayName("results keep the order of the tasks, and the last batch may be smaller")
    void order() throws Exception {
        var trial = new Trial(1);
        var second = new CompletableFuture<Thread>();
        var fourth = new CompletableFuture<Thread>();
        assertThat(Batches.gatherInBatches(List.of(
                trial.after(second, 1), Trial.ending(second, 2), trial.after(fourth, null), Trial.ending(fourth, 4), () -> 5), 2))
                .as("the results of two batches of two, of which the second task ends first, and one of one")
                .containsExactly(1, 2, null, 4, 5);
    }

    @Test
    @Tag("step-1")
    @DisplayName("no tasks, no results")
    void noTasks() throws Exception {
        assertThat(Batches.gatherInBatches(List.of(), 2)).as("the results of no tasks").isEmpty();
    }

    @Test
    @Tag("step-1")
    @DisplayName("a batch of less than one task is refused, and no task is run")
    void batchSizeTooSmall() throws Exception {
        var ran = new AtomicBoolean();
        for (int batchSize : new int[] {0, -1}) {
            try {
                fail("A batch size of %d gave %s.", batchSize, Batches.gatherInBatches(List.of(() -> ran.getAndSet(true)), batchSize));
            } catch (IllegalArgumentException expected) {
                assertThat(ran).withFailMessage("A batch size of %d was refused, after a task had run.", batchSize).isFalse();
            }
        }
    }

    @Test
    @Tag("step-1")
    @DisplayName("a failure arrives with the task's own exception, and cancels the rest of its batch")
    void failure() throws Exception {
        for (var thrown : Inputs.failures()) {
            var trial = new Trial(3);
            var cause = Inputs.reportOf(thrown, () -> Batches.gatherInBatches(
                    List.of(trial.sleeper, trial.failing(thrown), trial.sleeper), 3));
            trial.assertAllCancelled(2);
            assertThat(cause).withFailMessage("A task threw %s, and gatherInBatches reports: %s", thrown, cause).isSameAs(thrown);
        }
    }

    @Test
    @Tag("step-1")
    @DisplayName("after a failure no other batch starts")
    void nothingStartsAfterAFailure() throws Exception {
        var started = new AtomicInteger();
        Callable<String> next = () -> "task " + started.incrementAndGet();
        Trial.failureOf(tasks -> Batches.gatherInBatches(tasks, 1), List.of(() -> { throw new IOException("disk full"); }, next));
        assertThat(started).withFailMessage("A batch failed, and the one after it was started.").hasValue(0);
    }

    @Test
    @Tag("step-1")
    @DisplayName("interrupting the caller cancels the running batch, and no other starts")
    void interruptingTheCaller() throws Exception {
        var trial = new Trial(2);
        trial.assertCancelledByInterrupt(tasks -> Batches.gatherInBatches(tasks, 2),
                List.of(trial.sleeper, trial.interrupting, trial.sleeper));
    }

    @Test
    @Tag("step-1")
    @DisplayName("a service that serves three requests at a time refuses none that come in batches of three")
    void sparesAService() throws Exception {
        try (var service = new RateLimitedService(3, Duration.ofMillis(5))) {
            var requests = IntStream.rangeClosed(1, 12).<Callable<String>>mapToObj(id -> () -> service.request(id)).toList();
            assertThat(Batches.gatherInBatches(requests, 3)).hasSize(12)
                    .last().isEqualTo("I/O Task 12 has been completed after 0.005 seconds.");
        }
    }
}
