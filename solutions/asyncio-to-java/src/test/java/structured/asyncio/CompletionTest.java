package structured.asyncio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Results as they come, and the first one. */
@DisplayName("callbacks, as_completed, FIRST_COMPLETED")
@SuppressWarnings("preview")
class CompletionTest extends Trial {

    private final CountDownLatch quickIsReported = new CountDownLatch(1);
    private final List<String> reported = new CopyOnWriteArrayList<>();

    private void report(String page) {
        reported.add(page);
        if (page.equals("page quick")) {
            quickIsReported.countDown();
        }
    }

    @Test
    @DisplayName("add_done_callback: called when a task has ended, while others still run")
    void callback() throws Exception {
        answer("slow", () -> { await(quickIsReported); return "page slow"; });
        withCallback(List.of("slow", "quick"), this::report);
        assertThat(reported).containsExactly("page quick", "page slow");
    }

    private void withCallback(List<String> urls, Consumer<String> whenDone) throws InterruptedException {
        class Reporting extends StructuredTaskScope<String> {
            @Override
            protected void handleComplete(Subtask<? extends String> subtask) {
                if (subtask.state() == Subtask.State.SUCCESS) {
                    whenDone.accept(subtask.get());
                }
            }
        }
        try (var scope = new Reporting()) {
            urls.forEach(url -> scope.fork(() -> fetch(url)));
            scope.join();
        }
    }

    @Test
    @DisplayName("add_done_callback: callbacks run in the tasks' threads, several at a time")
    void callbacksAtOnce() throws Exception {
        var both = new CountDownLatch(2);
        withCallback(List.of("a", "b"), page -> {
            both.countDown();
            try {
                await(both);
                report(page);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        assertThat(reported).as("callbacks that have met each other").containsExactlyInAnyOrder("page a", "page b");
    }

    @Test
    @DisplayName("add_done_callback: what a callback throws goes to the uncaught exception handler, and the join knows nothing")
    void callbackThrows() throws Exception {
        var uncaught = new AtomicReference<Throwable>();
        var before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, e) -> uncaught.set(e));
        try {
            withCallback(List.of("home"), page -> { throw new IllegalArgumentException(page); });
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
        assertThat(uncaught.get()).isInstanceOf(IllegalArgumentException.class).hasMessage("page home");
    }

    @Test
    @DisplayName("binding in a lambda: each keeps the value that it was made with")
    void binding() throws Exception {
        var all = new CountDownLatch(3);
        answer("home", () -> { meet(all); return "home"; });
        assertThat(bound(List.of("banana", "beer", "wheel"))).containsExactlyInAnyOrder("home banana", "home beer", "home wheel");
    }

    private Iterable<String> bound(List<String> things) throws Exception {
        var results = new ConcurrentLinkedQueue<String>();
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            for (var thing : things) {
                scope.fork(() -> results.add(fetch("home") + " " + thing));
            }
            scope.join().throwIfFailed();
        }
        return results;
    }

    @Test
    @DisplayName("as_completed: the owner takes each result when it is there, while others still run")
    void asCompleted() throws Exception {
        answer("slow", () -> { await(quickIsReported); return "page slow"; });
        reportAsCompleted(List.of("slow", "quick"));
        assertThat(reported).containsExactly("page quick", "page slow");
    }

    @Test
    @DisplayName("as_completed: a failure arrives in its turn, and leaving the scope cancels the others")
    void asCompletedFailure() {
        var slowIsRunning = new CountDownLatch(1);
        answer("slow", () -> { slowIsRunning.countDown(); return sleepUntilCancelled(); });
        answer("bad", () -> { await(slowIsRunning); throw new IOException("bad"); });
        assertThatThrownBy(() -> reportAsCompleted(List.of("slow", "bad")))
                .isInstanceOf(ExecutionException.class).cause().hasMessage("bad");
        assertThat(cancelled).as("how many others were cancelled").hasValue(1);
    }

    private void reportAsCompleted(List<String> urls) throws Exception {
        try (var scope = new StructuredTaskScope<Object>()) {
            var done = new ExecutorCompletionService<String>(task -> scope.fork(Executors.callable(task)));
            urls.forEach(url -> done.submit(() -> fetch(url)));
            for (int i = 0; i < urls.size(); i++) {
                report(done.take().get());
            }
            scope.join();
        }
    }

    @Test
    @DisplayName("FIRST_COMPLETED: the first success is the result, a failure is not, and the rest is cancelled")
    void first() throws Exception {
        var others = new CountDownLatch(2);
        answer("slow", () -> { others.countDown(); return sleepUntilCancelled(); });
        answer("bad", () -> { others.countDown(); throw new IOException("bad"); });
        answer("quick", () -> { await(others); linger(); return "page quick"; });
        assertThat(firstOf(List.of("slow", "bad", "quick"))).isEqualTo("page quick");
        assertThat(cancelled).as("how many of the rest were cancelled").hasValue(1);
    }

    private String firstOf(List<String> urls) throws Exception {
        try (var scope = new StructuredTaskScope.ShutdownOnSuccess<String>()) {
            urls.forEach(url -> scope.fork(() -> fetch(url)));
            return scope.join().result();
        }
    }
}
