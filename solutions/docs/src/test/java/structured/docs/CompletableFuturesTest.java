package structured.docs;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("CompletableFuture")
@SuppressWarnings("preview")
class CompletableFuturesTest extends Forms {

    private CompletableFuture<String> fetching(String url) {
        return CompletableFuture.supplyAsync(() -> unchecked(() -> fetch(url)));
    }

    @Test
    @DisplayName("a chain, and the same in a scope, as plain calls")
    void chain() throws Exception {
        answer("page home", () -> "picture");
        answer("picture", () -> "image");
        assertThat(chained()).isEqualTo("image, page news").isEqualTo(plain());
    }

    private String chained() {
        var picture = fetching("home").thenCompose(this::fetching).thenCompose(this::fetching);
        return picture.thenCombine(fetching("news"), (image, news) -> image + ", " + news).join();
    }

    private String plain() throws Exception {
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var picture = scope.fork(() -> fetch(fetch(fetch("home"))));
            var news = scope.fork(() -> fetch("news"));
            scope.join().throwIfFailed();
            return picture.get() + ", " + news.get();
        }
    }

    @Test
    @DisplayName("exceptionally, and a catch in the task, have the same result")
    void fallback() throws Exception {
        slowIsRunning().countDown();
        assertThat(exceptionally("bad")).isEqualTo("nothing").isEqualTo(orNothing("bad"));
    }

    private String exceptionally(String url) {
        return fetching(url).exceptionally(e -> "nothing").join();
    }

    private String orNothing(String url) throws InterruptedException {
        try {
            return fetch(url);
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            return "nothing";
        }
    }

    @Test
    @DisplayName("cancel marks the future as cancelled, interrupts nobody, and the task runs on")
    void cancel() throws Exception {
        var slow = fetching("slow");
        await(slowIsRunning());
        slow.cancel(true);
        assertThatThrownBy(slow::join).isInstanceOf(CancellationException.class);
        linger();
        assertThat(cancelled).hasValue(0);
        assertThat(events).doesNotContain("end slow");
    }

    @Test
    @DisplayName("orTimeout gives up, interrupts nobody, and the task runs on")
    void orTimeout() throws Exception {
        var slow = fetching("slow");
        await(slowIsRunning());
        var limited = slow.orTimeout(20, MILLISECONDS);
        assertThatThrownBy(limited::join).isInstanceOf(CompletionException.class).hasCauseInstanceOf(TimeoutException.class);
        linger();
        assertThat(cancelled).hasValue(0);
        assertThat(events).doesNotContain("end slow");
    }

    @Test
    @DisplayName("anyOf takes a failure for the winner, and lets the others run on")
    void anyOf() throws Exception {
        var any = CompletableFuture.anyOf(Stream.of("slow", "bad").map(this::fetching).toArray(CompletableFuture[]::new));
        assertThatThrownBy(any::join).isInstanceOf(CompletionException.class).hasRootCauseInstanceOf(IOException.class);
        assertThat(events).doesNotContain("end slow");
        assertThat(cancelled).hasValue(0);
    }

    @Test
    @DisplayName("a scope waits for a CompletableFuture of somebody else's in a fork, and its cancellation ends the wait, not the work")
    void ofSomebodyElse() throws Exception {
        var slow = fetching("slow");
        try (var scope = new StructuredTaskScope<String>()) {
            var waiting = scope.fork(() -> slow.get());
            await(slowIsRunning());
            scope.shutdown();
            scope.join();
            assertThat(waiting.state()).isEqualTo(StructuredTaskScope.Subtask.State.UNAVAILABLE);
        }
        assertThat(cancelled).hasValue(0);
        assertThat(slow).isNotDone();
    }
}
