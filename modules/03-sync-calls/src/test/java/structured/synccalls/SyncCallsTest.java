package structured.synccalls;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** What callInSequence promises. Nothing to write here: these tests judge {@link SyncCalls}. */
@DisplayName("callInSequence")
@ExtendWith(Steps.class)
@Steps.Taught(scope = 1, join = 2, failure = 3)
@TestMethodOrder(Steps.class)
class SyncCallsTest {

    private final AtomicInteger started = new AtomicInteger();
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final AtomicBoolean over = new AtomicBoolean();
    private boolean wasOver;

    @Test
    @Tag("step-1")
    @DisplayName("every task runs on a virtual thread")
    void virtualThreads() throws Exception {
        var said = new ConcurrentLinkedQueue<String>();
        Callable<Object> task = () -> said.add(Thread.currentThread().isVirtual() ? "virtual" : "platform");
        SyncCalls.callInSequence(List.of(task, task, task));
        assertThat(said)
                .withFailMessage("Three tasks, asked what kind of thread they run on, said " + said)
                .containsExactly("virtual", "virtual", "virtual");
    }

    @Test
    @Tag("step-1")
    @DisplayName("every task runs inside a scope that belongs to the call")
    void insideAScope() throws Exception {
        // Only fork hands a scoped value of the caller on to another thread.
        var caller = ScopedValue.<String>newInstance();
        var said = new ConcurrentLinkedQueue<String>();
        Callable<Object> task = () -> said.add(caller.orElse("nothing"));
        ScopedValue.where(caller, "here").call(() -> SyncCalls.callInSequence(List.of(task, task, task)));
        assertThat(said)
                .withFailMessage("Three tasks, asked for a value that only a scope hands on to its threads, said " + said)
                .containsExactly("here", "here", "here");
    }

    @Test
    @Tag("step-2")
    @DisplayName("never are two tasks in flight")
    void neverTwoInFlight() throws Exception {
        var inFlight = new AtomicInteger();
        var two = new CountDownLatch(1);
        Callable<Object> task = () -> {
            if (inFlight.incrementAndGet() > 1) {
                two.countDown();
            }
            // Gives a second task every chance to show up. In right code none does, and the wait runs out.
            two.await(100, MILLISECONDS);
            inFlight.decrementAndGet();
            return started.incrementAndGet();
        };
        SyncCalls.callInSequence(List.of(task, task, task));
        assertThat(two.getCount())
                .withFailMessage("Two tasks were in flight at the same time: one started before the one ahead of it was over.")
                .isEqualTo(1);
        assertThat(started).withFailMessage("Of three tasks, %s were run.", started).hasValue(3);
    }

    @Test
    @Tag("step-2")
    @DisplayName("interrupting the caller cancels the running task")
    void interruptingTheCaller() throws ExecutionException {
        callUntilInterrupted();
        assertThat(cancelled).withFailMessage("The caller was interrupted, and the task that ran went on.").isTrue();
    }

    @Test
    @Tag("step-2")
    @DisplayName("no task outlives the call")
    void noTaskOutlivesTheCall() throws ExecutionException {
        callUntilInterrupted();
        assertThat(wasOver).withFailMessage("callInSequence was over while a task was still running.").isTrue();
    }

    @Test
    @Tag("step-2")
    @DisplayName("after an interrupt no other task starts")
    void nothingStartsAfterAnInterrupt() throws ExecutionException {
        callUntilInterrupted();
        assertThat(started)
                .withFailMessage("The caller was interrupted during the first task, and the one after it was started.")
                .hasValue(1);
    }

    @Test
    @Tag("step-3")
    @DisplayName("a failure arrives as an ExecutionException whose cause is the task's own exception")
    void failure() throws Exception {
        for (var thrown : Inputs.failures()) {
            var cause = Inputs.reportOf(thrown, () -> SyncCalls.callInSequence(List.of(() -> "fine", Inputs.throwing(thrown))));
            assertThat(cause).withFailMessage("A task threw %s, and callInSequence reports: %s", thrown, cause).isSameAs(thrown);
        }
    }

    @Test
    @Tag("step-3")
    @DisplayName("after a failure no other task starts")
    void nothingStartsAfterAFailure() throws Exception {
        var diskFull = new IOException("disk full");
        Inputs.reportOf(diskFull, () -> SyncCalls.callInSequence(
                List.of(started::incrementAndGet, Inputs.throwing(diskFull), started::incrementAndGet)));
        assertThat(started)
                .withFailMessage("The second of three tasks failed, and the third was started all the same.")
                .hasValue(1);
    }

    @Test
    @Tag("step-4")
    @DisplayName("results keep the order of the tasks")
    void order() throws Exception {
        assertThat(SyncCalls.callInSequence(List.of(() -> "first", () -> "second", () -> "third")))
                .as("the results of three tasks")
                .containsExactly("first", "second", "third");
    }

    @Test
    @Tag("step-4")
    @DisplayName("a null result is a result")
    void nullResult() throws Exception {
        assertThat(SyncCalls.callInSequence(List.of(() -> "a", () -> null, () -> "c")))
                .as("the results of three tasks, of which the second returns null")
                .containsExactly("a", null, "c");
    }

    @Test
    @Tag("step-4")
    @DisplayName("no tasks, no results")
    void noTasks() throws Exception {
        assertThat(SyncCalls.callInSequence(List.of())).as("the results of no tasks").isEmpty();
    }

    /** Calls with a task that interrupts the caller, sleeps until it is cancelled, and then holds on for a while. */
    private void callUntilInterrupted() throws ExecutionException {
        var caller = Thread.currentThread();
        Callable<Object> interrupting = () -> {
            started.incrementAndGet();
            caller.interrupt();
            try {
                SECONDS.sleep(3);
                return "slept to the end";
            } catch (InterruptedException e) {
                cancelled.set(true);
                throw e;
            } finally {
                Patience.holdUntilClose(caller);
                over.set(true);
            }
        };
        try {
            var results = SyncCalls.callInSequence(List.of(interrupting, started::incrementAndGet));
            fail("The caller was interrupted while it waited, and callInSequence returned: " + results);
        } catch (InterruptedException expected) {
            // Looked at before anything else: a moment later it may be another.
            wasOver = over.get();
        }
    }
}
