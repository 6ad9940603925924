// Pitfall: invokeAll with a timeout: on threads that know no scope; a failure cancels nothing, and for a task that is
//     cancelled get() throws CancellationException.
// Why: it runs a list of tasks, waits so long, and cancels the rest: nearly what is wanted.
// Kind: no-scope
// Caught by: past the deadline the call ends with a TimeoutException, and its tasks are cancelled
package structured.considerations;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

public final class Deadline {

    private Deadline() {}

    public static <T> List<T> gatherWithin(List<? extends Callable<? extends T>> tasks, Duration timeout)
            throws InterruptedException, ExecutionException, TimeoutException {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var callables = tasks.stream().<Callable<T>>map(task -> task::call).toList();
            var results = new ArrayList<T>();
            for (var future : executor.invokeAll(callables, timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                results.add(future.get());
            }
            return results;
        }
    }
}
