// Pitfall: a second interrupt ends the wait for a cancelled main, and the scope stays open.
// Why: the close of a scope hears no interrupt until all is over; a latch in its place does.
// Kind: left-running
// Caught by: what a cancelled main still brings is dropped
package structured.hello;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;

@SuppressWarnings("preview")
public final class Hello {

    private Hello() {}

    public static <T> T run(Callable<? extends T> main) throws InterruptedException, ExecutionException {
        var scope = new StructuredTaskScope.ShutdownOnFailure();
        var ended = new CountDownLatch(1);
        var task = scope.fork(() -> {
            try {
                return main.call();
            } finally {
                ended.countDown();
            }
        });
        try {
            scope.join();
        } catch (InterruptedException e) {
            scope.shutdown();
            ended.await();
            scope.close();
            throw e;
        }
        scope.close();
        if (task.state() == StructuredTaskScope.Subtask.State.FAILED) {
            throw new ExecutionException(task.exception());
        }
        return task.get();
    }

    public static void main(String[] args) throws InterruptedException, ExecutionException {
        run(() -> {
            System.out.println("Hello, world!");
            return null;
        });
    }
}
