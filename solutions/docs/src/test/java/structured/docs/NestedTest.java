package structured.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("scopes in scopes")
@SuppressWarnings("preview")
class NestedTest extends Trial {

    private String page() throws Exception {
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var article = scope.fork(() -> fetch("article"));
            var comments = scope.fork(() -> comments());
            scope.join().throwIfFailed();
            return article.get() + ", " + comments.get();
        }
    }

    private String comments() throws InterruptedException {
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var texts = scope.fork(() -> fetch("texts"));
            var authors = scope.fork(() -> fetch("authors"));
            scope.join().throwIfFailed();
            return texts.get() + " by " + authors.get();
        } catch (ExecutionException e) {
            return "no comments";
        }
    }

    @Test
    @DisplayName("as long as nothing fails, all is there")
    void nothingFails() throws Exception {
        assertThat(page()).isEqualTo("page article, page texts by page authors");
    }

    @Test
    @DisplayName("a failure in the inner scope ends that, and the method around it decides what becomes of it")
    void innerFailure() throws Exception {
        answer("texts", () -> fetch("bad"));
        answer("authors", () -> fetch("slow"));
        assertThat(page()).isEqualTo("page article, no comments");
        assertThat(cancelled).as("how many siblings of the one that failed were cancelled").hasValue(1);
    }

    @Test
    @DisplayName("a failure in the outer scope cancels what is in the inner one, too, and waits for its end")
    void outerFailure() {
        answer("article", () -> { await(slowIsRunning()); throw new IOException("no article"); });
        answer("texts", () -> fetch("slow"));
        assertThatThrownBy(this::page).isInstanceOf(ExecutionException.class);
        assertThat(cancelled).as("how many in the inner scope were cancelled").hasValue(1);
        assertThat(events).contains("end slow");
    }

    private static final ScopedValue<Instant> DEADLINE = ScopedValue.newInstance();

    private static <T> T within(Duration timeout, Callable<T> calls) throws Exception {
        var mine = Instant.now().plus(timeout);
        // Never later than that of whoever called.
        var deadline = DEADLINE.isBound() && DEADLINE.get().isBefore(mine) ? DEADLINE.get() : mine;
        return ScopedValue.where(DEADLINE, deadline).call(() -> {
            try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
                var result = scope.fork(calls);
                scope.joinUntil(deadline).throwIfFailed();
                return result.get();
            }
        });
    }

    private static Duration left() {
        return Duration.between(Instant.now(), DEADLINE.get());
    }

    private String greeting(Duration timeout) throws Exception {
        return within(timeout, () -> {
            var user = fetch("user");
            var orders = fetch("orders of " + user);
            return user + ", " + orders;
        });
    }

    @Test
    @DisplayName("a deadline around several calls, one after another: all of them in time, or none")
    void deadline() throws Exception {
        assertThat(greeting(Duration.ofMinutes(1))).isEqualTo("page user, page orders of page user");
        answer("user", () -> fetch("slow"));
        assertThatThrownBy(() -> greeting(Duration.ofMillis(20))).isInstanceOf(TimeoutException.class);
        assertThat(events).doesNotContain("start orders of page slow");
    }

    @Test
    @DisplayName("a failure in time arrives wrapped once for each deadline around it")
    void failureInTime() {
        slowIsRunning().countDown();
        assertThatThrownBy(() -> within(Duration.ofHours(1), () -> within(Duration.ofMinutes(1), () -> fetch("bad"))))
                .isInstanceOf(ExecutionException.class).cause().isInstanceOf(ExecutionException.class).hasCauseInstanceOf(IOException.class);
    }

    @Test
    @DisplayName("a deadline cancels what is in scopes further in, too")
    void deadlineFurtherIn() throws Exception {
        answer("texts", () -> fetch("slow"));
        // A busy machine may not get so far in time. Then it gets more.
        for (int millis = 50; cancelled.get() == 0; millis *= 4) {
            var timeout = Duration.ofMillis(millis);
            assertThatThrownBy(() -> within(timeout, this::page)).isInstanceOf(TimeoutException.class);
        }
        assertThat(events).contains("end slow");
    }

    @Test
    @DisplayName("an inner deadline never is later than the outer one, and what is called knows how much time is left")
    void innerDeadline() throws Exception {
        var left = within(Duration.ofSeconds(60), () -> within(Duration.ofHours(1), NestedTest::left));
        assertThat(left).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(60));
        assertThat(within(Duration.ofHours(1), () -> within(Duration.ofSeconds(60), NestedTest::left))).isLessThanOrEqualTo(Duration.ofSeconds(60));
    }
}
