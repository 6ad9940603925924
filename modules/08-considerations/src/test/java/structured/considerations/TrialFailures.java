package structured.considerations;

import java.io.IOException;
import java.util.AbstractList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** Failures that meet something else on their way. Modules in whose calls tasks run at the same time, and fail, have a copy. */
final class TrialFailures {

    private TrialFailures() {}

    /** Makes calls that fail in all these ways. */
    static void assertOf(TrialIndependence.Call call) throws Exception {
        alike(call);
        early(call);
        answered(call, new InterruptedException("of its own"), new IllegalStateException("not done"));
        answered(call, new CancellationException("of its own"), new IllegalStateException("not done"));
        answered(call, new IOException("disk full"), new AssertionError("not done"));
        answered(call, new IllegalStateException("closed"), new IOException("not done"));
    }

    /** Two tasks that run at the same time throw one and the same exception. */
    private static void alike(TrialIndependence.Call call) throws Exception {
        var patience = new Patience();
        var both = new CountDownLatch(2);
        var diskFull = new IOException("disk full");
        Callable<String> task = () -> {
            both.countDown();
            try {
                patience.await(both);
            } catch (InterruptedException e) {
                // The other one has failed already. So does this one.
            }
            throw diskFull;
        };
        assertReports(diskFull, "Two tasks threw one and the same %s", () -> call.with(List.of(task, task)));
    }

    /** A task fails before the others are handed out to be forked: those are never run. */
    private static void early(TrialIndependence.Call call) throws Exception {
        var diskFull = new IOException("disk full");
        var failed = new CountDownLatch(1);
        var handedOut = new AtomicBoolean();
        var tasks = new AbstractList<Callable<String>>() {
            @Override
            public Callable<String> get(int index) {
                if (index == 0) {
                    return () -> {
                        failed.countDown();
                        throw diskFull;
                    };
                }
                if (handedOut.compareAndSet(false, true)) {
                    // No longer, since who copies the list has forked none by then.
                    for (int i = 0; i < 10 && failed.getCount() > 0; i++) {
                        LockSupport.parkNanos(1_000_000);
                    }
                    // In which the failure is noticed.
                    LockSupport.parkNanos(2_000_000);
                }
                return () -> "done";
            }

            @Override
            public int size() {
                return 4;
            }
        };
        assertReports(diskFull, "A task threw %s while others were still to be forked", () -> call.with(tasks));
    }

    /** A task fails, and another one answers its cancellation with something that looks more like a failure, or weighs more. */
    private static void answered(TrialIndependence.Call call, Exception first, Throwable answer) throws Exception {
        var patience = new Patience();
        var begun = new CountDownLatch(1);
        Callable<String> cancelled = () -> {
            begun.countDown();
            try {
                patience.sleepUntilInterrupted();
            } catch (InterruptedException e) {
                return Inputs.<String>throwing(answer).call();
            }
            return "slept to the end";
        };
        assertReports(first, "A task threw %s, another one threw " + answer + " when that cancelled it", () -> call.with(List.of(cancelled, () -> {
            patience.await(begun);
            throw first;
        })));
    }

    private static void assertReports(Throwable thrown, String what, Callable<?> call) throws Exception {
        var cause = Inputs.reportOf(thrown, call);
        if (cause != thrown) {
            throw new AssertionError("%s, and the call reports: %s".formatted(what.formatted(thrown), cause));
        }
    }
}
