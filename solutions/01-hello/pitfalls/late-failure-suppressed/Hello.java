// Pitfall: what a cancelled main throws comes along with the InterruptedException, as suppressed.
// Why: no exception should get lost; but nobody waits for what comes after a cancellation.
// Kind: whose-interrupt
// Caught by: what a cancelled main still brings is dropped
package structured.hello;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.StructuredTaskScope;

@SuppressWarnings("preview")
public final class Hello {

    private Hello() {}

    public static <T> T run(Callable<? extends T> main) throws InterruptedException, ExecutionException {
        var future = new FutureTask<T>(main::call);
        try (var scope = new StructuredTaskScope<Object>()) {
            scope.fork(Executors.callable(future));
            scope.join();
        } catch (InterruptedException e) {
            if (future.state() == Future.State.FAILED) {
                e.addSuppressed(future.exceptionNow());
            }
            throw e;
        }
        return future.get();
    }

    public static void main(String[] args) throws InterruptedException, ExecutionException {
        run(() -> {
            System.out.println("Hello, world!");
            return null;
        });
    }
}
