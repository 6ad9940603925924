// Pitfall: gives main's exception the place of the call for a cause, which one that was made with the cause null
//     doesn't take.
// Why: the trace of a virtual thread ends where it was forked; but the exception is main's, and stays as it is.
// Kind: failure-lost
// Caught by: a failure of main arrives as an ExecutionException whose cause is main's own exception
package structured.hello;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;

@SuppressWarnings({"preview", "unchecked"})
public final class Hello {

    private Hello() {}

    public static <T> T run(Callable<? extends T> main) throws InterruptedException, ExecutionException {
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var result = scope.<T>fork(main::call);
            scope.join().throwIfFailed();
            return result.get();
        } catch (ExecutionException e) {
            // the trace of a virtual thread ends where it was forked: tell who has called
            Throwable failure = e.getCause();
            if (failure.getCause() == null) {
                failure.initCause(new Throwable("run was called here"));
            }
            throw e;
        }
    }

    public static void main(String[] args) throws InterruptedException, ExecutionException {
        run(() -> {
            System.out.println("Hello, world!");
            return null;
        });
    }
}
