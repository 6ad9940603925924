package structured.considerations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** The tasks that the tests of this module have in common, how they wait for each other, and what became of them. */
final class Trial {

    final Patience patience = new Patience();

    private final int runners;

    /** The thread that made this trial: the one that is going to call the learner's method. */
    private final Thread caller = Thread.currentThread();

    /** Who started the thread that asks: the caller, or a task of yours that has a scope of its own. */
    private final InheritableThreadLocal<Thread> forker = new InheritableThreadLocal<>() {
        @Override
        protected Thread childValue(Thread ofTheParent) {
            return Thread.currentThread();
        }
    };

    /** Counted down by each of these tasks as it starts. */
    private final CountDownLatch allRunning;

    private final AtomicInteger asleep = new AtomicInteger();
    private final AtomicInteger cancelled = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();

    /** A trial in which {@code runners} tasks are to run at the same time. */
    Trial(int runners) {
        this.runners = runners;
        allRunning = new CountDownLatch(runners);
        forker.set(caller);
    }

    /** Sleeps until it is cancelled. */
    final Callable<String> sleeper = () -> sleep(false);

    /** Sleeps until it is cancelled; but then it has to be waited for, and returns a result all the same. */
    final Callable<String> slowToStop = () -> sleep(true);

    /** Sleeps too, after it has interrupted the caller. */
    final Callable<String> interrupting = () -> {
        meetTheOthers();
        caller.interrupt();
        return sleep(false);
    };

    /** Fails with this when all the others run. */
    Callable<String> failing(Throwable thrown) {
        var failing = Inputs.<String>throwing(thrown, 1);
        return () -> {
            meetTheOthers();
            return failing.call();
        };
    }

    /** Waits until all of the trial's tasks run, and returns how many were missing when it gave up. */
    int meetTheOthers() throws InterruptedException {
        allRunning.countDown();
        return patience.await(allRunning);
    }

    private String sleep(boolean slowToStop) throws InterruptedException {
        asleep.incrementAndGet();
        try {
            allRunning.countDown();
            patience.sleepUntilInterrupted();
            return "slept to the end";
        } catch (InterruptedException e) {
            cancelled.incrementAndGet();
            if (!slowToStop) {
                throw e;
            }
            var owner = forker.get() != null && forker.get().isAlive() ? forker.get() : caller;
            Patience.holdUntilClose(owner);
            TrialInterruptedCall.letItWait(owner);    // till then it may still be at cancelling others,
            LockSupport.parkNanos(2_000_000);    // and till then they may not have noticed
            return "too late";
        } finally {
            ended.incrementAndGet();
        }
    }

    /** Returns when the caller waits for it, or has had the time to. */
    void letTheCallerWait() {
        TrialInterruptedCall.letItWait(caller);
    }

    /**
     * Gives others every chance to come, and returns whether they did. In right code nobody does, and the wait runs out. It is made of short
     * ones, since each of them is longer where others want the processors, too.
     */
    static boolean showUp(CountDownLatch others) throws InterruptedException {
        for (int i = 0; i < 5; i++) {
            if (others.await(1, TimeUnit.MILLISECONDS)) {
                return true;
            }
        }
        return false;
    }

    /** A task that ends when the thread of the other one has ended. */
    <T> Callable<T> after(CompletableFuture<Thread> other, T result) {
        var known = new CountDownLatch(1);
        other.thenRun(known::countDown);
        return () -> {
            if (patience.await(known) == 0) {
                patience.join(other.get());
            }
            return result;
        };
    }

    /** A task that hears no interrupt. */
    static <T> Callable<T> deaf(Callable<T> task) {
        return () -> {
            while (true) {
                try {
                    return task.call();
                } catch (InterruptedException e) {
                    // That is what it doesn't hear.
                }
            }
        };
    }

    /** A task that says which thread it is that ends. */
    static <T> Callable<T> ending(CompletableFuture<Thread> thread, Callable<T> task) {
        return () -> {
            thread.complete(Thread.currentThread());
            return task.call();
        };
    }

    /** Interrupting the caller has to end the call with an InterruptedException, and to cancel the running tasks. */
    void assertCancelledByInterrupt(TrialCalls.Call<String> call, List<Callable<String>> tasks) throws Exception {
        Object results;
        try {
            results = call.with(tasks);
        } catch (InterruptedException expected) {
            assertAllCancelled(runners);
            return;
        }
        fail("The caller was interrupted while it waited, and the call returned: %s", results);
    }

    /** How many tasks have begun to sleep so far. */
    int asleep() {
        return asleep.get();
    }

    /** So many tasks were asleep, and have to be cancelled and over. */
    void assertAllCancelled(int running) {
        assertThat(asleep)
                .withFailMessage("%d tasks should sleep until they are cancelled, and so many sleeps began: %s.", running, asleep)
                .hasValue(running);
        assertAllCancelled();
    }

    /** Whatever was asleep has to be cancelled and over. Returns how many there were. */
    int assertAllCancelled() {
        var over = ended.get();    // before anything else: a moment later it may be another number
        var slept = asleep.get();
        assertThat(cancelled).withFailMessage("%s of %d running tasks were cancelled.", cancelled, slept).hasValue(slept);
        assertThat(over).withFailMessage("The call was over, and of %d cancelled tasks %d were not.", slept, slept - over).isEqualTo(slept);
        return slept;
    }
}
