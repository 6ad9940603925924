// Alternative: a scope of one's own: handleComplete keeps each even result under its number, in a map that is sorted
//     by it.
package structured.gathereven;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

/** All tasks at once, then work on their results: here, keep every second one. */
public final class GatherEven {

    private record Numbered<T>(int number, T result) {}

    private GatherEven() {}

    public static <T> List<T> gatherEven(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        try (var scope = new EvenScope<T>()) {
            IntStream.range(0, tasks.size())
                    .forEach(i -> scope.fork(() -> new Numbered<T>(i + 1, tasks.get(i).call())));
            scope.join();
            if (scope.failure.get() != null) {
                throw new ExecutionException(scope.failure.get());
            }
            return scope.even.values().stream().map(Numbered::result).toList();
        }
    }

    private static final class EvenScope<T> extends StructuredTaskScope<Numbered<T>> {

        private final ConcurrentSkipListMap<Integer, Numbered<T>> even = new ConcurrentSkipListMap<>();
        private final AtomicReference<Throwable> failure = new AtomicReference<>();

        @Override
        protected void handleComplete(Subtask<? extends Numbered<T>> subtask) {
            if (subtask.state() == Subtask.State.FAILED) {
                if (failure.compareAndSet(null, subtask.exception())) {
                    shutdown();
                }
            } else if (subtask.get().number() % 2 == 0) {
                even.put(subtask.get().number(), subtask.get());
            }
        }
    }
}
