// Pitfall: the scope is closed by hand, and not where the choice of a thing fails with an Error.
// Why: each way out seems to be covered. A try with the scope in its parentheses covers also those that nobody thinks of.
// Kind: left-running
// Caught by: what chooseThing throws ends the call, and the tasks that run are cancelled
package structured.taskgroupbinding;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.function.Supplier;

@SuppressWarnings("preview")
public final class TaskGroupBinding {

    public static final ScopedValue<String> MY_THING = ScopedValue.newInstance();

    public record Bound(String thing, String result) {}

    private TaskGroupBinding() {}

    public static List<Bound> gatherBound(List<? extends Callable<String>> tasks, Supplier<String> chooseThing)
            throws InterruptedException, ExecutionException {
        List<Bound> results = Collections.synchronizedList(new ArrayList<>());
        var scope = new StructuredTaskScope.ShutdownOnFailure();
        for (var task : tasks) {
            String thing;
            try {
                thing = chooseThing.get();
            } catch (RuntimeException e) {
                scope.shutdown();
                scope.join();
                scope.close();
                throw e;
            }
            scope.fork(() -> ScopedValue.where(MY_THING, thing).call(() -> {
                results.add(new Bound(thing, task.call()));
                return null;
            }));
        }
        try {
            scope.join().throwIfFailed();
        } finally {
            scope.close();
        }
        return results;
    }
}
