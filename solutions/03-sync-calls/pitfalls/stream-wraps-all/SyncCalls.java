// Pitfall: the interrupt of the caller arrives as an ExecutionException, as if a task had failed.
// Why: a lambda in a stream can't throw checked exceptions, so all of them are wrapped, and unwrapped, alike.
// Kind: interrupt-renamed
// Caught by: interrupting the caller cancels the running task
package structured.synccalls;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;

/** One task after the other: as slow as all of them together. */
public final class SyncCalls {

    private SyncCalls() {}

    public static <T> List<T> callInSequence(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        try {
            return tasks.stream().<T>map(SyncCalls::callOne).toList();
        } catch (CompletionException e) {
            throw new ExecutionException(e.getCause());
        }
    }

    private static <T> T callOne(Callable<? extends T> task) {
        try (var scope = new StructuredTaskScope<T>()) {
            var subtask = scope.<T>fork(task);
            scope.join();
            if (subtask.state() == Subtask.State.FAILED) {
                throw new CompletionException(subtask.exception());
            }
            return subtask.get();
        } catch (InterruptedException e) {
            throw new CompletionException(e);
        }
    }
}
