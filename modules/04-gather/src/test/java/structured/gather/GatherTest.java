package structured.gather;

import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** What gather promises. Nothing to write here: these tests judge {@link Gather}. */
@DisplayName("gather")
@ExtendWith(Steps.class)
@Steps.Taught(scope = 1, join = 2, failure = 3)
@TestMethodOrder(Steps.class)
class GatherTest {

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
        var said = new ConcurrentLinkedQueue<String>();
        Callable<Object> task = () -> said.add(Thread.currentThread().isVirtual() ? "virtual" : "platform");
        Gather.gather(List.of(task, task, task));
        assertThat(said).as("the kinds of thread that three tasks run on").containsExactly("virtual", "virtual", "virtual");
    }

    @Test
    @Tag("step-1")
    @DisplayName("every task runs inside a scope that belongs to the call")
    void insideAScope() throws Exception {
        // Only fork hands a scoped value of the caller on to another thread.
        var caller = ScopedValue.<String>newInstance();
        var said = new ConcurrentLinkedQueue<String>();
        Callable<Object> task = () -> said.add(caller.orElse("nothing"));
        ScopedValue.where(caller, "here").call(() -> Gather.gather(List.of(task, task, task)));
        assertThat(said).as("what three tasks find in a ScopedValue of the caller").containsExactly("here", "here", "here");
    }

    @Test
    @Tag("step-1")
    @DisplayName("all tasks are in flight at the same time")
    void allInFlight() throws Exception {
        // More than any machine has processors: tasks that wait need none.
        var all = new CountDownLatch(1_000);
        var saw = new ConcurrentLinkedQueue<Long>();
        Callable<Object> task = () -> { all.countDown(); await(all); return saw.add(1_000 - all.getCount()); };
        Gather.gather(Collections.nCopies(1_000, task));
        assertThat(saw).withFailMessage("Of 1,000 tasks, %d were run.", saw.size()).hasSize(1_000);
        assertThat(saw)
                .withFailMessage("Each of 1,000 tasks waits for all of them. The first that gave up had seen %s: "
                        + "some start only when others are over.", saw.peek())
                .containsOnly(1_000L);
    }

    @Test
    @Tag("step-2")
    @DisplayName("interrupting the caller cancels the tasks")
    void interruptingTheCaller() throws ExecutionException {
        var caller = Thread.currentThread();
        Callable<String> interrupting = () -> {
            meetTheOthers();
            caller.interrupt();
            return sleepUntilCancelled();
        };
        try {
            var results = Gather.gather(List.of(sleeper, sleeper, sleeper, sleeper, interrupting));
            fail("The caller was interrupted while it waited, and gather returned " + results);
        } catch (InterruptedException expected) {
            assertThat(interrupted).withFailMessage("Interrupted, gather cancelled %s of 5 tasks.", interrupted).hasValue(5);
        }
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
        Inputs.reportOf(diskFull, () -> Gather.gather(List.of(slowToStop, slowToStop, slowToStop, slowToStop, failing)));
        var over = ended.get();
        assertThat(over).withFailMessage("gather was over, and %s of the 4 cancelled tasks were.", over).isEqualTo(4);
    }

    @Test
    @Tag("step-3")
    @DisplayName("a failure arrives as an ExecutionException whose cause is the task's own exception")
    void failure() throws Exception {
        for (var thrown : Inputs.failures()) {
            var cause = Inputs.reportOf(thrown, () -> Gather.gather(List.of(() -> "fine", Inputs.throwing(thrown))));
            assertThat(cause).withFailMessage("A task threw %s, and gather reports: %s", thrown, cause).isSameAs(thrown);
        }
    }

    @Test
    @Tag("step-3")
    @DisplayName("a failure cancels the other tasks")
    void failureCancelsTheOthers() throws Exception {
        var cause = Inputs.reportOf(diskFull, () -> Gather.gather(List.of(sleeper, sleeper, failing, sleeper, sleeper)));
        assertThat(interrupted).withFailMessage("A task failed, and %s of 4 others were cancelled.", interrupted).hasValue(4);
        assertThat(cause)
                .withFailMessage("A task threw %s, the others were cancelled, and gather reports: %s", diskFull, cause)
                .isSameAs(diskFull);
    }

    @Test
    @Tag("step-4")
    @DisplayName("results keep the order of the tasks, also when they finish in reverse")
    void order() throws Exception {
        var threads = new Thread[3];
        var allStarted = new CountDownLatch(3);
        var tasks = IntStream.range(0, 3).<Callable<String>>mapToObj(i -> () -> {
            threads[i] = Thread.currentThread();
            allStarted.countDown();
            await(allStarted);
            if (i < 2 && threads[i + 1] != null) {
                threads[i + 1].join(Duration.ofNanos(deadline - System.nanoTime()));
            }
            return "task " + (i + 1);
        }).toList();
        assertThat(Gather.gather(tasks)).as("results of tasks that finish in reverse").containsExactly("task 1", "task 2", "task 3");
    }

    @Test
    @Tag("step-4")
    @DisplayName("a null result is a result")
    void nullResult() throws Exception {
        assertThat(Gather.gather(List.of(() -> "a", () -> null, () -> "c")))
                .as("the results of three tasks, of which the second returns null")
                .containsExactly("a", null, "c");
    }

    @Test
    @Tag("step-4")
    @DisplayName("no tasks, no results")
    void noTasks() throws Exception {
        assertThat(Gather.gather(List.of())).as("the results of no tasks").isEmpty();
    }

    private final Callable<String> sleeper = () -> { allFive.countDown(); return sleepUntilCancelled(); };
    private final Callable<String> failing = () -> { meetTheOthers(); throw diskFull; };

    /** Waits until all five tasks run. */
    private void meetTheOthers() throws InterruptedException {
        allFive.countDown();
        await(allFive);
    }

    private void await(CountDownLatch latch) throws InterruptedException {
        latch.await(deadline - System.nanoTime(), NANOSECONDS);
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
}
