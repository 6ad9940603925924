// Pitfall: heeds an interrupt that was there before the call. One that comes later is put off until all the tasks have ended.
// Why: what has begun is brought to its end, and the interrupt is not lost: it comes late, and cancels nobody.
// Kind: interrupt-unheard
// Caught by: interrupting the caller cancels the tasks
package structured.taskgroupbinding;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.function.Supplier;

public final class TaskGroupBinding {

    public static final ScopedValue<String> MY_THING = ScopedValue.newInstance();

    public record Bound(String thing, String result) {}

    private TaskGroupBinding() {}

    public static List<Bound> gatherBound(List<? extends Callable<String>> tasks, Supplier<String> chooseThing)
            throws InterruptedException, ExecutionException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        var results = new ConcurrentLinkedQueue<Bound>();
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            for (var task : tasks) {
                var thing = chooseThing.get();
                scope.fork(() -> ScopedValue.where(MY_THING, thing).call(() -> results.add(new Bound(thing, task.call()))));
            }
            InterruptedException later = null;
            while (true) {
                try {
                    scope.join();
                    break;
                } catch (InterruptedException e) {
                    later = e;
                }
            }
            if (later != null) {
                throw later;
            }
            scope.throwIfFailed();
        }
        return List.copyOf(results);
    }
}
