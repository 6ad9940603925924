package structured.gathereven;

import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.time.Duration;
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

/** What gatherEven promises. Nothing to write here: these tests judge {@link GatherEven}. */
@DisplayName("gatherEven")
@ExtendWith(Steps.class)
@Steps.Taught(scope = 1, join = 2, failure = 2)
@TestMethodOrder(Steps.class)
class GatherEvenTest {

    /** When the tasks of a test stop waiting for what right code lets happen at once. Only wrong code gets there. */
    private final long deadline = System.nanoTime() + SECONDS.toNanos(3);

    /** Counted down by each task as it starts; a task that has to overlap with the others waits for it. */
    private CountDownLatch allFive = new CountDownLatch(5);

    private final AtomicInteger interrupted = new AtomicInteger();
    private final IOException diskFull = new IOException("disk full");

    @Test
    @Tag("step-1")
    @DisplayName("every task, odd or even, runs on a virtual thread")
    void virtualThreads() throws Exception {
        var said = new ConcurrentLinkedQueue<String>();
        Callable<Object> task = () -> said.add(Thread.currentThread().isVirtual() ? "virtual" : "platform");
        GatherEven.gatherEven(List.of(task, task, task));
        assertThat(said).as("the kinds of thread that three tasks run on").containsExactly("virtual", "virtual", "virtual");
    }

    @Test
    @Tag("step-1")
    @DisplayName("every task, odd or even, runs inside a scope that belongs to the call")
    void insideAScope() throws Exception {
        // Only fork hands a scoped value of the caller on to another thread.
        var caller = ScopedValue.<String>newInstance();
        var said = new ConcurrentLinkedQueue<String>();
        Callable<Object> task = () -> said.add(caller.orElse("nothing"));
        ScopedValue.where(caller, "here").call(() -> GatherEven.gatherEven(List.of(task, task, task)));
        assertThat(said).as("what three tasks find in a ScopedValue of the caller").containsExactly("here", "here", "here");
    }

    @Test
    @Tag("step-1")
    @DisplayName("all tasks, odd and even, are in flight at the same time")
    void allInFlight() throws Exception {
        var saw = new ConcurrentLinkedQueue<Integer>();
        Callable<Object> task = () -> saw.add(5 - meetTheOthers());
        GatherEven.gatherEven(List.of(task, task, task, task, task));
        assertThat(saw)
                .as("how many of five tasks each of them saw running, while it waited for all five")
                .containsExactly(5, 5, 5, 5, 5);
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
            var results = GatherEven.gatherEven(List.of(sleeper, sleeper, sleeper, sleeper, interrupting));
            fail("The caller was interrupted while it waited, and gatherEven returned " + results);
        } catch (InterruptedException expected) {
            assertThat(interrupted).withFailMessage("Interrupted, gatherEven cancelled %s of 5 tasks.", interrupted).hasValue(5);
        }
    }

    @Test
    @Tag("step-2")
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
        Inputs.reportOf(diskFull, () -> GatherEven.gatherEven(List.of(slowToStop, slowToStop, slowToStop, slowToStop, failing)));
        var over = ended.get();
        assertThat(over).withFailMessage("gatherEven was over, and %s of the 4 cancelled tasks were.", over).isEqualTo(4);
    }

    @Test
    @Tag("step-2")
    @DisplayName("a failure arrives as an ExecutionException, also when the task that fails is odd")
    void failure() throws Exception {
        for (var thrown : Inputs.failures()) {
            var cause = Inputs.reportOf(thrown, () -> GatherEven.gatherEven(
                    List.of(() -> "fine", () -> "fine", Inputs.throwing(thrown))));
            assertThat(cause).withFailMessage("A task threw %s, and gatherEven reports: %s", thrown, cause).isSameAs(thrown);
        }
    }

    @Test
    @Tag("step-2")
    @DisplayName("a failure cancels the other tasks")
    void failureCancelsTheOthers() throws Exception {
        // An even task fails, and then an odd one.
        for (var tasks : List.of(
                List.of(sleeper, failing, sleeper, sleeper, sleeper), List.of(sleeper, sleeper, failing, sleeper, sleeper))) {
            allFive = new CountDownLatch(5);
            interrupted.set(0);
            var cause = Inputs.reportOf(diskFull, () -> GatherEven.gatherEven(tasks));
            assertThat(interrupted).withFailMessage("A task failed, and %s of 4 others were cancelled.", interrupted).hasValue(4);
            assertThat(cause)
                    .withFailMessage("A task threw %s, the others were cancelled, and gatherEven reports: %s", diskFull, cause)
                    .isSameAs(diskFull);
        }
    }

    @Test
    @Tag("step-3")
    @DisplayName("the results of the even tasks keep their order, also when they finish in reverse")
    void order() throws Exception {
        var threads = new Thread[5];
        var allStarted = new CountDownLatch(5);
        var tasks = IntStream.range(0, 5).<Callable<String>>mapToObj(i -> () -> {
            threads[i] = Thread.currentThread();
            allStarted.countDown();
            await(allStarted);
            if (i < 4 && threads[i + 1] != null) {
                threads[i + 1].join(Duration.ofNanos(deadline - System.nanoTime()));
            }
            return "task " + (i + 1);
        }).toList();
        assertThat(GatherEven.gatherEven(tasks)).as("results of five tasks that finish in reverse").containsExactly("task 2", "task 4");
    }

    @Test
    @Tag("step-3")
    @DisplayName("a null result is a result")
    void nullResult() throws Exception {
        assertThat(GatherEven.gatherEven(List.of(() -> "a", () -> null)))
                .as("the result of the second of two tasks, which returns null")
                .hasSize(1).containsNull();
    }

    @Test
    @Tag("step-3")
    @DisplayName("no tasks, no results")
    void noTasks() throws Exception {
        assertThat(GatherEven.gatherEven(List.of())).as("the results of no tasks").isEmpty();
    }

    private final Callable<String> sleeper = () -> { allFive.countDown(); return sleepUntilCancelled(); };
    private final Callable<String> failing = () -> { meetTheOthers(); throw diskFull; };

    /** Waits until all five tasks run, and returns how many were missing when it gave up. */
    private int meetTheOthers() throws InterruptedException {
        allFive.countDown();
        await(allFive);
        return (int) allFive.getCount();
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
