// Pitfall: a thread started by hand opens the scope. It is not the caller, so the caller's scoped values don't reach
//     the tasks.
// Why: the whole work is put into the background, where it can be waited for or cancelled as one.
// Kind: no-scope
// Caught by: every task, odd or even, runs inside a scope that belongs to the call
package structured.gathereven;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.StructuredTaskScope;

/** All tasks at once, then work on their results: here, keep every second one. */
public final class GatherEven {

    private GatherEven() {}

    public static <T> List<T> gatherEven(List<? extends Callable<? extends T>> tasks)
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
            var results = new ArrayList<T>();
            for (int i = 1; i < subtasks.size(); i += 2) {
                results.add(subtasks.get(i).get());
            }
            return results;
        }
    }
}
