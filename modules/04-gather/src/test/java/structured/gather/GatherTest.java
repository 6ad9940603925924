package structured.gather;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** What gather promises. Nothing to write here: these tests judge {@link Gather}. */
@DisplayName("gather")
@ExtendWith(Steps.class)
@Steps.Taught(scope = 1, join = 2, failure = 3)
@TestMethodOrder(Steps.class)
class GatherTest {

    private final Patience patience = new Patience();
    private final IOException diskFull = new IOException("disk full");
    private final Callable<Object> fine = () -> "fine";

    @Test
    @Tag("step-1")
    @DisplayName("every task is run once")
    void everyTaskOnce() throws Exception {
        for (int times : List.of(5, 2, 1)) {
            var runs = new AtomicInteger();
            Gather.gather(nCopies(times, runs::incrementAndGet));
            assertThat(runs).withFailMessage("The same task, %s in the list, was run %s.",
                    Telling.counted(times, "time"), Telling.counted(runs.get(), "time")).hasValue(times);
        }
    }

    @Test
    @Tag("step-1")
    @DisplayName("all tasks are in flight at the same time")
    void allInFlight() throws Exception {
        // More than any machine has processors: tasks that wait need none. So many platform threads would choke it.
        int many = Trial.virtualThreads(1, Gather::gather) == 1 ? 10_000 : 200;
        int seen = Trial.inFlight(many, patience, Gather::gather);
        assertThat(seen)
                .withFailMessage("Each of %,d tasks waits for all. The first gave up when %,d ran: some start only when others are over.",
                        many, seen).isEqualTo(many);
    }

    @Test
    @Tag("step-1")
    @DisplayName("every task runs inside a scope that belongs to the call")
    void insideAScope() throws Exception {
        for (int tasks : List.of(3, 1)) {
            int found = Trial.inScope(tasks, Gather::gather);
            assertThat(found)
                    .withFailMessage("%d of %s ran in a scope that the calling thread had opened. Open one there, and start each task "
                            + "by its fork: an executor, or a thread of one's own, is outside of it.", found, Telling.counted(tasks, "task"))
                    .isEqualTo(tasks);
        }
    }

    @Test
    @Tag("step-1")
    @DisplayName("every task runs on a virtual thread of its own")
    void virtualThreads() throws Exception {
        for (var by : Inputs.callers()) {
            for (int tasks : List.of(3, 1)) {
                by.call(() -> {
                    int own = Trial.virtualThreads(tasks, Gather::gather);
                    return assertThat(own).withFailMessage("%d of %s ran on a virtual thread that no other task had%s.",
                            own, Telling.counted(tasks, "task"), by.by()).isEqualTo(tasks);
                });
            }
        }
    }

    @Test
    @Tag("step-3")
    @DisplayName("a failure arrives as an ExecutionException whose cause is the task's own exception")
    void failure() throws Exception {
        for (var thrown : Inputs.failures()) {
            // Whoever runs it a second time doesn't hear of its failure.
            for (var tasks : List.of(List.of(Inputs.throwing(thrown, 1)), List.of(fine, Inputs.throwing(thrown, 1)),
                    List.of(Inputs.throwing(thrown, 1), fine, fine), nCopies(3, Inputs.throwing(thrown)))) {
                var cause = Inputs.reportOf(thrown, () -> Gather.gather(tasks));
                var interrupted = Thread.interrupted();
                assertThat(cause).withFailMessage("A task threw %s, and gather reports: %s", thrown, cause).isSameAs(thrown);
                assertThat(interrupted).withFailMessage("%s of a task interrupted the caller.", thrown).isFalse();
            }
        }
    }

    @Test
    @Tag("step-3")
    @DisplayName("a failure cancels the other tasks")
    void failureCancelsTheOthers() throws Exception {
        for (var thrown : Inputs.failures()) {
            var trial = new Trial(patience, Trial.obeys());
            Inputs.reportOf(thrown, () -> Gather.gather(trial.around(Inputs.throwing(thrown))));
            assertThat(trial.cancelled())
                    .withFailMessage("A task threw %s, and %d of 4 others were cancelled.", thrown, trial.cancelled()).isEqualTo(4);
        }
        TrialFailures.assertOf(Gather::gather);
    }

    @Test
    @Tag("step-3")
    @DisplayName("the failure that cancels the others is the one that is reported")
    void firstFailure() throws Exception {
        for (var end : List.of(Trial.obeys(), Trial.failsToo(), Trial.takesNoNotice())) {
            var first = Patience.slowToTell();
            var tasks = new Trial(patience, end).around(Inputs.throwing(first));
            var cause = Inputs.reportOf(first, () -> Gather.gather(tasks));
            assertThat(cause)
                    .withFailMessage("A task threw %s, the others were cancelled for it, and gather reports: %s", first, cause)
                    .isSameAs(first);
        }
    }

