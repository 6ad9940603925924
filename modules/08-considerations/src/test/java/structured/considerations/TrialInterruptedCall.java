package structured.considerations;

import static org.assertj.core.api.Assertions.fail;

import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** A call whose caller is interrupted: what has to become of the interrupt. Every module has a copy. */
final class TrialInterruptedCall {

    private TrialInterruptedCall() {}

    /** Who was interrupted in a join, and asks for the outcome all the same: what the JDK says of that speaks of a join that never was. */
    static AssertionError wentOn(String when, IllegalStateException thrown) {
        if (Stream.of(thrown.getStackTrace()).limit(5).noneMatch(frame -> frame.getClassName().contains("StructuredTaskScope"))) {
            throw thrown;
        }
        return new AssertionError(("The caller was interrupted %s, and went on to ask for the outcome. A join that is interrupted has not waited: it throws an "
                + "InterruptedException, and who catches that has nothing to ask for: %s").formatted(when, thrown), thrown);
    }

    /** Returns when this thread waits for something, or has had the time to. */
    static void letItWait(Thread thread) {
        for (int i = 0; i < 500 && !Set.of(Thread.State.WAITING, Thread.State.TIMED_WAITING).contains(thread.getState()); i++) {
            LockSupport.parkNanos(100_000);
        }
    }

    /** Makes the call with the interrupt already set, which has to end it with an InterruptedException. */
    static void callInterrupted(Callable<?> call) throws Exception {
        Object result;
        Thread.currentThread().interrupt();
        try {
            result = Inputs.closed(call);
        } catch (InterruptedException expected) {
            return;
        } catch (IllegalStateException e) {
            throw wentOn("before the call", e);
        } catch (ExecutionException e) {
            throw new AssertionError("Its caller had been interrupted before the call, which tells of a failure of a task: " + e.getCause(), e);
        } finally {
            // Of no use to the rest of the test.
            Thread.interrupted();
        }
        fail("Its caller had been interrupted before the call, and it returned: %s", result);
    }

    /** Makes the call with the interrupt already set, and nothing to wait for, or next to nothing: who doesn't notice it leaves it to others. */
    static void assertNoInterruptIsLost(String what, Callable<?> call) throws Exception {
        Thread.currentThread().interrupt();
        assertInterruptArrives("Its caller had been interrupted, and " + what, () -> true, call);
    }

    /** Makes a call whose caller is interrupted by the time that it is over, if that says so. What else the call throws, this throws. */
    static void assertInterruptArrives(String what, BooleanSupplier wasInterrupted, Callable<?> call) throws Exception {
        String did;
        Exception failure = null;
        var isSet = false;
        try {
            did = "returned " + call.call();
        } catch (InterruptedException noticed) {
            return;
        } catch (Exception e) {
            did = "threw " + e;
            failure = e;
        } finally {
            // Of no use to the rest of the test.
            isSet = Thread.interrupted();
        }
        if (wasInterrupted.getAsBoolean() && !isSet) {
            fail("%s %s. The interrupt is neither thrown nor still set: it is lost.", what, did);
        }
        if (failure != null) {
            throw failure;
        }
    }
}
