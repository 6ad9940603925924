// Pitfall: cancels by interrupting the threads that have registered themselves so far: one that was forked, but hasn't got
//     to registering, is missed.
// Why: a list of the running threads looks like all that have to be told.
// Kind: not-one-step
// Caught by: in whatever order threads take their steps, a failure arrives, and cancels those that have begun
package structured.gather;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;

public final class Gather {

    private Gather() {}

    public static <T> List<T> gather(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        var threads = Collections.synchronizedList(new ArrayList<Thread>());
        var failure = new AtomicReference<Throwable>();
        var results = new AtomicReferenceArray<T>(tasks.size());
        try (var scope = new StructuredTaskScope<Object>()) {
            int n = 0;
            for (Callable<? extends T> task : tasks) {
                int index = n++;
                scope.fork(() -> {
                    threads.add(Thread.currentThread());
                    try {
                        results.set(index, task.call());
                    } catch (Throwable t) {
                        if (failure.compareAndSet(null, t)) {
                            synchronized (threads) {
                                threads.forEach(Thread::interrupt);
                            }
                        }
                    } finally {
                        threads.remove(Thread.currentThread());
                    }
                    return null;
                });
            }
            scope.join();
        }
        if (failure.get() != null) throw new ExecutionException(failure.get());
        var list = new ArrayList<T>(results.length());
        for (int i = 0; i < results.length(); i++) list.add(results.get(i));
        return list;
    }
}
