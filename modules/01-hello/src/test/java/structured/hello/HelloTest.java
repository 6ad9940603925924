package structured.hello;

import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** What run promises. Nothing to write here: these tests judge {@link Hello}. */
@DisplayName("run")
@ExtendWith(Steps.class)
@Steps.Taught(scope = 1, join = 2, failure = 3)
@TestMethodOrder(Steps.class)
class HelloTest {

    /** When a task stops waiting for what right code lets happen at once. Only wrong code gets there. */
    private final long deadline = System.nanoTime() + SECONDS.toNanos(3);

    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final AtomicBoolean over = new AtomicBoolean();
    private boolean wasOver;

    @Test
    @Tag("step-1")
    @DisplayName("main runs on a virtual thread")
    void virtualThread() throws Exception {
        var said = new ConcurrentLinkedQueue<String>();
        Hello.run(() -> said.add(Thread.currentThread().isVirtual() ? "virtual" : "platform"));
        assertThat(said)
                .withFailMessage("Asked what kind of thread it runs on, main said %s; right is [virtual].", said)
                .containsExactly("virtual");
    }

    @Test
    @Tag("step-1")
    @DisplayName("main runs inside a scope that belongs to the call")
    void insideAScope() throws Exception {
        // Only fork hands a scoped value of the caller on to another thread.
        var caller = ScopedValue.<String>newInstance();
        var said = new ConcurrentLinkedQueue<String>();
        ScopedValue.where(caller, "here").call(() -> Hello.run(() -> said.add(caller.orElse("nothing"))));
        assertThat(said)
                .withFailMessage("Asked for a scoped value that its caller has set, main said %s; "
                        + "in a thread that a scope has forked it is [here].", said)
                .containsExactly("here");
    }

    @Test
    @Tag("step-2")
    @DisplayName("interrupting the caller cancels main")
    void interruptingTheCaller() throws ExecutionException {
        runUntilInterrupted();
        assertThat(cancelled).withFailMessage("The caller was interrupted, and main went on.").isTrue();
    }

    @Test
    @Tag("step-2")
    @DisplayName("main never outlives the call")
    void neverOutlivesTheCall() throws ExecutionException {
        runUntilInterrupted();
        assertThat(wasOver).withFailMessage("run was over while main was still running.").isTrue();
    }

    @Test
    @Tag("step-3")
    @DisplayName("a failure of main arrives as an ExecutionException whose cause is main's own exception")
    void failure() throws Exception {
        for (var thrown : Inputs.failures()) {
            var cause = Inputs.reportOf(thrown, () -> Hello.run(Inputs.throwing(thrown)));
            assertThat(cause).withFailMessage("main threw %s, and run reports: %s", thrown, cause).isSameAs(thrown);
        }
    }

    @Test
    @Tag("step-4")
    @DisplayName("run returns what main returns")
    void result() throws Exception {
        assertThat(Hello.run(() -> "Hello, world!")).as("the result of run").isEqualTo("Hello, world!");
    }

    @Test
    @Tag("step-4")
    @DisplayName("a null result is a result")
    void nullResult() throws Exception {
        assertThat(Hello.<Object>run(() -> null)).as("the result of run").isNull();
    }

    /** Runs a main that interrupts its caller, sleeps until it is cancelled, and then holds on for a while. */
    private void runUntilInterrupted() throws ExecutionException {
        var caller = Thread.currentThread();
        try {
            var result = Hello.run(() -> {
                caller.interrupt();
                try {
                    NANOSECONDS.sleep(deadline - System.nanoTime());
                    return "slept to the end";
                } catch (InterruptedException e) {
                    cancelled.set(true);
                    throw e;
                } finally {
                    Patience.holdUntilClose(caller);
                    over.set(true);
                }
            });
            fail("The caller was interrupted while it waited, and run returned: " + result);
        } catch (InterruptedException expected) {
            // Looked at before anything else: a moment later it may be another.
            wasOver = over.get();
        }
    }
}
