package structured.differences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.CancelledByTimeoutException;
import java.util.concurrent.StructuredTaskScope.Joiner;
import java.util.concurrent.StructuredTaskScope.Subtask;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What docs/later-jdks.md says of JDK 27 and later, and not of 25 or 26. */
@DisplayName("on JDK 27 and later")
@Timeout(value = 5, threadMode = SEPARATE_THREAD)
class ThisJdkTest {

    /** Long enough for what is to happen in time, on a busy machine, too. */
    private static final Duration SHORT = Duration.ofMillis(300);

    @Test
    @DisplayName("what join throws is checked again: the compiler asks for a catch, or a throws")
    void checked() throws Exception {
        var joining = """
                class Some {
                    void join() throws %s {
                        try (var scope = java.util.concurrent.StructuredTaskScope.open()) {
                            scope.join();
                        }
                    }
                }
                """;
        var jdk = String.valueOf(Runtime.version().feature());
        assertThat(Javac.errors(Map.of("Some", joining.formatted("InterruptedException")), "--release", jdk, "--enable-preview"))
                .hasEntrySatisfying("Some", error -> assertThat(error).contains("ExecutionException"));
        assertThat(Javac.errors(Map.of("Some", joining.formatted("InterruptedException, java.util.concurrent.ExecutionException")),
                "--release", jdk, "--enable-preview")).isEmpty();
    }

    @Test
    @DisplayName("with the standard joiners a timeout comes out of join as an ExecutionException, and the results of subtasks that have ended in time can be had")
    void resultsAfterATimeout() {
        try (var scope = StructuredTaskScope.open(Joiner.<String>awaitAllSuccessfulOrThrow(), config -> config.withTimeout(SHORT))) {
            var quick = scope.fork(() -> "quick");
            var slow = scope.fork(new Sleeper());
            assertThatThrownBy(scope::join)
                    .isExactlyInstanceOf(ExecutionException.class).hasCauseExactlyInstanceOf(CancelledByTimeoutException.class);
            assertThat(quick.get()).isEqualTo("quick");
            assertThat(slow.state()).isEqualTo(Subtask.State.UNAVAILABLE);
        }
    }

    @Test
    @DisplayName("a subtask that throws a CancelledByTimeoutException itself looks like a timeout, and only its state tells them apart")
    void looksLikeATimeout() {
        try (var scope = StructuredTaskScope.open()) {
            var subtask = scope.fork(() -> { throw new CancelledByTimeoutException(); });
            assertThatThrownBy(scope::join)
                    .isExactlyInstanceOf(ExecutionException.class).hasCauseExactlyInstanceOf(CancelledByTimeoutException.class);
            assertThat(subtask.state()).isEqualTo(Subtask.State.FAILED);
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
    @DisplayName("when time is up, join returns what the joiner's timeout returns, and result isn't asked")
    void timeout() throws InterruptedException {
        try (var scope = StructuredTaskScope.open(new Forms.Trial() { }, config -> config.withTimeout(SHORT))) {
            scope.fork(new Sleeper());
            assertThat(scope.join()).isEqualTo("timed out");
        }
    }

    @Test
    @DisplayName("a joiner can be given the exception that join is to throw, for a failure and for a timeout")
    void ownException() {
        try (var scope = StructuredTaskScope.open(Joiner.allSuccessfulOrThrow(IllegalStateException::new))) {
            scope.fork(() -> { throw new IOException("disk full"); });
            assertThatThrownBy(scope::join)
                    .isExactlyInstanceOf(IllegalStateException.class).hasCauseExactlyInstanceOf(IOException.class);
        }
        try (var scope = StructuredTaskScope.open(Joiner.<String, IllegalStateException>allSuccessfulOrThrow(IllegalStateException::new),
                config -> config.withTimeout(SHORT))) {
            scope.fork(new Sleeper());
            assertThatThrownBy(scope::join)
                    .isExactlyInstanceOf(IllegalStateException.class).hasCauseExactlyInstanceOf(CancelledByTimeoutException.class);
        }
    }

    @Test
    @DisplayName("a scope can have a timeout without naming a joiner, and then throws as the one of open() does")
    void openWithoutAJoiner() {
        try (var scope = StructuredTaskScope.open(config -> config.withTimeout(SHORT))) {
            scope.fork(new Sleeper());
            assertThatThrownBy(scope::join)
                    .isExactlyInstanceOf(ExecutionException.class).hasCauseExactlyInstanceOf(CancelledByTimeoutException.class);
        }
    }

    @Test
    @DisplayName("a join that was interrupted can be done again")
    void interruptedJoin() throws Exception {
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
