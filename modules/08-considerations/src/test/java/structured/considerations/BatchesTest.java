package structured.considerations;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
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
    @DisplayName("the tasks of a batch are in flight at the same time")
    void allOfABatchInFlight() throws Exception {
        // More than any machine has processors: tasks that wait need none.
        for (int size : new int[] {4, 2_000}) {
            // Who shares them out evenly has no batch that is full, and who leaves nobody alone none before the last.
            for (int last : size > 4 ? List.of(2) : List.of(2, 1)) {
                var tasks = new ArrayList<Callable<Integer>>();
                for (int batch : List.of(size, size, last)) {
                    tasks.addAll(nCopies(batch, new Trial(batch)::meetTheOthers));
                }
                var missed = Batches.gatherInBatches(tasks, size).stream().filter(missing -> missing != 0).toList();
                assertThat(missed)
                        .withFailMessage("In batches of %d, %d and %d tasks, each task waits for all of its batch. %d gave up; the first of them missed %s.",
                                size, size, last, missed.size(), missed.isEmpty() ? 0 : missed.getFirst())
                        .isEmpty();
            }
        }
    }

    @Test
    @Tag("step-1")
    @DisplayName("a batch starts when the one before it is over")
    void oneBatchAfterTheOther() throws Exception {
        var trial = new Trial(1);
        var quick = new CompletableFuture<Thread>();
        var secondBatch = new CountDownLatch(1);
        var results = Batches.gatherInBatches(List.of(
                Trial.ending(quick, () -> "quick"),
                // Gives the second batch every chance to show up. In right code it doesn't, and the wait runs out.
                () -> Trial.showUp(trial.after(quick, secondBatch).call()) ? "not alone" : "alone",
                () -> { secondBatch.countDown(); return "next"; }), 2);
        TrialResults.assertInOrder("Of three tasks in batches of two, the second looks whether the third starts while it still runs. The results",
                List.of("quick", "alone", "next"), results);
    }

    @Test
    @Tag("step-1")
    @DisplayName("results keep the order of the tasks, and the last batch may be smaller")
    void order() throws Exception {
        var trial = new Trial(1);
        var second = new CompletableFuture<Thread>();
        var fourth = new CompletableFuture<Thread>();
        var results = Batches.gatherInBatches(List.of(trial.after(second, 1), Trial.ending(second, () -> 2),
                trial.after(fourth, null), Trial.ending(fourth, () -> 4), () -> 5), 2);
        TrialResults.assertInOrder("Two batches of two, of which the second task ends first, and one of one. The results", Arrays.asList(1, 2, null, 4, 5), results);
    }

    @Test
    @Tag("step-1")
    @DisplayName("each task is run once, and its result has its place, whatever the size of a batch")
    void everyResult() throws Exception {
        TrialSideBySide.of(List.of(1, 2, 3, Integer.MAX_VALUE), batchSize -> {
            var how = "in batches of " + batchSize;
            TrialCalls.Call<Object> call = tasks -> Batches.gatherInBatches(tasks, batchSize);
            switch (batchSize) {
                // Not the long one again: in many batches, its tasks take longer than all the rest.
                case 1, 3 -> TrialResults.assertResults(how, Inputs.tasks().stream().filter(input -> input.results().size() < 1_000).toList(), call);
                case 2 -> TrialResults.assertResults(how, Extremes.tasks(), call);
                default -> TrialResults.assertResults(how, call);
            }
        });
    }

    @Test
    @Tag("step-1")
    @DisplayName("a batch of less than one task is refused, and no task is run")
    void batchSizeTooSmall() throws Exception {
        var ran = new AtomicInteger();
        for (int batchSize : new int[] {0, -1, Integer.MIN_VALUE}) {
            for (int tasks : new int[] {0, 1, 3}) {
                try {
                    fail("A batch size of %d, with %d tasks, gave %s.", batchSize, tasks,
                            Inputs.closed(() -> Batches.gatherInBatches(nCopies(tasks, ran::incrementAndGet), batchSize)));
                } catch (IllegalArgumentException expected) {
                    assertThat(ran).withFailMessage("A batch size of %d was refused, after %s tasks had run.", batchSize, ran).hasValue(0);
                }
            }
        }
    }

    @Test
    @Tag("step-1")
    @DisplayName("a failure arrives with the task's own exception, and cancels the rest of its batch")
    void failure() throws Exception {
        for (var thrown : TrialThrown.failures()) {
            var trial = new Trial(3);
            var cause = Inputs.reportOf(thrown, () -> Batches.gatherInBatches(
                    List.of(trial.sleeper, trial.failing(thrown), trial.sleeper), 3));
            trial.assertAllCancelled(2);
            assertThat(cause).withFailMessage("A task threw %s, and gatherInBatches reports: %s", thrown, cause).isSameAs(thrown);
            var ofThree = Inputs.reportOf(thrown, () -> Batches.gatherInBatches(nCopies(3, Inputs.throwing(thrown, 3)), 3));
            assertThat(ofThree).withFailMessage("Three tasks threw %s, the same one, and gatherInBatches reports: %s", thrown, ofThree).isSameAs(thrown);
        }
        TrialFailures.assertOf(tasks -> Batches.gatherInBatches(tasks, 4));
    }

    @Test
    @Tag("step-1")
    @DisplayName("after a failure no other batch starts, and no task goes on")
    void nothingStartsAfterAFailure() throws Exception {
        TrialSideBySide.of(List.of(0, 1, 2), failing -> {
            var diskFull = new IOException("disk full");
            var trial = new Trial(2);
            var ran = new AtomicInteger();
            var tasks = new ArrayList<Callable<String>>(nCopies(67, () -> "task " + ran.incrementAndGet()));
            tasks.set(2 * failing, trial.slowToStop);
            tasks.set(2 * failing + 1, trial.failing(diskFull));
            Inputs.reportOf(diskFull, () -> Batches.gatherInBatches(tasks, 2));
            trial.assertAllCancelled(1);
            assertThat(ran).withFailMessage("Sixty-seven tasks in batches of two: batch %d failed, and of the others' tasks %s were run.", failing + 1, ran)
                    .hasValue(2 * failing);
        });
    }

    @Test
    @Tag("step-1")
    @DisplayName("interrupting the caller cancels the running batch, and no other starts")
    void interruptingTheCaller() throws Exception {
        var trial = new Trial(2);
        trial.assertCancelledByInterrupt(tasks -> Batches.gatherInBatches(tasks, 2),
                List.of(() -> "first", () -> "batch", trial.slowToStop, trial.interrupting, trial.sleeper, trial.sleeper));
        TrialCalls.assertCalledInterrupted(tasks -> Batches.gatherInBatches(tasks, 2));
        TrialHeldInterrupter.assertNextNeverStarts(tasks -> Batches.gatherInBatches(tasks, 1));
    }

    @Test
    @Tag("step-1")
    @DisplayName("calls know nothing of each other: they may be nested, or made at the same time")
    void independentCalls() throws Exception {
        TrialNested.assertOf(Batches::gatherInBatches);
    }

    @Test
    @Tag("step-1")
    @DisplayName("a service that serves three requests at a time refuses none that come in batches of three")
    void sparesAService() throws Exception {
        try (var service = new RateLimitedService(3, Duration.ofMillis(3))) {
            // Requests that a busy machine makes one after another come in turn by luck; so they are counted here, too.
            var underWay = new AtomicInteger();
            var most = new AtomicInteger();
            var requests = IntStream.rangeClosed(1, 9).<Callable<String>>mapToObj(id -> () -> {
                most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
                try {
                    return service.request(id);
                } finally {
                    underWay.decrementAndGet();
                }
            }).toList();
            var answers = Batches.gatherInBatches(requests, 3);
            assertThat(most).withFailMessage("Of nine requests in batches of three, %s were under way at the same time.", most).hasValueLessThan(4);
            assertThat(answers).withFailMessage("To nine requests in batches of three came %d answers.", answers.size()).hasSize(9);
            TrialResults.assertResult("The last of nine answers", "I/O Task 9 has been completed after 0.003 seconds.", answers.getLast());
        }
    }

    @Test
    @Tag("step-1")
    @DisplayName("every task is forked by a scope that belongs to the call")
    void forked() throws Exception {
        TrialCalls.assertForked(tasks -> Batches.gatherInBatches(tasks, 2));
    }

    /** Never run. If this doesn't compile, gatherInBatches has no longer the types that its contract says. */
    static <T extends CharSequence> int asDeclared(List<? extends Callable<? extends T>> tasks, int batchSize) throws InterruptedException, ExecutionException {
        return Batches.<T>gatherInBatches(tasks, batchSize).getFirst().length();
    }
}
