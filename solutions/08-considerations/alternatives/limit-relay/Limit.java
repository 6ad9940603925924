// Alternative: so many tasks are forked at first, and each that succeeds forks the next one, in its own thread, before
//     it ends: a relay.
package structured.considerations;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

public final class Limit {

    private Limit() {}

    public static <T> List<T> gatherLimited(List<? extends Callable<? extends T>> tasks, int maxInFlight)
            throws InterruptedException, ExecutionException {
        if (maxInFlight < 1) {
            throw new IllegalArgumentException("maxInFlight is " + maxInFlight + ", and must be at least 1");
        }
        try (var scope = new Relay<T>(List.copyOf(tasks))) {
            for (int i = 0; i < Math.min(maxInFlight, tasks.size()); i++) {
                scope.forkNext();
            }
            scope.join();
            if (scope.failure.get() != null) {
                throw new ExecutionException(scope.failure.get());
            }
            return IntStream.range(0, tasks.size()).mapToObj(scope.results::get).toList();
        }
    }

    private static final class Relay<T> extends StructuredTaskScope<Void> {
        private final List<Callable<? extends T>> tasks;
        private final AtomicReferenceArray<T> results;
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicReference<Throwable> failure = new AtomicReference<>();

        Relay(List<Callable<? extends T>> tasks) {
            this.tasks = tasks;
            results = new AtomicReferenceArray<>(tasks.size());
        }

        void forkNext() {
            var i = next.getAndIncrement();
            if (i < tasks.size()) {
                fork(() -> {
                    results.set(i, tasks.get(i).call());
                    return null;
                });
            }
        }

        @Override
        protected void handleComplete(Subtask<? extends Void> subtask) {
            if (subtask.state() == Subtask.State.SUCCESS) {
                forkNext();
            } else if (failure.compareAndSet(null, subtask.exception())) {
                shutdown();
            }
        }
    }
}
