// Pitfall: looks at the counter before it takes the lock to wait, so that the only signal may come in between.
// Why: a look costs nothing, and saves the lock where all have ended already.
// Kind: not-one-step
// Caught by: in whatever order tasks end, none is left out, and results keep the order of the tasks
package structured.gathereven;

import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.concurrent.locks.*;
import java.util.function.*;
import java.util.stream.*;
import java.util.concurrent.StructuredTaskScope.Subtask;

public final class GatherEven {

    private GatherEven() {}

    public static <T> List<T> gatherEven(List<? extends Callable<? extends T>> tasks)
            throws InterruptedException, ExecutionException {
        var lock = new ReentrantLock();
        var over = lock.newCondition();
        var left = new AtomicInteger(tasks.size());
        var failure = new AtomicReference<Throwable>();
        try (var scope = new StructuredTaskScope<T>() {
            @Override
            protected void handleComplete(Subtask<? extends T> subtask) {
                boolean end = left.decrementAndGet() == 0;
                if (subtask.state() == Subtask.State.FAILED) {
                    end |= failure.compareAndSet(null, subtask.exception());
                }
                if (end) {
                    lock.lock();
                    try {
                        over.signal();
                    } finally {
                        lock.unlock();
                    }
                }
            }
        }) {
            var subtasks = new ArrayList<Subtask<T>>();
            for (Callable<? extends T> task : tasks) {
                subtasks.add(scope.fork(task));
            }
            try {
                while (left.get() > 0 && failure.get() == null) {
                    lock.lock();
                    try {
                        over.await();
                    } finally {
                        lock.unlock();
                    }
                }
            } finally {
                scope.shutdown();
                scope.join();
            }
            if (failure.get() != null) {
                throw new ExecutionException(failure.get());
            }
            var results = new ArrayList<T>();
            for (int i = 1; i < subtasks.size(); i += 2) {
                results.add(subtasks.get(i).get());
            }
            return results;
        }
    }
}
