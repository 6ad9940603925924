// Pitfall: a call inside main forks in the scope of the outer call, which its failure ends as well.
// Why: one scope for all that belongs together sounds structured.
// Kind: shared-by-calls
// Caught by: two calls at the same time each get what is their own
package structured.hello;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.StructuredTaskScope;

@SuppressWarnings({"preview", "unchecked"})
public final class Hello {

    private static final ScopedValue<StructuredTaskScope.ShutdownOnFailure[]> CURRENT = ScopedValue.newInstance();

    private static <T> T runIn(StructuredTaskScope.ShutdownOnFailure scope, Callable<? extends T> main)
            throws InterruptedException, ExecutionException {
        FutureTask<T> task = new FutureTask<>(main::call);
        CountDownLatch ended = new CountDownLatch(1);
        scope.fork(() -> {
            task.run();
            ended.countDown();
            if (task.state() == Future.State.FAILED) {
                throw new ExecutionException(task.exceptionNow());
            }
            return null;
        });
        try {
            return task.get();
        } catch (InterruptedException e) {
            task.cancel(true);
            while (true) {
                try {
                    ended.await();
                    break;
                } catch (InterruptedException again) {
                    // main must have ended first
                }
            }
            throw e;
        }
    }

    private Hello() {}

    public static <T> T run(Callable<? extends T> main) throws InterruptedException, ExecutionException {
        if (CURRENT.isBound()) {
            return runIn(CURRENT.get()[0], main);
        }
        var holder = new StructuredTaskScope.ShutdownOnFailure[1];
        try {
            return ScopedValue.where(CURRENT, holder).call(() -> {
                try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
                    holder[0] = scope;
                    var subtask = scope.fork(main);
                    scope.join().throwIfFailed();
                    return subtask.get();
                }
            });
        } catch (InterruptedException | ExecutionException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ExecutionException(e);
        }
    }

    public static void main(String[] args) throws InterruptedException, ExecutionException {
        run(() -> {
            System.out.println("Hello, world!");
            return null;
        });
    }
}
