package structured.differences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.FailedException;
import java.util.concurrent.StructuredTaskScope.Joiner;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What docs/later-jdks.md says of JDK 26, and not of 25 or 27. */
@DisplayName("on JDK 26")
@Timeout(value = 5, threadMode = SEPARATE_THREAD)
class ThisJdkTest {

    /** Long enough for what is to happen in time, on a busy machine, too. */
    private static final Duration SHORT = Duration.ofMillis(300);

    @Test
    @DisplayName("what join throws is unchecked, for a failure and for a timeout")
    void unchecked() {
        assertThat(FailedException.class).hasSuperclass(RuntimeException.class);
        assertThat(StructuredTaskScope.TimeoutException.class).hasSuperclass(RuntimeException.class);
    }

    @Test
    @DisplayName("a catch of java.util.concurrent's TimeoutException, if anything in the block may throw that, compiles on and catches nothing")
    void theOldCatch() {
        assertThatThrownBy(() -> {
            try (var scope = StructuredTaskScope.open(Joiner.<String>awaitAll(), config -> config.withTimeout(SHORT))) {
                scope.fork(new Sleeper());
                if (Thread.interrupted()) {
                    throw new TimeoutException();
                }
                scope.join();
            } catch (TimeoutException e) {
                throw new AssertionError("caught by the old catch", e);
            }
        }).isExactlyInstanceOf(StructuredTaskScope.TimeoutException.class);
    }

    @Test
    @DisplayName("after a timeout the results can be had of subtasks that have ended in time")
    void resultsAfterATimeout() {
        try (var scope = StructuredTaskScope.open(Joiner.<String>awaitAll(), config -> config.withTimeout(SHORT))) {
            var quick = scope.fork(() -> "quick");
            var slow = scope.fork(new Sleeper());
            assertThatThrownBy(scope::join).isInstanceOf(StructuredTaskScope.TimeoutException.class);
            assertThat(quick.get()).isEqualTo("quick");
            assertThat(slow.state()).isEqualTo(Subtask.State.UNAVAILABLE);
        }
    }

    @Test
    @DisplayName("with allUntil a timeout doesn't make join throw: it returns all subtasks, and those cut short are unavailable")
    void timeoutOfAllUntil() throws InterruptedException {
        try (var scope = StructuredTaskScope.open(Joiner.<String>allUntil(subtask -> false), config -> config.withTimeout(SHORT))) {
            scope.fork(() -> "quick");
            scope.fork(new Sleeper());
            assertThat(scope.join()).extracting(Subtask::state).containsExactly(Subtask.State.SUCCESS, Subtask.State.UNAVAILABLE);
        }
    }

    @Test
    @DisplayName("a joiner whose onTimeout doesn't throw has its result returned when time is up")
    void onTimeout() throws InterruptedException {
        var joiner = new Forms.Trial() {
            @Override
            public void onTimeout() {
                // The default throws a TimeoutException.
            }
        };
        try (var scope = StructuredTaskScope.open(joiner, config -> config.withTimeout(SHORT))) {
            scope.fork(new Sleeper());
            assertThat(scope.join()).isEqualTo("joined");
        }
    }

    @Test
    @DisplayName("a join that was interrupted can be done again")
    void interruptedJoin() throws InterruptedException {
        var interrupted = new CountDownLatch(1);
        try (var scope = StructuredTaskScope.open()) {
            var subtask = scope.fork(() -> { interrupted.await(); return "done"; });
            Thread.currentThread().interrupt();
            assertThatThrownBy(scope::join).isInstanceOf(InterruptedException.class);
            interrupted.countDown();
            scope.join();
            assertThat(subtask.get()).isEqualTo("done");
        }
    }
}
