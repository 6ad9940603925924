// Pitfall: calls at the same time with the same main share one run of it.
// Why: what somebody else is fetching already need not be fetched again, as in a cache in front of a service.
// Kind: shared-by-calls
// Caught by: two calls at the same time each get what is their own
package structured.hello;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;

@SuppressWarnings({"preview", "unchecked"})
public final class Hello {

    private static final ConcurrentHashMap<Callable<?>, CompletableFuture<Object>> IN_FLIGHT = new ConcurrentHashMap<>();

    private Hello() {}

    public static <T> T run(Callable<? extends T> main) throws InterruptedException, ExecutionException {
        CompletableFuture<Object> mine = new CompletableFuture<>();
        CompletableFuture<Object> running = IN_FLIGHT.putIfAbsent(main, mine);
        if (running != null) {
            return (T) running.get();
        }
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var subtask = scope.fork(main);
            scope.join().throwIfFailed();
            T result = subtask.get();
            mine.complete(result);
            return result;
        } catch (ExecutionException e) {
            mine.completeExceptionally(e.getCause());
            throw e;
        } catch (InterruptedException e) {
            mine.completeExceptionally(e);
            throw e;
        } finally {
            IN_FLIGHT.remove(main, mine);
        }
    }

    public static void main(String[] args) throws InterruptedException, ExecutionException {
        run(() -> {
            System.out.println("Hello, world!");
            return null;
        });
    }
}
