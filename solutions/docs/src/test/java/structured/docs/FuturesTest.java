package structured.docs;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("what else is done with executors and futures")
@SuppressWarnings("preview")
class FuturesTest extends Forms {

    private static final Duration MOMENT = Duration.ofMillis(20);

    @Test
    @DisplayName("get with a timeout gives up waiting, and the task runs on")
    void getWithTimeout() {
        assertThatThrownBy(() -> withGet(MOMENT)).isInstanceOf(TimeoutException.class);
        assertThat(events).doesNotContain("end slow");
        assertThat(cancelled).hasValue(0);
    }

    private String withGet(Duration timeout) throws Exception {
        return pool.submit(() -> fetch("slow")).get(timeout.toMillis(), MILLISECONDS);
    }

    @Test
    @DisplayName("invokeAll with a timeout cancels what is not there in time, and doesn't say so until it is asked")
    void invokeAllWithTimeout() throws Exception {
        var futures = pool.invokeAll(tasks(List.of("slow")), MOMENT.toMillis(), MILLISECONDS);
        assertThat(futures).singleElement().extracting(Future::isCancelled).isEqualTo(true);
    }

    @Test
    @DisplayName("joinUntil throws, and the task has ended when the block is over")
    void joinUntil() {
        assertThatThrownBy(() -> withDeadline(MOMENT)).isInstanceOf(TimeoutException.class);
        // It may have been cancelled before it got so far as to fetch anything.
        assertThat(events.contains("end slow")).isEqualTo(events.contains("start slow"));
    }

    private String withDeadline(Duration timeout) throws Exception {
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var page = scope.fork(() -> fetch("slow"));
            scope.joinUntil(Instant.now().plus(timeout)).throwIfFailed();
            return page.get();
        }
    }

    @Test
    @DisplayName("invokeAny cancels the losers, and doesn't wait for their end")
    void invokeAny() throws Exception {
        letTheLoserTidyUp();
        assertThat(any(List.of("loser", "winner"))).isEqualTo("page winner");
        assertThat(events).doesNotContain("tidied up");
    }

    private String any(List<String> urls) throws Exception {
        return pool.invokeAny(tasks(urls));
    }

    @Test
    @DisplayName("ShutdownOnSuccess cancels the losers, and they have ended when the block is over")
    void shutdownOnSuccess() throws Exception {
        letTheLoserTidyUp();
        var call = new Call<>(() -> first(List.of("loser", "winner")));
        until(() -> cancelled.get() == 1);
        assertThat(call.isOver()).isFalse();
        released.countDown();
        assertThat(call.result()).isEqualTo("page winner");
        assertThat(events).contains("tidied up");
    }

    private String first(List<String> urls) throws Exception {
        try (var scope = new StructuredTaskScope.ShutdownOnSuccess<String>()) {
            urls.forEach(url -> scope.fork(() -> fetch(url)));
            return scope.join().result();
        }
    }

    private void letTheLoserTidyUp() {
        answer("winner", () -> { await(slowIsRunning()); return "page winner"; });
        answer("loser", () -> {
            try {
                return fetch("slow");
            } finally {
                await(released);
                events.add("tidied up");
            }
        });
    }

    @Test
    @DisplayName("what a Runnable throws: after execute the thread's handler gets it, after submit nobody does")
    void thrownByRunnable() throws Exception {
        var uncaught = new CompletableFuture<Throwable>();
        try (var executor = Executors.newSingleThreadExecutor(Thread.ofPlatform().uncaughtExceptionHandler((t, e) -> uncaught.complete(e)).factory())) {
            executor.submit(() -> { unchecked(() -> { throw new IllegalStateException("lost"); }); });
            executor.submit(() -> { events.add("goes on"); });
            executor.execute(() -> { throw new IllegalStateException("heard"); });
        }
        assertThat(events).containsExactly("goes on");
        assertThat(uncaught.get()).hasMessage("heard");
    }

    @Test
    @DisplayName("shutdownNow interrupts, and doesn't wait; awaitTermination does")
    void shutdownNow() throws Exception {
        letTheLoserTidyUp();
        pool.submit(() -> fetch("loser"));
        await(slowIsRunning());
        pool.shutdownNow();
        assertThat(events).doesNotContain("tidied up");
        released.countDown();
        assertThat(pool.awaitTermination(3, SECONDS)).isTrue();
        assertThat(events).contains("tidied up");
        assertThat(cancelled).hasValue(1);
    }

    @Test
    @DisplayName("a task that waits for a task of its own pool waits for ever if the pool has no thread left")
    void poolWaitsForItself() throws Exception {
        try (var small = Executors.newFixedThreadPool(1)) {
            var outer = small.submit(() -> {
                var inner = small.submit(() -> fetch("quick"));
                assertThatThrownBy(() -> inner.get(20, MILLISECONDS)).isInstanceOf(TimeoutException.class);
                return inner;
            });
            assertThat(outer.get().get()).as("as soon as the outer one has ended").isEqualTo("page quick");
        }
    }

    @Test
    @DisplayName("scopes within tasks of scopes never run out of threads")
    void scopesWithinTasks() throws Exception {
        assertThat(nested(200)).isEqualTo("page quick");
    }

    private String nested(int deep) throws Exception {
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var page = scope.fork(() -> deep == 0 ? fetch("quick") : nested(deep - 1));
            scope.join().throwIfFailed();
            return page.get();
        }
    }

    @Test
    @DisplayName("parallel streams share as many threads as there are processors: while calls wait in them, nobody else gets any")
    void parallelStreams() throws Exception {
        var threads = ForkJoinPool.getCommonPoolParallelism() + 1;
        var all = new CountDownLatch(threads);
        answer("waiting", () -> { meet(all); await(released); return ""; });
        var call = new Call<>(() -> parallel(Collections.nCopies(threads + 1, "waiting")));
        await(all);
        assertThat(call.isOver()).isFalse();
        assertThat(events).as("calls that have begun, of one more than that").containsExactlyElementsOf(Collections.nCopies(threads, "start waiting"));
        assertThat(IntStream.range(0, 100).parallel().mapToObj(i -> Thread.currentThread()).distinct()).containsExactly(Thread.currentThread());
        released.countDown();
        assertThat(call.result()).hasSize(threads + 1);
    }

    @Test
    @DisplayName("a scoped value reaches what a scope forks, and nothing that a pool, a future or a parallel stream runs")
    void scopedValues() throws Exception {
        var seen = ScopedValue.where(USER, "ada").call(() -> {
            var both = new CountDownLatch(2);
            answer("user", () -> USER.orElse("nobody"));
            answer("half", () -> { meet(both); return USER.orElse("nobody"); });
            var user = List.of("user");
            return List.of(scoped(user), submitted(user), inTry(user), completable(user), parallel(List.of("half", "half")));
        });
        assertThat(seen.getFirst()).containsExactly("ada");
        assertThat(seen.subList(1, 4)).allSatisfy(pages -> assertThat(pages).containsExactly("nobody"));
        assertThat(seen.getLast()).as("one half is run by the caller").containsExactlyInAnyOrder("ada", "nobody");
    }

    private static final ScopedValue<String> USER = ScopedValue.newInstance();
}
