package structured.taskgroup;

import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** What forEachDone does about failures, while it calls back. Nothing to write here: these tests judge {@link TaskGroup}. */
@DisplayName("forEachDone: the failures")
@ExtendWith(Steps.class)
@Steps.Taught(scope = 1, join = 1, failure = 3)
@TestMethodOrder(Steps.class)
class FailuresTest {

    /** When tasks and callbacks stop waiting for what right code lets happen at once. Only wrong code gets there. */
    private final long deadline = System.nanoTime() + SECONDS.toNanos(3);

    @Test
    @Tag("step-3")
    @DisplayName("after the first failure no more callbacks come, not even for a task that has just succeeded")
    void noneAfterAFailure() throws InterruptedException {
        var failing = new Task(() -> { throw new IOException("disk full"); });
        var succeeding = new Task(() -> "too late");
        var results = new ArrayList<String>();
        failureOf(List.of(() -> "in time", failing, succeeding), result -> {
            results.add(result);
            if (result.equals("in time")) {
                // While this callback runs, the one task fails, and after it the other one succeeds.
                failing.letItEnd();
                succeeding.letItEnd();
            }
        });
        assertThat(results).as("results handed over, of which one came after a failure").containsExactly("in time");
    }

    @Test
    @Tag("step-3")
    @DisplayName("a callback that throws fails the group with its exception, and cancels the tasks")
    void callbackThatThrows() throws InterruptedException {
        // Not even an Exception: whatever a callback throws has to arrive.
        var outOfPaper = new AssertionError("out of paper");
        var sleeping = new CountDownLatch(1);
        var cancelled = new AtomicBoolean();
        Callable<String> sleeper = () -> {
            sleeping.countDown();
            try {
                NANOSECONDS.sleep(deadline - System.nanoTime());
                return "slept to the end";
            } catch (InterruptedException e) {
                cancelled.set(true);
                throw e;
            }
        };
        var cause = failureOf(List.of(sleeper, () -> { await(sleeping); return "printed"; }), result -> { throw outOfPaper; });
        assertThat(cause).withFailMessage("A callback threw %s, and forEachDone reports: %s", outOfPaper, cause).isSameAs(outOfPaper);
        assertThat(cancelled).withFailMessage("A callback failed, and a task that was running went on.").isTrue();
    }

    /** Ends when it is told to, which takes until its thread has done all it can do for now. */
    private final class Task implements Callable<String> {
        private final Callable<String> ending;
        private final CountDownLatch told = new CountDownLatch(1);
        private volatile Thread thread;

        Task(Callable<String> ending) {
            this.ending = ending;
        }

        @Override
        public String call() throws Exception {
            await(told);
            thread = Thread.currentThread();
            return ending.call();
        }

        void letItEnd() {
            told.countDown();
            while (System.nanoTime() < deadline && (thread == null || thread.getState() == Thread.State.RUNNABLE)) {
                Thread.yield();
            }
        }
    }

    private void await(CountDownLatch latch) {
        try {
            latch.await(deadline - System.nanoTime(), NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Throwable failureOf(List<Callable<String>> tasks, Consumer<String> whenDone)
            throws InterruptedException {
        try {
            TaskGroup.forEachDone(tasks, whenDone);
            return fail("A task or a callback failed, and forEachDone returned.");
        } catch (ExecutionException e) {
            return e.getCause();
        }
    }
}
