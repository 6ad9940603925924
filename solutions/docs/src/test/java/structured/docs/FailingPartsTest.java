package structured.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("partial results, and retries")
@SuppressWarnings("preview")
class FailingPartsTest extends Trial {

    private static final Duration PAUSE = Duration.ofMillis(1);

    private Map<String, String> thereIn(Duration timeout, List<String> urls) throws InterruptedException {
        try (var scope = new StructuredTaskScope<String>()) {
            var subtasks = new LinkedHashMap<String, Subtask<String>>();
            urls.forEach(url -> subtasks.put(url, scope.fork(() -> fetch(url))));
            try {
                scope.joinUntil(Instant.now().plus(timeout));
            } catch (TimeoutException e) {
                scope.shutdown();
                scope.join();    // returns at once, and without it no result can be read
            }
            var pages = new LinkedHashMap<String, String>();
            subtasks.forEach((url, subtask) -> pages.put(url, switch (subtask.state()) {
                case SUCCESS -> subtask.get();
                case FAILED -> "failed: " + subtask.exception().getMessage();
                case UNAVAILABLE -> "not there in time";
            }));
            return pages;
        }
    }

    @Test
    @DisplayName("past the deadline there is what has ended in time, in the order of the tasks, and what has not says so")
    void partialResults() throws Exception {
        var pages = Map.<String, String>of();
        // A busy machine may not get to the quick ones in time. Then it gets more.
        for (int millis = 25; !pages.containsValue("page quick") || !pages.containsValue("failed: bad"); millis *= 4) {
            pages = thereIn(Duration.ofMillis(millis), List.of("slow", "bad", "quick"));
        }
        assertThat(pages).containsExactly(Map.entry("slow", "not there in time"), Map.entry("bad", "failed: bad"), Map.entry("quick", "page quick"));
        assertThat(cancelled.get()).isPositive();
    }

    @Test
    @DisplayName("if all is there in time, nobody waits for the deadline")
    void allInTime() throws Exception {
        assertThat(thereIn(Duration.ofDays(1), List.of("a", "b"))).containsExactly(Map.entry("a", "page a"), Map.entry("b", "page b"));
    }

    /** What a service says that has too much to do. */
    private static final class Busy extends IOException {
        private static final long serialVersionUID = 1;
    }

    private static <T> T retried(int attempts, Duration firstPause, Callable<T> call) throws Exception {
        var pause = firstPause;
        for (int attempt = 1; ; attempt++) {
            try {
                return call.call();
            } catch (Busy e) {    // and nothing else: another attempt would not help
                if (attempt == attempts) {
                    throw e;
                }
            }
            // By chance shorter, so that those who failed together don't come back together.
            Thread.sleep(Duration.ofNanos(ThreadLocalRandom.current().nextLong(pause.toNanos() / 2, pause.toNanos() + 1)));
            pause = pause.multipliedBy(2);
        }
    }

    private final AtomicInteger calls = new AtomicInteger();

    private String busyFor(int times) throws Busy {
        if (calls.incrementAndGet() <= times) {
            throw new Busy();
        }
        return "page";
    }

    @Test
    @DisplayName("a refusal is tried again, so many times and no more")
    void retry() throws Exception {
        assertThat(retried(3, PAUSE, () -> busyFor(2))).isEqualTo("page");
        calls.set(0);
        assertThatThrownBy(() -> retried(3, PAUSE, () -> busyFor(3))).isInstanceOf(Busy.class);
        assertThat(calls).hasValue(3);
    }

    @Test
    @DisplayName("another failure isn't tried again")
    void otherFailure() {
        assertThatThrownBy(() -> retried(3, PAUSE, () -> { calls.incrementAndGet(); throw new IOException("no such page"); })).hasMessage("no such page");
        assertThat(calls).hasValue(1);
    }

    @Test
    @DisplayName("in a scope each task retries for itself, and a cancellation ends the pause")
    void cancelledInThePause() throws Exception {
        var refused = new CountDownLatch(1);
        try (var scope = new StructuredTaskScope<String>()) {
            scope.fork(() -> retried(3, Duration.ofDays(1), () -> { refused.countDown(); return busyFor(3); }));
            await(refused);
            scope.shutdown();
            scope.join();
        }
        assertThat(calls).as("how often it was called").hasValueLessThanOrEqualTo(1);
    }
}
