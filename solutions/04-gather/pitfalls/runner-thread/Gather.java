// Pitfall: a thread started by hand opens the scope. It is not the caller, so the caller's scoped values don't reach
//     the tasks.
// Why: the whole work is put into the background, where it can be waited for or cancelled as one.
// Kind: no-scope
// Caught by: every task runs inside a scope that belongs to the call
package structured.gather;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;

/** All tasks at once: as slow as the slowest of them, not as all of them together. */
public final class Gather {

    private Gather() {}

    public static <T> List<T> gather(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        var work = new FutureTask<List<T>>(() -> inScope(tasks));
        var runner = Thread.startVirtualThread(work);
        try {
            runner.join();
        } catch (InterruptedException e) {
            do {
                runner.interrupt();
            } while (!runner.join(Duration.ofMillis(10)));
            throw e;
        }
        try {
            return work.get();
        } catch (ExecutionException e) {
            throw (ExecutionException) e.getCause();
        }
    }

    private static <T> List<T> inScope(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var subtasks = tasks.stream().map(scope::fork).toList();
            scope.join().throwIfFailed();
            return subtasks.stream().<T>map(Subtask::get).toList();
        }
    }
}
