package structured.asyncio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Ending what has not ended by itself. */
@DisplayName("timeouts, cancel, CancelledError, shield")
@SuppressWarnings("preview")
class CancellationTest extends Trial {

    private final CountDownLatch running = new CountDownLatch(1);

    @BeforeEach
    void letSlowSleep() {
        answer("slow", () -> { running.countDown(); return sleepUntilCancelled(); });
    }

    @Test
    @DisplayName("wait_for: past the deadline a TimeoutException, and the task is cancelled when the scope closes")
    void waitFor() throws Exception {
        assertThat(within(Duration.ofMinutes(1), "quick")).isEqualTo("page quick");
        assertThatThrownBy(() -> within(Duration.ofMillis(50), "slow")).isInstanceOf(TimeoutException.class);
        assertThat(cancelled).as("how many tasks were cancelled").hasValue(1);
    }

    private String within(Duration timeout, String url) throws Exception {
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var page = scope.fork(() -> fetch(url));
            scope.joinUntil(Instant.now().plus(timeout)).throwIfFailed();
            return page.get();
        }
    }

    @Test
    @DisplayName("wait(timeout=...): what is there in time is kept, the rest is cancelled")
    void waitWithTimeout() throws Exception {
        var pages = List.<String>of();
        // A busy machine may not get to the quick one in time. Then it gets more.
        for (int millis = 25; pages.isEmpty() && millis < 2_000; millis *= 4) {
            pages = thereIn(Duration.ofMillis(millis), List.of("slow", "quick"));
        }
        assertThat(pages).containsExactly("page quick");
        assertThat(cancelled.get()).as("how many tasks were cancelled").isPositive();
    }

    private List<String> thereIn(Duration timeout, List<String> urls) throws InterruptedException {
        try (var scope = new StructuredTaskScope<String>()) {
            var subtasks = urls.stream().map(url -> scope.fork(() -> fetch(url))).toList();
            try {
                scope.joinUntil(Instant.now().plus(timeout));
            } catch (TimeoutException e) {
                scope.shutdown();
                scope.join();    // returns at once, and without it no result can be read
            }
            return subtasks.stream().filter(subtask -> subtask.state() == Subtask.State.SUCCESS).map(Subtask::get).toList();
        }
    }

    @Test
    @DisplayName("task.cancel: one task is interrupted, and nothing else")
    void cancelOne() throws Exception {
        answer("home", () -> { await(running); return "page home"; });
        assertThat(cancelTheSlowOne()).isEqualTo("page home");
        assertThat(cancelled).as("how many tasks were cancelled").hasValue(1);
    }

    private String cancelTheSlowOne() throws Exception {
        try (var scope = new StructuredTaskScope<Object>()) {
            var slow = new FutureTask<>(() -> fetch("slow"));
            scope.fork(Executors.callable(slow));
            var home = fetch("home");
            slow.cancel(true);
            scope.join();
            return home;
        }
    }

    @Test
    @DisplayName("CancelledError and finally: an InterruptedException is passed on, and tidying up may block")
    void tidyUp() throws Exception {
        answer("goodbye", () -> { linger(); events.add("goodbye"); return "bye"; });
        assertThat(endOf(() -> fetchAndTidyUp("slow"))).isInstanceOf(InterruptedException.class);
        assertThat(events).containsExactly("start slow", "end slow", "cancelled", "start goodbye", "goodbye", "end goodbye");
    }

    private String fetchAndTidyUp(String url) throws Exception {
        try {
            return fetch(url);
        } catch (InterruptedException e) {
            events.add("cancelled");
            throw e;
        } finally {
            fetch("goodbye");
        }
    }

    @Test
    @DisplayName("except Exception: a cancellation is an Exception in Java, and has to be let through")
    void catchAll() throws Exception {
        answer("bad", () -> { throw new IOException("bad"); });
        assertThat(pageOrReason("bad")).isEqualTo("no page: bad");
        assertThat(endOf(() -> pageOrReason("slow"))).isInstanceOf(InterruptedException.class);
    }

    private String pageOrReason(String url) throws InterruptedException {
        try {
            return fetch(url);
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            return "no page: " + e.getMessage();
        }
    }

    @Test
    @DisplayName("a loop that never blocks has to ask whether it is cancelled")
    void computing() throws Exception {
        var giveUp = System.nanoTime() + 3_000_000_000L;
        assertThat(endOf(() -> compute(giveUp))).isInstanceOf(InterruptedException.class);
    }

    private long compute(long giveUp) throws InterruptedException {
        long steps = 0;
        while (System.nanoTime() < giveUp) {
            steps++;
            running.countDown();
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
        return steps;
    }

    @Test
    @DisplayName("shield: who waits is cancelled, but not the work, since another scope owns it")
    void shield() throws Exception {
        var saveIsRunning = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        answer("save", () -> { saveIsRunning.countDown(); await(mayEnd); events.add("saved"); return "ok"; });
        try (var application = new StructuredTaskScope<Object>()) {
            try (var request = new StructuredTaskScope<Object>()) {
                var answer = request.fork(() -> saveShielded(application));
                await(saveIsRunning);
                request.shutdown();
                request.join();
                assertThat(answer.state()).as("the request's task").isEqualTo(Subtask.State.UNAVAILABLE);
            }
            assertThat(events).as("what has happened when the request is over").containsExactly("start save");
            mayEnd.countDown();
            application.join();
        }
        assertThat(events).as("what has happened when the application is over").containsExactly("start save", "saved", "end save");
    }

    private String saveShielded(StructuredTaskScope<Object> application) throws Exception {
        var save = new FutureTask<>(() -> fetch("save"));
        application.fork(Executors.callable(save));
        return save.get();
    }

    /** Runs it in a scope, cancels it once it is running, and returns what it has ended with. */
    private Object endOf(Callable<?> code) throws InterruptedException {
        var end = new AtomicReference<Object>();
        try (var scope = new StructuredTaskScope<Object>()) {
            scope.fork(() -> {
                try {
                    end.set(code.call());
                } catch (Throwable e) {
                    end.set(e);
                }
                return null;
            });
            await(running);
            scope.shutdown();
            scope.join();
        }
        return end.get();
    }
}
