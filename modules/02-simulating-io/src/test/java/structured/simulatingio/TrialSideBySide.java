package structured.simulatingio;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Several trials at the same time, so that what waits does so side by side. Modules that have much to wait for have a copy. */
final class TrialSideBySide {

    /** What is tried with each of several inputs. */
    interface Attempt<I> {
        void with(I input) throws Exception;
    }

    /** Something that is tried once. */
    interface Step {
        void take() throws Exception;
    }

    /** A quarter of what is usual, in bytes: in calls that go ever deeper, a thousand are as many here as some thousands elsewhere. */
    private static final long STACK = 256 << 10;

    private TrialSideBySide() {}

    /** Takes all of these steps, each in a thread of its own. */
    static void all(Step... steps) throws Exception {
        of(List.of(steps), Step::take);
    }

    /** Tries all inputs, each in a thread of its own. Fails as the first of them that does. */
    static <I> void of(List<I> inputs, Attempt<? super I> attempt) throws Exception {
        var attempts = inputs.stream().map(input -> new FutureTask<Void>(() -> { attempt.with(input); return null; })).toList();
        // Not virtual ones: whoever spins in one of those keeps its carrier from the others.
        attempts.forEach(Thread.ofPlatform().daemon().stackSize(STACK)::start);
        Throwable failure = null;
        for (var each : attempts) {
            try {
                each.get();
            } catch (ExecutionException e) {
                failure = failure == null ? e.getCause() : failure;
            }
        }
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure != null) {
            throw (Exception) failure;
        }
    }
}
