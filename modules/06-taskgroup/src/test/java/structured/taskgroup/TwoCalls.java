package structured.taskgroup;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Two calls at the same time, for tests that try orders of steps: a task of one fails, and the other is none of its business. Modules that explore have a copy. */
final class TwoCalls {

    private static final IOException DISK_FULL = new IOException("disk full");

    private TwoCalls() {}

    /** A task that fails, for the first of them. */
    static <T> Callable<T> failing() {
        return () -> { Interleaving.note("task throws disk full"); throw DISK_FULL; };
    }

    /** A task that doesn't, for the second. */
    static Callable<String> returning(String result) {
        return () -> { Interleaving.note("task returns " + result); return result; };
    }

    /** Makes both, each in a thread of its own. The first has to report its task's failure; returns what the second returns. */
    static <T> T make(Callable<?> first, Callable<T> second) throws Exception {
        var reports = new FutureTask<Throwable>(() -> Inputs.reportOf(DISK_FULL, first));
        var returns = new FutureTask<T>(second);
        Thread.ofVirtual().start(reports);
        Thread.ofVirtual().start(returns);
        try {
            var cause = reports.get();
            if (cause != DISK_FULL) {
                throw new AssertionError("Of two calls at the same time, a task of one threw %s, and that call reports: %s".formatted(DISK_FULL, cause));
            }
        } catch (ExecutionException e) {
            throw new AssertionError("There are two calls at the same time. " + e.getCause().getMessage(), e.getCause());
        }
        try {
            return returns.get();
        } catch (ExecutionException e) {
            throw new AssertionError("Of two calls at the same time, a task of one threw %s. No task of the other failed, and it threw %s"
                    .formatted(DISK_FULL, e.getCause()), e.getCause());
        }
    }
}
