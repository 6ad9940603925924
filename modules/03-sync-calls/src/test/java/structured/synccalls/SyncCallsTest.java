package structured.synccalls;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** What callInSequence promises. Nothing to write here: these tests judge {@link SyncCalls}. */
@DisplayName("callInSequence")
@ExtendWith(Steps.class)
@Steps.Taught(scope = 1, join = 2, failure = 3)
@TestMethodOrder(Steps.class)
class SyncCallsTest {

    private final Patience patience = new Patience();
    private final Callable<Object> fine = () -> "fine";

    @Test
    @Tag("step-1")
    @DisplayName("every task is run once, in the order of the list")
    void everyTaskOnce() throws Exception {
        for (int size : List.of(3, 1, 1_000)) {
            var ran = Collections.synchronizedList(new ArrayList<Integer>());
            SyncCalls.callInSequence(IntStream.rangeClosed(1, size).<Callable<Object>>mapToObj(i -> () -> ran.add(i)).toList());
            var flaw = TrialFlaw.in(IntStream.rangeClosed(1, size).boxed().toList(), ran);
            assertThat(flaw).withFailMessage("Tasks 1 to %,d wrote down their numbers as they ran: %s.", size, flaw).isEqualTo("");
        }
        var runs = new AtomicInteger();
        SyncCalls.callInSequence(nCopies(3, runs::incrementAndGet));
        assertThat(runs).withFailMessage("The same task, 3 times in the list, was run %s.", Telling.counted(runs.get(), "time")).hasValue(3);
    }

    @Test
    @Tag("step-1")
    @DisplayName("every task runs inside a scope that belongs to the call")
    void insideAScope() throws Exception {
        for (int tasks : List.of(3, 1)) {
            int found = Trial.inScope(tasks, SyncCalls::callInSequence);
            assertThat(found)
                    .withFailMessage("%d of %s ran in a scope that the calling thread had opened. Open one there, and start each task "
                            + "by its fork: an executor, or a thread of one's own, is outside of it.", found, Telling.counted(tasks, "task"))
                    .isEqualTo(tasks);
        }
    }

    @Test
    @Tag("step-1")
    @DisplayName("every task runs on a virtual thread")
    void virtualThreads() throws Exception {
        for (var by : Inputs.callers()) {
            for (int tasks : List.of(3, 1)) {
                by.call(() -> {
                    int virtual = Trial.onVirtualThreads(tasks, SyncCalls::callInSequence);
                    return assertThat(virtual).withFailMessage("%d of %s ran on a virtual thread that isn't the caller's%s.",
                            virtual, Telling.counted(tasks, "task"), by.by()).isEqualTo(tasks);
                });
            }
        }
    }

    @Test
    @Tag("step-2")
    @DisplayName("never are two tasks in flight")
    void neverTwoInFlight() throws Exception {
        assertThat(Trial.twoInFlight(SyncCalls::callInSequence))
                .withFailMessage("Two tasks were in flight at the same time: one started before the one ahead of it was over.")
                .isFalse();
    }

    @Test
    @Tag("step-2")
    @DisplayName("no task outlives the call")
    void noTaskOutlivesTheCall() throws Exception {
        for (var end : Trial.ends()) {
            assertThat(new Trial(patience, end, 1, SyncCalls::callInSequence).over)
                    .withFailMessage("callInSequence was over while a task was still running.").isTrue();
        }
    }

    @Test
    @Tag("step-3")
    @DisplayName("a failure arrives as an ExecutionException whose cause is the task's own exception")
    void failure() throws Exception {
        var failures = new ArrayList<>(Inputs.failures());
        failures.add(Patience.slowToTell());
        for (var thrown : failures) {
            // Whoever runs it a second time doesn't hear of its failure.
            for (var tasks : List.of(List.of(Inputs.throwing(thrown, 1)), List.of(fine, Inputs.throwing(thrown, 1)), List.of(Inputs.throwing(thrown, 1), fine, fine))) {
                var cause = Inputs.reportOf(thrown, () -> SyncCalls.callInSequence(tasks));
                var interrupted = Thread.interrupted();
                assertThat(cause).withFailMessage("A task threw %s, and callInSequence reports: %s", thrown, cause).isSameAs(thrown);
                assertThat(interrupted).withFailMessage("%s of a task interrupted the caller.", thrown).isFalse();
            }
        }
    }