    @Test
    @Tag("step-3")
    @DisplayName("no task outlives the call")
    void noTaskOutlivesTheCall() throws Exception {
        var caller = Thread.currentThread();
        var afterFailure = new AtomicInteger();
        Callable<Object> slowly = () -> { Patience.holdUntilClose(caller); return afterFailure.incrementAndGet(); };
        Inputs.reportOf(diskFull, () -> Gather.gather(new Trial(patience, slowly).around(Inputs.throwing(diskFull))));
        int over = afterFailure.get();
        assertThat(over).withFailMessage("A task failed. gather was over, and %d of the 4 cancelled tasks were.", over).isEqualTo(4);
        var afterInterrupt = new AtomicInteger();
        Callable<Object> asSlowly = () -> { Patience.holdUntilClose(caller); return afterInterrupt.incrementAndGet(); };
        Trial.endsInterrupted(() -> Gather.gather(new Trial(patience, asSlowly).interrupting()));
        over = afterInterrupt.get();
        assertThat(over).withFailMessage("Interrupted, gather was over, and %d of the 5 cancelled tasks were.", over).isEqualTo(5);
    }

    @Test
    @Tag("step-4")
    @DisplayName("results keep the order of the tasks, also when they finish in reverse")
    void order() throws Exception {
        var flaw = TrialFlaw.in(List.of("task 1", "task 2", "task 3"), Gather.gather(Trial.endInReverse(3, patience)));
        assertThat(flaw).withFailMessage("Three tasks finished in reverse: %s.", flaw).isEqualTo("");
    }

    @Test
    @Tag("step-4")
    @DisplayName("every result is in its task's place, be it null or equal to another")
    void results() throws Exception {
        for (var input : Extremes.tasks()) {
            var flaw = TrialFlaw.in(input.results(), Gather.gather(input.tasks()));
            assertThat(flaw).withFailMessage("Of %s: %s.", input.name(), flaw).isEqualTo("");
        }
        for (var by : Inputs.callers()) {
            by.call(() -> {
                var first = Gather.gather(List.of(() -> "first", () -> "second"));
                for (var input : Inputs.tasks()) {
                    var flaw = TrialFlaw.in(input.results(), Gather.gather(input.tasks()));
                    assertThat(flaw).withFailMessage("Of %s: %s%s.", input.name(), flaw, by.by()).isEqualTo("");
                    input.assertRunIn(1, by);
                }
                var changed = TrialFlaw.in(List.of("first", "second"), first);
                return assertThat(changed)
                        .withFailMessage("The results of a call, when its caller, %s, has made others: %s.", by.name(), changed).isEqualTo("");
            });
        }
        TrialUntouched.assertOf(Gather::gather);
        var counts = Gather.gather(nCopies(3, new AtomicInteger()::incrementAndGet));
        assertThat(counts)
                .withFailMessage("A task that counts how often it is run, three times in the list: 1, 2 and 3 are due, in any order, and %s came.", counts)
                .containsExactlyInAnyOrder(1, 2, 3);
    }

    @Test
    @Tag("step-4")
    @DisplayName("a task may gather, too")
    void insideATask() throws Exception {
        var failed = new CountDownLatch(1);
        Callable<Object> gathers = () -> {
            var results = Gather.gather(List.of(() -> "a", () -> "b"));
            var cause = Inputs.reportOf(diskFull, () -> Gather.gather(List.of(Inputs.throwing(diskFull))));
            failed.countDown();
            return List.of(results, cause);
        };
        Callable<Object> beside = () -> "missing: " + patience.await(failed);
        var flaw = TrialFlaw.in(List.of(List.of(List.of("a", "b"), diskFull), "missing: 0"), Gather.gather(List.of(gathers, beside)));
        assertThat(flaw)
                .withFailMessage("A task that gathers a and b, then gathers again and catches a failure, and one beside it: %s.", flaw).isEqualTo("");
        TrialIndependence.assertOfTogether(Gather::gather);
    }

    /** Never run. If this doesn't compile, gather has no longer the types that its contract says. */
    static <T extends CharSequence> int asDeclared(List<? extends Callable<? extends T>> tasks) throws InterruptedException, ExecutionException {
        return Gather.<T>gather(tasks).getFirst().length();
    }
}
