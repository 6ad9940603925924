package structured.differences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import java.time.Duration;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.FailedException;
import java.util.concurrent.StructuredTaskScope.Joiner;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What docs/later-jdks.md says of JDK 25, and not of 26 or 27. */
@DisplayName("on JDK 25")
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
    @DisplayName("after a timeout no result can be had, not even of a subtask that has ended in time")
    void noResultsAfterATimeout() {
        try (var scope = StructuredTaskScope.open(Joiner.<String>awaitAll(), config -> config.withTimeout(SHORT))) {
            var quick = scope.fork(() -> "quick");
            scope.fork(new Sleeper());
            assertThatThrownBy(scope::join).isInstanceOf(StructuredTaskScope.TimeoutException.class);
            assertThat(quick.state()).isEqualTo(Subtask.State.SUCCESS);
            assertThatThrownBy(quick::get).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    @DisplayName("a timeout makes every join throw, with allUntil too")
    void timeoutOfAllUntil() {
        try (var scope = StructuredTaskScope.open(Joiner.<String>allUntil(subtask -> false), config -> config.withTimeout(SHORT))) {
            scope.fork(new Sleeper());
            assertThatThrownBy(scope::join).isInstanceOf(StructuredTaskScope.TimeoutException.class);
        }
    }

    @Test
    @DisplayName("a join that was interrupted is used up: it can't be done again, and the scope can only be closed")
    void interruptedJoin() {
        try (var scope = StructuredTaskScope.open()) {
            scope.fork(new Sleeper());
            Thread.currentThread().interrupt();
            assertThatThrownBy(scope::join).isInstanceOf(InterruptedException.class);
            assertThatThrownBy(scope::join).isInstanceOf(IllegalStateException.class);
        }
    }
}
