package structured.gathereven;

import static org.assertj.core.api.Assertions.fail;

import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** A call whose caller is interrupted by its only task, which cleans up, or ends at once. Modules whose calls run tasks have a copy. */
final class TrialInterruptingTask {

    private final TwoCalls.Call<String> call;
    private final Thread caller = Thread.currentThread();
    private final Patience patience = new Patience();

    /** All three written by tasks. */
    private volatile boolean cleaned;
    private volatile String whyNot = "";
    private volatile boolean over;

    private TrialInterruptingTask(TwoCalls.Call<String> call) {
        this.call = call;
    }

    /** Makes this call with such tasks; what they bring in the end is dropped, be it as bad as can be. */
    static void assertOf(TwoCalls.Call<String> call) throws Exception {
        new TrialInterruptingTask(call).cleansUp("returned something all the same", () -> "something");
        new TrialInterruptingTask(call).cleansUp("threw an Error", () -> { throw new AssertionError("of a cancelled task"); });
        new TrialInterruptingTask(call).endsAtOnce();
    }

    private void cleansUp(String how, Callable<String> last) throws Exception {
        String did = null;
        var wasOver = false;
        try {
            did = "returned " + call.with(() -> sleepAndCleanUp(last));
        } catch (InterruptedException expected) {
            wasOver = over;
        } catch (Throwable e) {
            did = "threw " + e;
        } finally {
            // Of no use to the rest of the test.
            Thread.interrupted();
        }
        if (did != null) {
            fail("Its caller was interrupted, its only task was cancelled, and %s. What it brings then is dropped; but the call %s.", how, did);
        }
        if (!wasOver) {
            fail("Its caller was interrupted, and once more while a task cleaned up. The call was over before that task was.");
        }
        if (!cleaned) {
            fail("A task was cancelled, and made a call to clean up%s. The task of that call has to be run as any other, and was not.", whyNot);
        }
    }

    private String sleepAndCleanUp(Callable<String> last) throws Exception {
        caller.interrupt();
        try {
            patience.sleepUntilInterrupted();
            return "slept to the end";
        } catch (InterruptedException cancelled) {
            TrialInterruptedCall.letItWait(caller);
            caller.interrupt();
            letItLeave();
            cleanUp();
            return last.call();
        } finally {
            over = true;
        }
    }

    /** Until the caller has heard the interrupt and waits again, as it does in right code, or has had the time to leave. */
    private void letItLeave() {
        for (int i = 0; i < 500 && caller.isInterrupted(); i++) {
            LockSupport.parkNanos(100_000);
        }
        TrialInterruptedCall.letItWait(caller);
    }

    private void cleanUp() {
        try {
            call.with(() -> { cleaned = true; return "all clean"; });
        } catch (Throwable e) {
            whyNot = ", which threw " + e;
        }
    }

    /** The caller waits for the task that interrupts it, and is over sooner than that goes on. */
    private void endsAtOnce() throws Exception {
        var interrupted = new AtomicBoolean();
        Callable<String> task = () -> {
            TrialInterruptedCall.letItWait(caller);
            interrupted.set(true);
            caller.interrupt();
            return "done";
        };
        // Several times: on a busy machine it may not be.
        for (int i = 0; i < 5; i++) {
            TrialInterruptedCall.assertInterruptArrives("Its caller was interrupted by a task, as that ended, and a call", interrupted::get, () -> call.with(task));
        }
    }
}