    @Test
    @Tag("step-3")
    @DisplayName("after a failure no other task starts")
    void nothingStartsAfterAFailure() throws Exception {
        for (var by : Inputs.callers()) {
            by.call(() -> {
                for (var thrown : Inputs.failures()) {
                    var started = new AtomicInteger();
                    Callable<Object> other = started::incrementAndGet;
                    Inputs.reportOf(thrown, () -> SyncCalls.callInSequence(List.of(other, Inputs.throwing(thrown), other, other)));
                    assertThat(started)
                            .withFailMessage("The second of four tasks threw %s, and %s others were started.", thrown, started)
                            .hasValue(1);
                }
                return null;
            });
        }
    }

    @Test
    @Tag("step-4")
    @DisplayName("every result is in its task's place, be it null or equal to another")
    void results() throws Exception {
        for (var input : Extremes.tasks()) {
            var flaw = TrialFlaw.in(input.results(), SyncCalls.callInSequence(input.tasks()));
            assertThat(flaw).withFailMessage("Of %s: %s.", input.name(), flaw).isEqualTo("");
        }
        // Not the long one again: one after the other, its tasks take longer than all the rest.
        for (var by : Inputs.callers()) {
            for (var input : Inputs.tasks().stream().filter(input -> input.results().size() < 1_000).toList()) {
                var calls = new AtomicInteger();
                by.call(() -> {
                    calls.incrementAndGet();
                    var flaw = TrialFlaw.in(input.results(), SyncCalls.callInSequence(input.tasks()));
                    return assertThat(flaw).withFailMessage("Of %s: %s%s.", input.name(), flaw, by.by()).isEqualTo("");
                });
                input.assertRunIn(calls.get(), by);
            }
        }
        TrialUntouched.assertOf(SyncCalls::callInSequence);
        var flaw = TrialFlaw.in(List.of(1, 2, 3), SyncCalls.callInSequence(nCopies(3, new AtomicInteger()::incrementAndGet)));
        assertThat(flaw).withFailMessage("A task that counts how often it is run, three times in the list: %s.", flaw).isEqualTo("");
    }

    @Test
    @Tag("step-4")
    @DisplayName("a task may call in sequence, too")
    void insideATask() throws Exception {
        var diskFull = new IOException("disk full");
        Callable<Object> calls = () -> SyncCalls.callInSequence(List.of(() -> "a", () -> "b"));
        // Without a binding of its own: on JDK 21 a thread that has had one can't fork in the scope that it is of any more.
        Callable<Object> catches = () -> {
            try {
                return SyncCalls.callInSequence(List.of(Inputs.throwing(diskFull)));
            } catch (ExecutionException e) {
                return e.getCause();
            }
        };
        var flaw = TrialFlaw.in(List.of(List.of("a", "b"), diskFull, "fine"), SyncCalls.callInSequence(List.of(calls, catches, fine)));
        assertThat(flaw).withFailMessage("A task that calls in sequence, one that does so and catches a failure, and one after them: %s.", flaw).isEqualTo("");
        TrialIndependence.assertOf(SyncCalls::callInSequence);
    }

    /** Never run. If this doesn't compile, callInSequence has no longer the types that its contract says. */
    static <T extends CharSequence> int asDeclared(List<? extends Callable<? extends T>> tasks) throws InterruptedException, ExecutionException {
        return SyncCalls.<T>callInSequence(tasks).getFirst().length();
    }
}
