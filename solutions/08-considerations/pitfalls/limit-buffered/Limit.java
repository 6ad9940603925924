// Pitfall: results are handed on in order, and when sixteen times the limit wait for a slow one, nothing starts any
//     more.
// Why: a stream in order needs such a bound on what it keeps; a list that is returned at the end has room for all.
// Kind: held-back
// Caught by: when a task ends the next one starts, also while another one is still running
package structured.considerations;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.StructuredTaskScope;

@SuppressWarnings("preview")
public final class Limit {

    private static final int BUFFERED_PER_PERMIT = 16;

    private Limit() {}

    public static <T> List<T> gatherLimited(List<? extends Callable<? extends T>> tasks, int maxInFlight)
            throws InterruptedException, ExecutionException {
        if (maxInFlight < 1) {
            throw new IllegalArgumentException("maxInFlight: " + maxInFlight);
        }
        var buffer = new Buffer<T>(tasks.size());
        var permits = new Semaphore(maxInFlight);
        // How far a task may be ahead of the oldest one that has not ended, as in mapAsync.
        var window = new Semaphore((int) Math.min(Integer.MAX_VALUE, (long) maxInFlight * BUFFERED_PER_PERMIT), true);
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var turn = 0;
            for (var task : tasks) {
                var index = turn++;
                scope.fork(() -> {
                    buffer.awaitTurn(index, window);
                    permits.acquire();
                    T result;
                    try {
                        result = task.call();
                    } finally {
                        permits.release();
                    }
                    window.release(buffer.put(index, result));
                    return null;
                });
            }
            scope.join().throwIfFailed();
        }
        return buffer.results();
    }

    private static final class Buffer<T> {
        private final Object[] results;
        private final boolean[] there;
        private final java.util.concurrent.CountDownLatch[] admitted;
        private int emitted;

        Buffer(int size) {
            results = new Object[size];
            there = new boolean[size];
            admitted = new java.util.concurrent.CountDownLatch[size];
            Arrays.setAll(admitted, i -> new java.util.concurrent.CountDownLatch(1));
        }

        /** Tasks enter the window in their order. */
        void awaitTurn(int index, Semaphore window) throws InterruptedException {
            if (index > 0) {
                admitted[index - 1].await();
            }
            window.acquire();
            admitted[index].countDown();
        }

        /** Returns how many results could be handed on, because all before them are there. */
        synchronized int put(int index, T result) {
            results[index] = result;
            there[index] = true;
            var before = emitted;
            while (emitted < there.length && there[emitted]) {
                emitted++;
            }
            return emitted - before;
        }

        @SuppressWarnings("unchecked")
        List<T> results() {
            return new ArrayList<>((List<T>) Arrays.asList(results));
        }
    }
}
