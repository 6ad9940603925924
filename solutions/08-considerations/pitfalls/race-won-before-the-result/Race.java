// Pitfall: the first to succeed says so, ends the race, and then writes its result down: the caller may be there before it, and
//     gets null.
// Why: who has won is settled first, since that must happen once; that somebody waits just for this is easily forgotten.
// Kind: told-before-kept
// Caught by: in whatever order tasks end, one of those that succeed wins, and the losers are cancelled
package structured.considerations;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

public final class Race {

    private Race() {}

    public static <T> T firstSuccessful(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        if (tasks.isEmpty()) {
            throw new IllegalArgumentException("a race needs at least one task");
        }
        var result = new AtomicReference<T>();
        var won = new AtomicBoolean();
        var failure = new AtomicReference<Throwable>();
        try (var scope = new StructuredTaskScope<T>() {
            @Override
            protected void handleComplete(Subtask<? extends T> subtask) {
                if (subtask.state() == Subtask.State.FAILED) {
                    failure.set(subtask.exception());
                } else if (won.compareAndSet(false, true)) {
                    shutdown();
                    result.set(subtask.get());
                }
            }
        }) {
            tasks.forEach(scope::fork);
            scope.join();
            if (!won.get()) {
                throw new ExecutionException(failure.get());
            }
            return result.get();
        }
    }
}
