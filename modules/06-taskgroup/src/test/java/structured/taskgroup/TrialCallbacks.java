package structured.taskgroup;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import structured.taskgroup.TrialTasks.First;
import structured.taskgroup.TrialTasks.Idle;
import structured.taskgroup.TrialTasks.Told;

/** Callbacks that come at awkward moments, and what has to become of them. */
final class TrialCallbacks {

    private TrialCallbacks() {}

    /** Makes a call whose callbacks may not overlap. */
    static void forEachDone(List<Callable<Object>> tasks, Consumer<Object> whenDone) throws InterruptedException, ExecutionException {
        var taker = new TrialTaker(whenDone);
        TaskGroup.forEachDone(tasks, taker);
        assertThat(taker.hasOverlapped()).withFailMessage(TrialTaker.OVERLAP).isFalse();
    }

    /** While a callback runs, which ends like this, the caller is interrupted. */
    static void assertInterruptArrives(Runnable end) throws Exception {
        var patience = new Patience();
        var caller = Thread.currentThread();
        Callable<Object> first = () -> "first";
        var waiting = List.of(new Told(patience, () -> "second"), new Told(patience, () -> "third"));
        var interrupted = new AtomicBoolean();
        var taker = new TrialTaker(result -> {
            if (result == "first") {
                waiting.forEach(Told::end);
                if (Thread.currentThread() != caller) {
                    caller.interrupt();
                    interrupted.set(true);
                    Trial.holdUntilItWaitsInClose(caller);
                    // Once more, while it waits for this one. In which it may leave.
                    caller.interrupt();
                    TrialTasks.uninterrupted(() -> { Thread.sleep(5); return "still here"; });
                }
                waiting.forEach(Told::awaitRest);
            }
            if (interrupted.get()) {
                end.run();
            }
        });
        Callable<?> call = () -> {
            TaskGroup.forEachDone(List.of(first, waiting.getFirst(), waiting.getLast()), taker);
            return null;
        };
        try {
            TrialInterruptedCall.assertInterruptArrives("Its caller was interrupted while a callback ran, and forEachDone", interrupted::get, call);
        } catch (ExecutionException e) {
            throw Trial.thrownThere(e, "Its caller was interrupted while a callback ran, which then threw %s, and forEachDone tells that instead of the interrupt.");
        }
        assertThat(taker.hasOverlapped()).withFailMessage("The caller was interrupted, and a callback was called while another one was running.").isFalse();
        assertThat(taker.inside()).withFailMessage("The caller was interrupted, forEachDone was over, and a callback was not.").isZero();
    }

    /** Callbacks of more calls at the same time than there are carriers: each waits for all of them. */
    static void assertMeet() throws Exception {
        var patience = new Patience();
        var calls = nCopies(2 * Runtime.getRuntime().availableProcessors() + 2, Thread.ofPlatform().daemon());
        var all = new CountDownLatch(calls.size());
        var missing = new AtomicInteger();
        Inputs.callIn(calls, () -> {
            TaskGroup.forEachDone(List.of(() -> "done"), done -> {
                all.countDown();
                missing.accumulateAndGet(TrialTasks.uninterrupted(() -> patience.await(all)), Math::max);
            });
            return null;
        });
        assertThat(missing)
                .withFailMessage("Of %d calls at the same time, each of whose callbacks waits for all of them, %s came too late or never: a callback that waits keeps its carrier, "
                        + "or one call waits for another.", calls.size(), missing)
                .hasValue(0);
    }

    /** While a callback runs a task fails, and then the callback does. A task's failure may wait for the callback, whose own is the first then. */
    static void assertFirstOfTaskAndCallback(Throwable thrown, Throwable byCallback) throws Exception {
        var patience = new Patience();
        var idle = new Idle(patience);
        var cancelled = new AtomicBoolean();
        var failingToo = new Told(patience, Inputs.throwing(thrown));
        var first = new First(patience);
        var cause = Trial.reportOf("A callback", byCallback, List.of(first, idle, failingToo), result -> {
            idle.awaitStart();
            first.awaitRest();
            failingToo.end();
            cancelled.set(idle.isCancelled());
            TrialCallbacks.<RuntimeException>throwAny(byCallback);
        });
        assertThat(cause)
                .withFailMessage("While a callback ran, a task threw %s, which %s another one; then the callback threw %s, and forEachDone reports: %s",
                        thrown, cancelled.get() ? "cancelled" : "did not yet cancel", byCallback, cause)
                .isSameAs(cancelled.get() ? thrown : byCallback);
    }

    /** Whether a call that has a callback throw this fails. */
    static boolean isFailure(RuntimeException thrown) throws Exception {
        try {
            TaskGroup.forEachDone(List.of(() -> "done"), result -> { throw thrown; });
            return false;
        } catch (ExecutionException e) {
            return true;
        }
    }

    /** As a callback can that isn't written in Java, or by a friend of tricks. */
    @SuppressWarnings("unchecked")
    static <E extends Throwable> void throwAny(Throwable thrown) throws E {
        throw (E) thrown;
    }
}
