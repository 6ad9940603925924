// Pitfall: main is run by the first call only: later calls with the same one get its old result.
// Why: a map that computes what is absent spares work, and nobody thinks of a main that has effects.
// Kind: shared-by-calls
// Caught by: each call runs main once
package structured.hello;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;

/** The smallest structured program: one scope, one task. */
public final class Hello {

    private static final Map<Callable<?>, Object> RESULTS = Collections.synchronizedMap(new HashMap<>());

    private Hello() {}

    public static <T> T run(Callable<? extends T> main) throws InterruptedException, ExecutionException {
        if (RESULTS.containsKey(main)) {
            @SuppressWarnings("unchecked")
            var result = (T) RESULTS.get(main);
            return result;
        }
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var subtask = scope.fork(main);
            scope.join().throwIfFailed();
            RESULTS.put(main, subtask.get());
            return subtask.get();
        }
    }
}
