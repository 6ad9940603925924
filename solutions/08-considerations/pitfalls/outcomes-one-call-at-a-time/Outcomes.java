// Pitfall: a lock that all calls share: a call has to wait until another one is over, and for ever if that one waits
//     for it.
// Why: a static lock makes it safe for many threads, which it is without one.
// Kind: shared-by-calls
// Caught by: calls know nothing of each other: they may be nested, or made at the same time
package structured.considerations;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.locks.ReentrantLock;

public final class Outcomes {

    private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();

    private Outcomes() {}

    public static <T> List<Outcome<T>> gatherSettled(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException {
        ONE_AT_A_TIME.lockInterruptibly();
        try (var scope = new StructuredTaskScope<T>()) {
            var subtasks = tasks.stream().map(task -> scope.<T>fork(task)).toList();
            scope.join();
            return subtasks.stream().map(Outcomes::outcomeOf).toList();
        } finally {
            ONE_AT_A_TIME.unlock();
        }
    }

    private static <T> Outcome<T> outcomeOf(Subtask<T> subtask) {
        return subtask.state() == Subtask.State.SUCCESS
                ? new Outcome.Success<>(subtask.get())
                : new Outcome.Failure<>(subtask.exception());
    }
}
