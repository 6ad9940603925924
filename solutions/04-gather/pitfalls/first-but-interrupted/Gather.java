// Pitfall: of all failures the first that is no InterruptedException is reported.
// Why: those come from the cancellation and tell nothing; but a task may fail with one by itself, and others may
//     answer theirs with anything.
// Kind: whose-interrupt
// Caught by: a failure cancels the other tasks
package structured.gather;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;

@SuppressWarnings("preview")
public final class Gather {

    private Gather() {}

    public static <T> List<T> gather(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        var failures = new ConcurrentLinkedQueue<Throwable>();
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var subtasks = tasks.stream().map(task -> scope.<T>fork(() -> {
                try {
                    return task.call();
                } catch (Throwable e) {
                    failures.add(e);
                    throw e;
                }
            })).toList();
            scope.join();
            if (scope.exception().isEmpty()) {
                return subtasks.stream().<T>map(Subtask::get).toList();
            }
        }
        // an InterruptedException is only the echo of the cancellation: the first other one is the reason
        var cause = failures.stream()
                .filter(e -> !(e instanceof InterruptedException))
                .findFirst()
                .orElseGet(failures::peek);
        throw new ExecutionException(cause);
    }

    public static void main(String[] args) throws InterruptedException, ExecutionException {
        System.out.println(gather(List.<Callable<String>>of(() -> "1", () -> "2")));
    }
}
