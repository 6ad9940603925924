// Pitfall: says where main failed, by the first line of its stack trace, which not every exception has.
// Why: exceptions can be made without one, and the JVM itself leaves it out of those that it throws all the time.
// Kind: failure-lost
// Caught by: a failure of main arrives as an ExecutionException whose cause is main's own exception
package structured.hello;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;

@SuppressWarnings("preview")
public final class Hello {

    private Hello() {}

    public static <T> T run(Callable<? extends T> main) throws InterruptedException, ExecutionException {
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var task = scope.fork(main);
            scope.join();
            scope.throwIfFailed(e -> new ExecutionException("main failed at " + e.getStackTrace()[0], e));
            return task.get();
        }
    }

    public static void main(String[] args) throws InterruptedException, ExecutionException {
        run(() -> {
            System.out.println("Hello, world!");
            return null;
        });
    }
}
