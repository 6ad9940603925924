package structured.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.StructureViolationException;
import java.util.concurrent.StructuredTaskScope;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("when nobody closes it")
@SuppressWarnings({"preview", "resource"})
class ForgottenCloseTest extends Forms {

    private static final ScopedValue<String> ANY = ScopedValue.newInstance();

    @Test
    @DisplayName("a pool's threads stay, and they are none that a program may end without")
    void poolStays() throws Exception {
        var thread = pool.submit(Thread::currentThread).get();
        linger();
        assertThat(thread.isAlive()).isTrue();
        assertThat(thread.isDaemon()).isFalse();
    }

    @Test
    @DisplayName("what runs in virtual threads runs on, and the program may end in the middle of it")
    void virtualThreadsAreDaemons() throws Exception {
        var thread = runningIn();
        assertThat(thread.isAlive()).isTrue();
        assertThat(thread.isDaemon()).isTrue();
    }

    private Thread runningIn() throws InterruptedException {
        var executor = Executors.newVirtualThreadPerTaskExecutor();
        var thread = new CompletableFuture<Thread>();
        executor.submit(() -> { thread.complete(Thread.currentThread()); return fetch("slow"); });
        await(slowIsRunning());
        return thread.join();
    }

    /** Opens a scope, and leaves without a word. */
    private String forgetful() throws InterruptedException {
        var scope = new StructuredTaskScope<String>();
        scope.fork(() -> fetch("slow"));
        await(slowIsRunning());
        return "returned";
    }

    @Test
    @DisplayName("a scope in a scope: the outer one waits for it at its end, cancels nothing, and throws")
    void scopeInScope() throws Exception {
        var call = new Call<>(() -> {
            try (var outer = new StructuredTaskScope<String>()) {
                events.add(forgetful());
                outer.join();
            }
            return "";
        });
        assertOnlyTheEndOfTheOuterTells(call);
    }

    @Test
    @DisplayName("a scope where a scoped value is bound: the end of the binding waits for it, cancels nothing, and throws")
    void scopeInBinding() throws Exception {
        assertOnlyTheEndOfTheOuterTells(new Call<>(() -> ScopedValue.where(ANY, "").call(() -> events.add(forgetful()))));
    }

    private void assertOnlyTheEndOfTheOuterTells(Call<?> call) throws Exception {
        // The place where it is forgotten says nothing.
        until(() -> events.contains("returned"));
        assertThat(call.isOver()).isFalse();
        released.countDown();
        assertThat(call.failure()).isInstanceOf(StructureViolationException.class);
        assertThat(cancelled).hasValue(0);
    }

    @Test
    @DisplayName("a scope in a task: the task's thread waits for it, and nobody is told")
    void scopeInTask() throws Exception {
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            scope.fork(this::forgetful);
            await(slowIsRunning());
            released.countDown();
            scope.join().throwIfFailed();
        }
        assertThat(events).contains("end slow");
    }

    @Test
    @DisplayName("a scope that is closed, but was not joined, throws, and has cancelled its tasks")
    void closedWithoutJoin() {
        assertThatThrownBy(() -> {
            try (var scope = new StructuredTaskScope<String>()) {
                scope.fork(() -> fetch("slow"));
                await(slowIsRunning());
            }
        }).isInstanceOf(IllegalStateException.class);
        assertThat(cancelled).hasValue(1);
    }
}
