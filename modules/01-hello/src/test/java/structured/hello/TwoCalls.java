package structured.hello;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Two calls at the same time, neither of which is the other's business, be it that a task of one fails, or that both have the same task. Modules
 * whose calls run tasks have a copy.
 */
final class TwoCalls {

    /** A call that runs this task, and no other. */
    interface Call<T> {
        Object with(Callable<T> task) throws Exception;
    }

    private TwoCalls() {}

    /** A task that fails. */
    static <T> Callable<T> failing(IOException thrown) {
        return () -> { Interleaving.note("task throws disk full"); throw thrown; };
    }

    /** A task that doesn't. */
    static Callable<String> returning(String result) {
        return () -> { Interleaving.note("task returns " + result); return result; };
    }

    /** Makes this call twice at the same time, both times with the same task that returns this, and which has to be run for each of them. */
    static <T> void ofOneTask(Call<T> call, T result) throws Exception {
        var patience = new Patience();
        var runs = new AtomicInteger();
        var bothRun = new CountDownLatch(2);
        Callable<T> task = () -> {
            runs.incrementAndGet();
            bothRun.countDown();
            patience.await(bothRun);
            return result;
        };
        Inputs.callers().getLast().call(() -> call.with(task));
        if (runs.get() != 2) {
            throw new AssertionError("Two calls at the same time were given the same task, which was run %d times. Each call runs its tasks, whoever else does."
                    .formatted(runs.get()));
        }
        inItself(call, result);
    }

    /** Makes this call with a task that makes it once more, with itself. */
    private static <T> void inItself(Call<T> call, T result) throws Exception {
        var runs = new AtomicInteger();
        call.with(new Callable<T>() {
            @Override
            public T call() throws Exception {
                if (runs.incrementAndGet() == 1) {
                    call.with(this);
                }
                return result;
            }
        });
        if (runs.get() != 2) {
            throw new AssertionError("A task made a call of its own, with itself once more, and was run %d times instead of twice.".formatted(runs.get()));
        }
    }

    /** Makes this call with a task that makes it once more, with one that fails, catches that, goes on, and returns this. */
    static <T> void failureInside(Call<T> call, T result) throws Exception {
        try {
            call.with(() -> {
                try {
                    call.with(Inputs.throwing(new IOException("disk full")));
                } catch (ExecutionException e) {
                    // Whoever catches it has seen to it.
                }
                return result;
            });
        } catch (ExecutionException e) {
            throw new AssertionError("A task made a call of its own, which failed, caught that, and went on. The call that runs this task reports a failure all the same: "
                    + e.getCause(), e);
        }
    }

    /** Makes both, each in a thread of its own. The first is given a task that fails, and has to report that; returns what the second returns. */
    static <T> T make(Call<String> first, Callable<T> second) throws Exception {
        var thrown = new IOException("disk full");
        var reports = new FutureTask<Throwable>(() -> Inputs.reportOf(thrown, () -> first.with(failing(thrown))));
        var returns = new FutureTask<T>(second);
        Thread.ofVirtual().start(reports);
        Thread.ofVirtual().start(returns);
        try {
            var cause = reports.get();
            if (cause != thrown) {
                throw new AssertionError("Of two calls at the same time, a task of one threw %s, and that call reports: %s".formatted(thrown, cause));
            }
        } catch (ExecutionException e) {
            throw new AssertionError("There are two calls at the same time. %s".formatted(
                    e.getCause() instanceof AssertionError told ? told.getMessage() : "A task of one threw %s, and that call threw %s".formatted(thrown, e.getCause())), e.getCause());
        }
        try {
            return returns.get();
        } catch (ExecutionException e) {
            throw new AssertionError("Of two calls at the same time, a task of one threw %s. No task of the other failed, and it threw %s"
                    .formatted(thrown, e.getCause()), e.getCause());
        }
    }
}
