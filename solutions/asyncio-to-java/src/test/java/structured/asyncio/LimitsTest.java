package structured.asyncio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Not flooding a service. */
@DisplayName("batches, Semaphore, 429")
@SuppressWarnings("preview")
class LimitsTest extends Trial {

    /** A service's way to say that it has enough. */
    private static final class TooManyRequests extends Exception {
        private static final long serialVersionUID = 1;

        Duration retryAfter() {
            return Duration.ofMillis(1);
        }
    }

    @Test
    @DisplayName("batches: all of a batch at once, and no other before all of them have ended")
    void batches() throws Exception {
        var firstTwo = new CountDownLatch(2);
        answer("a", () -> { meet(firstTwo); return "page a"; });
        answer("b", () -> { meet(firstTwo); linger(); return "page b"; });
        assertThat(inBatches(List.of("a", "b", "c"), 2)).containsExactly("page a", "page b", "page c");
        assertThat(events).as("what happened, the second batch last").endsWith("end b", "start c", "end c");
        assertThat(mostInFlight).as("the most at a time").hasValue(2);
    }

    private List<String> inBatches(List<String> urls, int size) throws Exception {
        var pages = new ArrayList<String>();
        for (int from = 0; from < urls.size(); from += size) {
            var batch = urls.subList(from, Math.min(from + size, urls.size()));
            try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
                var subtasks = batch.stream().map(url -> scope.fork(() -> fetch(url))).toList();
                scope.join().throwIfFailed();
                subtasks.forEach(subtask -> pages.add(subtask.get()));
            }
        }
        return pages;
    }

    @Test
    @DisplayName("Semaphore: as many as the limit at a time, and never more")
    void semaphore() throws Exception {
        var both = new CountDownLatch(2);
        answer("a", () -> { linger(); return "page a"; });
        answer("b", () -> { meet(both); linger(); return "page b"; });
        answer("c", () -> { meet(both); linger(); return "page c"; });
        assertThat(limited(List.of("a", "b", "c", "d"), 2)).containsExactly("page a", "page b", "page c", "page d");
        assertThat(mostInFlight).as("the most at a time").hasValue(2);
    }

    private List<String> limited(List<String> urls, int limit) throws Exception {
        var permits = new Semaphore(limit);
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var subtasks = urls.stream().map(url -> scope.fork(() -> {
                permits.acquire();
                try {
                    return fetch(url);
                } finally {
                    permits.release();
                }
            })).toList();
            scope.join().throwIfFailed();
            return subtasks.stream().map(Subtask::get).toList();
        }
    }

    @Test
    @DisplayName("429: a refused request waits, and is sent again, but not for ever")
    void tooManyRequests() throws Exception {
        var permits = new Semaphore(1);
        var refusals = new AtomicInteger(2);
        answer("home", () -> {
            assertThat(permits.availablePermits()).as("permits left while a request is sent").isZero();
            if (refusals.getAndDecrement() > 0) {
                throw new TooManyRequests();
            }
            return "page home";
        });
        assertThat(patiently(permits, "home")).isEqualTo("page home");
        refusals.set(3);
        assertThatThrownBy(() -> patiently(permits, "home")).isInstanceOf(TooManyRequests.class);
        assertThat(permits.availablePermits()).as("permits given back").isEqualTo(1);
    }

    private String patiently(Semaphore permits, String url) throws Exception {
        permits.acquire();
        try {
            for (int attempt = 1; ; attempt++) {
                try {
                    return fetch(url);
                } catch (TooManyRequests e) {
                    if (attempt == 3) {
                        throw e;
                    }
                    Thread.sleep(e.retryAfter());
                }
            }
        } finally {
            permits.release();
        }
    }
}
