package structured.taskgroup;

import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** What forEachDone does with its tasks. Nothing to write here: these tests judge {@link TaskGroup}. */
@DisplayName("forEachDone: the tasks")
@ExtendWith(Steps.class)
@Steps.Taught(scope = 1, join = 1, failure = 3)
@TestMethodOrder(Steps.class)
class TaskGroupTest {

    /** When the tasks of a test stop waiting for what right code lets happen at once. Only wrong code gets there. */
    private final long deadline = System.nanoTime() + SECONDS.toNanos(3);

    /** Counted down by each task as it starts; a task that has to overlap with the others waits for it. */
    private final CountDownLatch allFive = new CountDownLatch(5);

    private final AtomicInteger interrupted = new AtomicInteger();
    private final IOException diskFull = new IOException("disk full");

    @Test
    @Tag("step-1")
    @DisplayName("every task runs on a virtual thread")
    void virtualThreads() throws Exception {
        Callable<Boolean> task = () -> Thread.currentThread().isVirtual();
        assertThat(resultsOf(List.of(task, task, task)))
                .as("what the callback got from three tasks that say whether their thread is virtual")
                .containsExactly(true, true, true);
    }

    @Test
    @Tag("step-1")
    @DisplayName("every task runs inside a scope that belongs to the call")
    void insideAScope() throws Exception {
        // Only fork hands a scoped value of the caller on to another thread.
        var caller = ScopedValue.<String>newInstance();
        Callable<Boolean> task = caller::isBound;
        assertThat(ScopedValue.where(caller, "here").call(() -> resultsOf(List.of(task, task, task))))
                .as("what the callback got from three tasks that say whether the caller's scoped value is bound")
                .containsExactly(true, true, true);
    }

    @Test
    @Tag("step-1")
    @DisplayName("all tasks are in flight at the same time")
    void allInFlight() throws Exception {
        Callable<Integer> task = () -> 5 - meetTheOthers();
        assertThat(resultsOf(List.of(task, task, task, task, task)))
                .as("what the callback got from five tasks that say how many they saw running, when they waited for all five")
                .containsExactly(5, 5, 5, 5, 5);
    }

    @Test
    @Tag("step-1")
    @DisplayName("interrupting the caller cancels the tasks")
    void interruptingTheCaller() throws ExecutionException {
        var caller = Thread.currentThread();
        Callable<String> interrupting = () -> {
            meetTheOthers();
            caller.interrupt();
            return sleepUntilCancelled();
        };
        try {
            resultsOf(List.of(sleeper, sleeper, sleeper, sleeper, interrupting));
            fail("The caller was interrupted while it waited, and forEachDone returned.");
        } catch (InterruptedException expected) {
            assertThat(interrupted).withFailMessage("Interrupted, forEachDone cancelled %s of 5 tasks.", interrupted).hasValue(5);
        }
    }

    @Test
    @Tag("step-3")
    @DisplayName("a failure arrives as an ExecutionException whose cause is the task's own exception")
    void failure() throws Exception {
        for (var thrown : Inputs.failures()) {
            var cause = Inputs.reportOf(thrown, () -> resultsOf(List.of(() -> "fine", Inputs.throwing(thrown))));
            assertThat(cause).withFailMessage("A task threw %s, and forEachDone reports: %s", thrown, cause).isSameAs(thrown);
        }
    }

    @Test
    @Tag("step-3")
    @DisplayName("a failure cancels the other tasks")
    void failureCancelsTheOthers() throws Exception {
        var cause = Inputs.reportOf(diskFull, () -> resultsOf(List.of(sleeper, sleeper, failing, sleeper, sleeper)));
        assertThat(interrupted).withFailMessage("A task failed, and %s of 4 others were cancelled.", interrupted).hasValue(4);
        assertThat(cause)
                .withFailMessage("A task threw %s, the others were cancelled, and forEachDone reports: %s", diskFull, cause)
                .isSameAs(diskFull);
    }

    @Test
    @Tag("step-3")
    @DisplayName("no task outlives the call")
    void noTaskOutlivesTheCall() throws Exception {
        var caller = Thread.currentThread();
        var ended = new AtomicInteger();
        Callable<String> slowToStop = () -> {
            try {
                return sleeper.call();
            } finally {
                Patience.holdUntilClose(caller);
                ended.incrementAndGet();
            }
        };
        Inputs.reportOf(diskFull, () -> resultsOf(List.of(slowToStop, slowToStop, slowToStop, slowToStop, failing)));
        var over = ended.get();
        assertThat(over).withFailMessage("forEachDone was over, and %s of the 4 cancelled tasks were.", over).isEqualTo(4);
    }

    // The tasks of these tests, and how they wait

    private final Callable<String> sleeper = () -> {
        allFive.countDown();
        return sleepUntilCancelled();
    };

    private final Callable<String> failing = () -> {
        meetTheOthers();
        throw diskFull;
    };

    /** Waits until all five tasks run, and returns how many were missing when it gave up. */
    private int meetTheOthers() throws InterruptedException {
        allFive.countDown();
        allFive.await(deadline - System.nanoTime(), NANOSECONDS);
        return (int) allFive.getCount();
    }

    private String sleepUntilCancelled() throws InterruptedException {
        try {
            NANOSECONDS.sleep(deadline - System.nanoTime());
            return "slept to the end";
        } catch (InterruptedException e) {
            interrupted.incrementAndGet();
            throw e;
        }
    }

    private static <T> Queue<T> resultsOf(List<Callable<T>> tasks) throws InterruptedException, ExecutionException {
        var results = new ConcurrentLinkedQueue<T>();
        TaskGroup.forEachDone(tasks, results::add);
        return results;
    }
}
