// Alternative: a success is thrown, and a failure returned: so the scope that shuts down on failure ends with the
//     first success.
package structured.considerations;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;

public final class Race {

    private Race() {}

    public static <T> T firstSuccessful(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        if (tasks.isEmpty()) {
            throw new IllegalArgumentException("a race needs at least one task");
        }
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var losers = tasks.stream().map(task -> scope.fork(() -> {
                T result;
                try {
                    result = task.call();
                } catch (Throwable e) {
                    return e;
                }
                throw new Won(result);
            })).toList();
            if (scope.join().exception().orElse(null) instanceof Won winner) {
                @SuppressWarnings("unchecked")
                var result = (T) winner.result;
                return result;
            }
            throw new ExecutionException(losers.getFirst().get());
        }
    }

    private static final class Won extends Exception {
        private final transient Object result;

        Won(Object result) {
            this.result = result;
        }
    }
}
