package structured.differences;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import structured.differences.Forms.Trial;

/** What docs/later-jdks.md says of joiners on all later JDKs: which threads they run in, and what becomes of what they throw. */
@DisplayName("a joiner")
@Timeout(value = 5, threadMode = SEPARATE_THREAD)
class JoinersTest {

    @Test
    @DisplayName("onFork and result run in the owner's thread, onComplete in that of the subtask")
    void threads() throws InterruptedException {
        var forking = new AtomicReference<Thread>();
        var completing = new AtomicReference<Thread>();
        var joining = new AtomicReference<Thread>();
        var running = new AtomicReference<Thread>();
        var joiner = new Trial() {
            @Override
            boolean forked(Subtask<?> subtask) {
                forking.set(Thread.currentThread());
                return false;
            }

            @Override
            boolean ended(Subtask<?> subtask) {
                completing.set(Thread.currentThread());
                return false;
            }

            @Override
            public String result() {
                joining.set(Thread.currentThread());
                return "joined";
            }
        };
        try (var scope = StructuredTaskScope.open(joiner)) {
            scope.fork(() -> running.set(Thread.currentThread()));
            assertThat(scope.join()).isEqualTo("joined");
        }
        assertThat(forking).hasValue(Thread.currentThread());
        assertThat(joining).hasValue(Thread.currentThread());
        assertThat(completing).hasValue(running.get());
    }

    @Test
    @DisplayName("onComplete runs in several threads at once")
    void concurrently() throws InterruptedException {
        var bothInside = new CountDownLatch(2);
        var met = new AtomicInteger();
        var joiner = new Trial() {
            @Override
            boolean ended(Subtask<?> subtask) {
                bothInside.countDown();
                try {
                    if (bothInside.await(3, SECONDS)) {
                        met.incrementAndGet();
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return false;
            }
        };
        try (var scope = StructuredTaskScope.open(joiner)) {
            scope.fork(() -> "one");
            scope.fork(() -> "two");
            scope.join();
        }
        assertThat(met).hasValue(2);
    }

    @Test
    @DisplayName("onComplete isn't called any more once the scope is cancelled")
    void notAfterCancellation() throws InterruptedException {
        var completed = new ConcurrentLinkedQueue<Object>();
        var joiner = new Trial() {
            @Override
            boolean ended(Subtask<?> subtask) {
                return completed.add(subtask.get());
            }
        };
        try (var scope = StructuredTaskScope.open(joiner)) {
            Callable<String> late = () -> {
                try {
                    SECONDS.sleep(3);
                } catch (InterruptedException e) {
                    // Cancelled, and successful all the same.
                }
                return "late";
            };
            var started = new CountDownLatch(1);
            scope.fork(() -> { started.countDown(); return late.call(); });
            scope.fork(() -> { started.await(3, SECONDS); return "first"; });
            scope.join();
        }
        assertThat(completed).containsExactly("first");
    }

    @Test
    @DisplayName("what onComplete throws goes to the thread's handler of uncaught exceptions: no failure, no cancellation")
    void thrownByOnComplete() throws InterruptedException {
        var uncaught = new ConcurrentLinkedQueue<String>();
        var threads = Thread.ofVirtual().uncaughtExceptionHandler((thread, e) -> uncaught.add(e.getMessage())).factory();
        var joiner = new Trial() {
            @Override
            boolean ended(Subtask<?> subtask) {
                throw new IllegalStateException("out of paper");
            }
        };
        try (var scope = StructuredTaskScope.open(joiner, config -> config.withThreadFactory(threads))) {
            scope.fork(() -> "done");
            assertThat(scope.join()).isEqualTo("joined");
        }
        assertThat(uncaught).containsExactly("out of paper");
    }

    @Test
    @DisplayName("what onFork throws comes out of fork, and the subtask doesn't run")
    void thrownByOnFork() {
        var ran = new AtomicInteger();
        var joiner = new Trial() {
            @Override
            boolean forked(Subtask<?> subtask) {
                throw new IllegalStateException("full");
            }
        };
        try (var scope = StructuredTaskScope.open(joiner)) {
            assertThatThrownBy(() -> scope.fork(ran::incrementAndGet)).hasMessage("full");
        }
        assertThat(ran).hasValue(0);
    }
}
