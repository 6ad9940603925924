package structured.differences;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import java.io.IOException;
import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import java.util.concurrent.StructureViolationException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Joiner;
import java.util.concurrent.StructuredTaskScope.Subtask;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What docs/later-jdks.md says of scopes on all later JDKs, where it is another thing than on JDK 21, or is feared to be. */
@DisplayName("a scope on a JDK after 21")
@Timeout(value = 5, threadMode = SEPARATE_THREAD)
class ScopesTest {

    private static final Callable<String> FAILING = () -> { throw new IOException("disk full"); };

    /** Long enough for what is to happen in time, on a busy machine, too. */
    private static final Duration SHORT = Duration.ofMillis(300);

    private final Sleeper sleeper = new Sleeper();

    @Test
    @DisplayName("join itself throws when a subtask has failed, with the subtask's own exception as the cause")
    void joinThrows() {
        try (var scope = StructuredTaskScope.open()) {
            scope.fork(FAILING);
            assertThatThrownBy(scope::join).isExactlyInstanceOf(Forms.FAILED).hasCauseExactlyInstanceOf(IOException.class);
        }
    }

    @Test
    @DisplayName("the scope that open gives cancels the others at the first failure; a new StructuredTaskScope on 21 did not")
    void openIsNotTheConstructor() {
        try (var scope = StructuredTaskScope.open()) {
            scope.fork(sleeper);
            scope.fork(() -> { sleeper.started.await(3, SECONDS); return FAILING.call(); });
            assertThatThrownBy(scope::join).isInstanceOf(Forms.FAILED);
        }
        assertThat(sleeper.cancelled.getCount()).as("sleepers that were not cancelled").isZero();
    }

    @Test
    @DisplayName("no subclass of a scope is possible: it is a sealed interface")
    void sealed() {
        assertThat(StructuredTaskScope.class).isInterface().isSealed();
    }

    @Test
    @DisplayName("a scope is joined once: after that it can neither be joined nor take a subtask")
    void joinedOnce() throws Exception {
        try (var scope = StructuredTaskScope.open()) {
            scope.fork(() -> "done");
            scope.join();
            assertThatThrownBy(scope::join).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> scope.fork(() -> "too late")).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    @DisplayName("before the join the owner can't get a result, though it is there; after a failed join it can")
    void getBeforeJoin() {
        try (var scope = StructuredTaskScope.open()) {
            var subtask = scope.fork(() -> "done");
            while (subtask.state() != Subtask.State.SUCCESS) {
                Thread.onSpinWait();
            }
            assertThatThrownBy(subtask::get).isInstanceOf(IllegalStateException.class);
            scope.fork(FAILING);
            assertThatThrownBy(scope::join).isInstanceOf(Forms.FAILED);
            assertThat(subtask.get()).isEqualTo("done");
        }
    }

    @Test
    @DisplayName("a scope that has forked and not joined throws when it is closed, as on 21")
    void closedWithoutJoin() {
        assertThatThrownBy(() -> {
            try (var scope = StructuredTaskScope.open()) {
                scope.fork(() -> "done");
            }
        }).isInstanceOf(IllegalStateException.class);
    }

    @Test
    @DisplayName("a timeout cancels: subtasks are interrupted when it is up, even if the owner is not in join yet")
    void timeoutCancels() throws InterruptedException {
        try (var scope = StructuredTaskScope.open(Joiner.<String>awaitAllSuccessfulOrThrow(), config -> config.withTimeout(SHORT))) {
            scope.fork(sleeper);
            assertThat(sleeper.cancelled.await(3, SECONDS)).as("interrupted before the join").isTrue();
            assertThat(scope.isCancelled()).isTrue();
            assertThat(catchThrowable(scope::join)).isNotNull();
        }
    }

    @Test
    @DisplayName("a timeout runs until the join: what has ended in time is too late if its owner isn't there in time")
    void timeoutRunsUntilTheJoin() throws InterruptedException {
        try (var scope = StructuredTaskScope.open(Joiner.<String>awaitAllSuccessfulOrThrow(), config -> config.withTimeout(SHORT))) {
            var subtask = scope.fork(() -> "done");
            while (!scope.isCancelled()) {
                Thread.sleep(1);
            }
            assertThat(subtask.state()).isEqualTo(Subtask.State.SUCCESS);
            assertThat(catchThrowable(scope::join)).isNotNull();
        }
    }

    @Test
    @DisplayName("a race without subtasks fails with NoSuchElementException; on 21 it threw IllegalStateException")
    void emptyRace() {
        try (var scope = StructuredTaskScope.open(Forms.race())) {
            assertThatThrownBy(scope::join).isExactlyInstanceOf(Forms.FAILED).hasCauseExactlyInstanceOf(NoSuchElementException.class);
        }
    }

    @Test
    @DisplayName("forking under other bindings than those at open throws, as on 21; bound before open, they are inherited")
    void bindings() throws Exception {
        var thing = ScopedValue.<String>newInstance();
        try (var scope = StructuredTaskScope.open()) {
            ScopedValue.where(thing, "book").run(() ->
                    assertThatThrownBy(() -> scope.fork(thing::get)).isInstanceOf(StructureViolationException.class));
        }
        var inherited = ScopedValue.where(thing, "book").call(() -> {
            try (var scope = StructuredTaskScope.open()) {
                var subtask = scope.fork(thing::get);
                scope.join();
                return subtask.get();
            }
        });
        assertThat(inherited).isEqualTo("book");
    }

    @Test
    @DisplayName("a scoped value's orElse refuses null, which it took on 21")
    void orElseNull() {
        assertThatThrownBy(() -> ScopedValue.newInstance().orElse(null)).isInstanceOf(NullPointerException.class);
    }
}
