package structured.considerations;

import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** The tasks that the tests of this module have in common, how they wait for each other, and what became of them. */
final class Trial {

    /** A call of the learner's method. */
    interface Call<T> {
        Object with(List<Callable<T>> tasks) throws Exception;
    }

    /** When tasks stop waiting for what right code lets happen at once. Only wrong code gets there. */
    private final long deadline = System.nanoTime() + SECONDS.toNanos(3);

    private final int runners;

    /** The thread that made this trial: the one that is going to call the learner's method. */
    private final Thread caller = Thread.currentThread();

    /** Counted down by each of these tasks as it starts. */
    private final CountDownLatch allRunning;

    private final AtomicInteger started = new AtomicInteger();
    private final AtomicInteger cancelled = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();

    /** A trial in which {@code runners} tasks are to run at the same time. */
    Trial(int runners) {
        this.runners = runners;
        allRunning = new CountDownLatch(runners);
    }

    /** Sleeps until it is cancelled, and then holds on for a while. */
    final Callable<String> sleeper = () -> {
        start();
        return sleepUntilCancelled();
    };

    /** Fails with this when all the others run. */
    Callable<String> failing(Throwable thrown) {
        return () -> {
            meetTheOthers();
            return Inputs.<String>throwing(thrown).call();
        };
    }

    /** Sleeps too, after it has interrupted the caller. */
    final Callable<String> interrupting = () -> {
        meetTheOthers();
        caller.interrupt();
        return sleepUntilCancelled();
    };

    /** Waits until all of the trial's tasks run, and returns how many were missing when it gave up. */
    int meetTheOthers() throws InterruptedException {
        start();
        return await(allRunning);
    }

    int await(CountDownLatch latch) throws InterruptedException {
        latch.await(deadline - System.nanoTime(), NANOSECONDS);
        return (int) latch.getCount();
    }

    private void start() {
        started.incrementAndGet();
        allRunning.countDown();
    }

    private String sleepUntilCancelled() throws InterruptedException {
        try {
            NANOSECONDS.sleep(deadline - System.nanoTime());
            return "slept to the end";
        } catch (InterruptedException e) {
            cancelled.incrementAndGet();
            throw e;
        } finally {
            Patience.holdUntilClose(caller);
            ended.incrementAndGet();
        }
    }

    /** Every task has to run on a virtual thread, and inside a scope that belongs to the call. */
    static void assertForked(Call<Boolean> call) throws Exception {
        // Only fork hands a scoped value of the caller on to another thread.
        var caller = ScopedValue.<String>newInstance();
        var virtual = new AtomicInteger();
        var inside = new AtomicInteger();
        Callable<Boolean> task = () -> {
            virtual.addAndGet(Thread.currentThread().isVirtual() ? 1 : 0);
            inside.addAndGet(caller.isBound() ? 1 : 0);
            return true;
        };
        ScopedValue.where(caller, "here").call(() -> call.with(List.of(task)));
        assertThat(virtual).withFailMessage("A task ran on a platform thread.").hasValue(1);
        assertThat(inside)
                .withFailMessage("A task doesn't know the caller's scoped value: its thread was not forked by a scope.")
                .hasValue(1);
    }

    /** Interrupting the caller has to end the call with an InterruptedException, and to cancel the running tasks. */
    void assertCancelledByInterrupt(Call<String> call, List<Callable<String>> tasks) throws Exception {
        try {
            fail("The caller was interrupted while it waited, and the call returned: " + call.with(tasks));
        } catch (InterruptedException expected) {
            assertAllCancelled(runners);
            assertThat(started).withFailMessage("%s tasks were started, of which %d should.", started, runners).hasValue(runners);
        }
    }

    /** So many tasks were running, and have to be cancelled and over. */
    void assertAllCancelled(int running) {
        var over = ended.get();    // before anything else: a moment later it may be another number
        assertThat(cancelled).withFailMessage("%s of %d running tasks were cancelled.", cancelled, running).hasValue(running);
        assertThat(over).withFailMessage("The call was over, and %d of %d cancelled tasks were.", over, running).isEqualTo(running);
    }

    /** The cause of the ExecutionException that the call has to end with. */
    static Throwable failureOf(Call<String> call, List<Callable<String>> tasks) throws Exception {
        try {
            return fail("Tasks failed, and the call returned: " + call.with(tasks));
        } catch (ExecutionException e) {
            return e.getCause();
        }
    }

    /** A task that ends when the thread of the other one has ended. */
    <T> Callable<T> after(CompletableFuture<Thread> other, T result) {
        return () -> {
            try {
                other.get(deadline - System.nanoTime(), NANOSECONDS).join(Duration.ofNanos(deadline - System.nanoTime()));
            } catch (TimeoutException e) {
                // Never comes in right code: the other one starts at once.
            }
            return result;
        };
    }

    /** A task that says which thread it is that ends. */
    static <T> Callable<T> ending(CompletableFuture<Thread> thread, T result) {
        return () -> {
            thread.complete(Thread.currentThread());
            return result;
        };
    }
}
