package structured.asyncio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.StructuredTaskScope;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where asyncio meets code that isn't its own: there is less to bridge in Java. */
@DisplayName("to_thread, run_in_executor, Future, async with, async for")
@SuppressWarnings("preview")
class BridgesTest extends Trial {

    @Test
    @DisplayName("to_thread: blocking code is simply called")
    void toThread(@TempDir Path folder) throws Exception {
        var file = Files.writeString(folder.resolve("notes"), "remember the milk");
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var notes = scope.fork(() -> Files.readString(file));
            scope.join().throwIfFailed();
            assertThat(notes.get()).isEqualTo("remember the milk");
        }
    }

    @Test
    @DisplayName("run_in_executor: what computes for long goes to a pool of platform threads, and its result comes back")
    void runInExecutor() throws Exception {
        try (var pool = Executors.newFixedThreadPool(1); var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var sum = scope.fork(() -> computedIn(pool));
            scope.join().throwIfFailed();
            assertThat(sum.get()).isEqualTo("on a platform thread");
        }
    }

    @Test
    @DisplayName("run_in_executor: who cancels the wait has to cancel the work too")
    void runInExecutorCancelled() throws Exception {
        var running = new CountDownLatch(1);
        answer("sum", () -> { running.countDown(); return sleepUntilCancelled(); });
        try (var pool = Executors.newFixedThreadPool(1)) {
            try (var scope = new StructuredTaskScope<String>()) {
                scope.fork(() -> computedIn(pool));
                await(running);
                scope.shutdown();
                scope.join();
            }
        }
        assertThat(cancelled).as("how many computations were cancelled").hasValue(1);
    }

    private String computedIn(ExecutorService pool) throws Exception {
        var sum = pool.submit(() -> compute());
        try {
            return sum.get();
        } finally {
            sum.cancel(true);    // does nothing if it has ended
        }
    }

    private String compute() throws Exception {
        fetch("sum");
        return Thread.currentThread().isVirtual() ? "on a virtual thread" : "on a platform thread";
    }

    @Test
    @DisplayName("Future: an answer or a failure that comes by callback is waited for")
    void future() throws Exception {
        assertThat(ask("home")).isEqualTo("page home");
        answer("bad", () -> { throw new IOException("bad"); });
        assertThatThrownBy(() -> ask("bad")).isInstanceOf(ExecutionException.class).cause().hasMessage("bad");
    }

    private String ask(String url) throws Exception {
        var answer = new CompletableFuture<String>();
        fetchWithCallbacks(url, answer::complete, answer::completeExceptionally);
        return answer.get();
    }

    /** As a library does it that returns at once, and calls back from a thread of its own. */
    private void fetchWithCallbacks(String url, Consumer<String> whenDone, Consumer<Exception> whenFailed) {
        Thread.ofVirtual().start(() -> {
            try {
                whenDone.accept(fetch(url));
            } catch (Exception e) {
                whenFailed.accept(e);
            }
        });
    }

    @Test
    @DisplayName("async with: try-with-resources closes it, also when its body fails")
    void asyncWith() {
        answer("bad", () -> { throw new IOException("bad"); });
        assertThatThrownBy(() -> useConnection("bad")).hasMessage("bad");
        assertThat(events).containsExactly("start open", "end open", "start bad", "end bad", "start close", "end close");
    }

    /** Something that takes I/O to open, and to close. */
    private final class Connection implements AutoCloseable {
        Connection() throws Exception {
            fetch("open");
        }

        String get(String url) throws Exception {
            return fetch(url);
        }

        @Override
        public void close() throws Exception {
            fetch("close");
        }
    }

    private String useConnection(String url) throws Exception {
        try (var connection = new Connection()) {
            return connection.get(url);
        }
    }

    @Test
    @DisplayName("async generator: an object that keeps its place, and fetches the next when it is asked")
    void asyncGenerator() throws Exception {
        answer("page/3", () -> null);
        assertThat(readAll(new Pages())).containsExactly("page page/1", "page page/2");
        assertThat(events).as("fetched only when asked for")
                .containsSubsequence("end page/1", "read page page/1", "start page/2");
    }

    private final class Pages {
        private int number;

        /** The next page, or null after the last. */
        String next() throws Exception {
            number++;
            return fetch("page/" + number);
        }
    }

    private List<String> readAll(Pages pages) throws Exception {
        var read = new ArrayList<String>();
        for (var page = pages.next(); page != null; page = pages.next()) {
            events.add("read " + page);
            read.add(page);
        }
        return read;
    }
}
