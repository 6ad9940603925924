// Pitfall: a main that runs itself once more is refused.
// Why: that looks like a recursion without an end; but main may know when it has enough.
// Kind: same-twice
// Caught by: two calls at the same time each get what is their own
package structured.hello;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;

@SuppressWarnings("preview")
public final class Hello {

    private record Frame(Callable<?> main, Frame parent) {}

    private static final ScopedValue<Frame> FRAME = ScopedValue.newInstance();

    private Hello() {}

    public static <T> T run(Callable<? extends T> main) throws InterruptedException, ExecutionException {
        Frame parent = FRAME.isBound() ? FRAME.get() : null;
        for (Frame frame = parent; frame != null; frame = frame.parent()) {
            if (frame.main() == main) {
                throw new IllegalStateException("main runs itself, without an end");
            }
        }
        Frame own = new Frame(main, parent);
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var task = scope.fork(() -> ScopedValue.where(FRAME, own).call(main));
            scope.join();
            scope.throwIfFailed();
            return task.get();
        }
    }

    public static void main(String[] args) throws InterruptedException, ExecutionException {
        run(() -> {
            System.out.println("Hello, world!");
            return null;
        });
    }
}
