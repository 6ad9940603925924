// Pitfall: what a cancelled main throws is handed to the handler of uncaught exceptions.
// Why: nothing is to be lost; but whoever has cancelled something has said that it doesn't matter any more.
// Kind: goes-on-after-the-end
// Caught by: what a cancelled main still brings is dropped
package structured.hello;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.atomic.AtomicBoolean;

@SuppressWarnings("preview")
public final class Hello {

    private Hello() {}

    public static <T> T run(Callable<? extends T> main) throws InterruptedException, ExecutionException {
        var caller = Thread.currentThread();
        var callerIsGone = new AtomicBoolean();
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            StructuredTaskScope.Subtask<T> subtask = scope.fork(() -> {
                try {
                    return main.call();
                } catch (Throwable t) {
                    // nobody will ask for it any more: don't lose it
                    if (callerIsGone.get() && !(t instanceof InterruptedException)) {
                        caller.getUncaughtExceptionHandler().uncaughtException(Thread.currentThread(), t);
                    }
                    throw t;
                }
            });
            try {
                scope.join();
            } catch (InterruptedException e) {
                callerIsGone.set(true);
                throw e;
            }
            scope.throwIfFailed();
            return subtask.get();
        }
    }

    public static void main(String[] args) throws InterruptedException, ExecutionException {
        run(() -> {
            System.out.println("Hello, world!");
            return null;
        });
    }
}
