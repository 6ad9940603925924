// Pitfall: adds the other tasks' failures to the first one as suppressed, and an exception can't suppress itself.
// Why: two tasks that fail throw two exceptions, unless they throw the same one.
// Kind: same-twice
// Caught by: in whatever order two tasks fail, one of their failures arrives, and not what a cancelled task throws
package structured.gathereven;

import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.concurrent.locks.*;
import java.util.function.*;
import java.util.stream.*;
import java.util.concurrent.StructuredTaskScope.Subtask;

public final class GatherEven {

    private GatherEven() {}

    public static <T> List<T> gatherEven(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        var failures = new ConcurrentLinkedQueue<Throwable>();
        try (var scope = new StructuredTaskScope<T>() {
            @Override
            protected void handleComplete(Subtask<? extends T> subtask) {
                if (subtask.state() == Subtask.State.FAILED) {
                    failures.add(subtask.exception());
                    shutdown();
                }
            }
        }) {
            var subtasks = new ArrayList<Subtask<T>>();
            for (Callable<? extends T> task : tasks) {
                subtasks.add(scope.fork(task));
            }
            scope.join();
            var first = failures.poll();
            if (first != null) {
                failures.forEach(first::addSuppressed);
                throw new ExecutionException(first);
            }
            var results = new ArrayList<T>();
            for (int i = 1; i < subtasks.size(); i += 2) {
                results.add(subtasks.get(i).get());
            }
            return results;
        }
    }
}
