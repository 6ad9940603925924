// Pitfall: an interrupt that comes as the last task ends is caught, and forgotten, since all results are there.
// Why: nothing is to be cancelled any more; but whoever interrupted the caller meant what it does next, too.
// Kind: interrupt-swallowed
// Caught by: a task may gather, too
package structured.gather;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;

@SuppressWarnings("preview")
public final class Gather {

    private Gather() {}

    public static <T> List<T> gather(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        var subtasks = new ArrayList<Subtask<T>>();
        var results = new ArrayList<T>();
        InterruptedException interrupted = null;
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            for (var task : tasks) {
                subtasks.add(scope.fork(() -> {
                    return task.call();
                }));
            }
            try {
                scope.join();
            } catch (InterruptedException e) {
                interrupted = e;
                scope.shutdown();
                scope.join();
            }
            // all the results are there: no reason to throw them away
            if (subtasks.stream().allMatch(subtask -> subtask.state() == Subtask.State.SUCCESS)) {
                subtasks.forEach(subtask -> results.add(subtask.get()));
                return results;
            }
            if (interrupted != null) {
                throw interrupted;
            }
            scope.throwIfFailed();
            return results;
        }
    }

    public static void main(String[] args) throws InterruptedException, ExecutionException {
        System.out.println(gather(List.<Callable<String>>of(() -> "1", () -> "2")));
    }
}
