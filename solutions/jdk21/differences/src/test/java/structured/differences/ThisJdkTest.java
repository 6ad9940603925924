package structured.differences;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.StructureViolationException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What docs/later-jdks.md says of JDK 21, where a later one does another thing. */
@DisplayName("on JDK 21")
@Timeout(value = 5, threadMode = SEPARATE_THREAD)
class ThisJdkTest {

    private static final Callable<String> FAILING = () -> { throw new IOException("disk full"); };

    @Test
    @DisplayName("a plain join says nothing of failures, and a scope that is made by its constructor cancels nothing")
    void plainJoin() throws InterruptedException {
        try (var scope = new StructuredTaskScope<String>()) {
            var failing = scope.fork(FAILING);
            var other = scope.fork(() -> {
                while (failing.state() == Subtask.State.UNAVAILABLE) {
                    Thread.sleep(1);
                }
                return "done all the same";
            });
            scope.join();
            assertThat(scope.isShutdown()).isFalse();
            assertThat(other.get()).isEqualTo("done all the same");
        }
    }

    @Test
    @DisplayName("a scope can be joined, take more subtasks, and be joined again")
    void joinedAgain() throws InterruptedException {
        try (var scope = new StructuredTaskScope<String>()) {
            scope.fork(() -> "one");
            scope.join();
            var two = scope.fork(() -> "two");
            scope.join();
            assertThat(two.get()).isEqualTo("two");
        }
    }

    @Test
    @DisplayName("a join that was interrupted can be done again")
    void interruptedJoin() throws InterruptedException {
        var interrupted = new CountDownLatch(1);
        try (var scope = new StructuredTaskScope<String>()) {
            var subtask = scope.fork(() -> { interrupted.await(); return "done"; });
            Thread.currentThread().interrupt();
            assertThatThrownBy(scope::join).isInstanceOf(InterruptedException.class);
            interrupted.countDown();
            scope.join();
            assertThat(subtask.get()).isEqualTo("done");
        }
    }

    @Test
    @DisplayName("before the join the owner can't get a result, though it is there; and a scope that was not joined throws when it is closed")
    void withoutJoin() {
        assertThatThrownBy(() -> {
            try (var scope = new StructuredTaskScope<String>()) {
                var subtask = scope.fork(() -> "done");
                while (subtask.state() != Subtask.State.SUCCESS) {
                    Thread.onSpinWait();
                }
                assertThatThrownBy(subtask::get).isInstanceOf(IllegalStateException.class);
            }
        }).isInstanceOf(IllegalStateException.class);
    }

    @Test
    @DisplayName("joinUntil gives up waiting and cancels nothing; afterwards no result can be had, not even of a subtask that has ended in time")
    void joinUntil() throws InterruptedException {
        var sleeper = new Sleeper();
        try (var scope = new StructuredTaskScope<String>()) {
            var quick = scope.fork(() -> "quick");
            scope.fork(sleeper);
            sleeper.started.await();
            assertThatThrownBy(() -> scope.joinUntil(Instant.now().plusMillis(300))).isExactlyInstanceOf(TimeoutException.class);
            assertThat(scope.isShutdown()).isFalse();
            assertThat(sleeper.cancelled.getCount()).as("sleepers that were not cancelled").isOne();
            assertThat(quick.state()).isEqualTo(Subtask.State.SUCCESS);
            assertThatThrownBy(quick::get).isInstanceOf(IllegalStateException.class);
        }
        assertThat(sleeper.cancelled.getCount()).as("sleepers that close did not cancel").isZero();
    }

    @Test
    @DisplayName("a race without subtasks throws IllegalStateException when it is asked for its result")
    void emptyRace() throws InterruptedException {
        try (var scope = new StructuredTaskScope.ShutdownOnSuccess<String>()) {
            assertThatThrownBy(scope.join()::result).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    @DisplayName("forking under other bindings than those at the constructor throws; a scoped value's orElse takes null")
    void bindings() throws InterruptedException {
        var thing = ScopedValue.<String>newInstance();
        try (var scope = new StructuredTaskScope<String>()) {
            ScopedValue.where(thing, "book").run(() ->
                    assertThatThrownBy(() -> scope.fork(thing::get)).isInstanceOf(StructureViolationException.class));
            scope.join();
        }
        assertThat(thing.orElse(null)).isNull();
    }

    @Test
    @DisplayName("what handleComplete throws goes to the thread's handler of uncaught exceptions, and join carries on")
    void thrownByHandleComplete() throws InterruptedException {
        var uncaught = new ConcurrentLinkedQueue<String>();
        var threads = Thread.ofVirtual().uncaughtExceptionHandler((thread, e) -> uncaught.add(e.getMessage())).factory();
        try (var scope = new StructuredTaskScope<String>("trial", threads) {
            @Override
            protected void handleComplete(Subtask<? extends String> subtask) {
                throw new IllegalStateException("out of paper");
            }
        }) {
            scope.fork(() -> "done");
            scope.join();
            assertThat(scope.isShutdown()).isFalse();
        }
        assertThat(uncaught).containsExactly("out of paper");
    }

    @Test
    @DisplayName("a virtual thread keeps its carrier while it waits inside synchronized, so that others don't get to run")
    void pinning() throws InterruptedException {
        int threads = Math.max(300, 2 * Runtime.getRuntime().availableProcessors());
        var allAreInside = new CountDownLatch(threads);
        var looked = new CountDownLatch(1);
        var waiting = Stream.generate(Object::new).limit(threads).map(lock -> Thread.ofVirtual().start(() -> {
            synchronized (lock) {
                allAreInside.countDown();
                try {
                    looked.await(3, SECONDS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        })).toList();
        assertThat(allAreInside.await(100, MILLISECONDS)).as("all got to run").isFalse();
        looked.countDown();
        for (var thread : waiting) {
            thread.join();
        }
        assertThat(allAreInside.getCount()).as("threads that did not get to run when the others had left").isZero();
    }
}
