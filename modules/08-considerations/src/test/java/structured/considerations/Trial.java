package structured.considerations;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** The tasks that the tests of this module have in common, how they wait for each other, and what became of them. */
@SuppressWarnings("preview")
final class Trial {

    /** A call of the learner's method. */
    interface Call<T> {
        Object with(List<? extends Callable<T>> tasks) throws Exception;
    }

    /** What is tried with each of several inputs. */
    interface Attempt<I> {
        void with(I input) throws Exception;
    }

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
        return () -> {
            meetTheOthers();
            return Inputs.<String>throwing(thrown).call();
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
            letItWait(owner);    // till then it may still be at cancelling others,
            LockSupport.parkNanos(2_000_000);    // and till then they may not have noticed
            return "too late";
        } finally {
            ended.incrementAndGet();
        }
    }

    /** Returns when the caller waits for it, or has had the time to. */
    void letTheCallerWait() {
        letItWait(caller);
    }

    private static void letItWait(Thread thread) {
        for (int i = 0; i < 50 && !Set.of(Thread.State.WAITING, Thread.State.TIMED_WAITING).contains(thread.getState()); i++) {
            LockSupport.parkNanos(1_000_000);
        }
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

    /** Tries all inputs at the same time, each in a thread of its own, so that what waits does so side by side. Fails as the first of them that does. */
    static <I> void sideBySide(List<I> inputs, Attempt<? super I> attempt) throws Exception {
        var attempts = inputs.stream().map(input -> new FutureTask<Void>(() -> { attempt.with(input); return null; })).toList();
        // Not virtual ones: whoever spins in one of those keeps its carrier from the tasks.
        attempts.forEach(Thread.ofPlatform().daemon()::start);
        Throwable failure = null;
        for (var each : attempts) {
            try {
                each.get();
            } catch (ExecutionException e) {
                failure = failure == null ? e.getCause() : failure;
            }
        }
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure != null) {
            throw (Exception) failure;
        }
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

    /** A task that says which thread it is that ends. */
    static <T> Callable<T> ending(CompletableFuture<Thread> thread, Callable<T> task) {
        return () -> {
            thread.complete(Thread.currentThread());
            return task.call();
        };
    }

    /** Every task has to run on a virtual thread, and inside a scope that belongs to the call. */
    static void assertForked(Call<Object> call) throws Exception {
        // Only fork hands a scoped value of the caller on to another thread.
        var caller = ScopedValue.<Thread>newInstance();
        for (var who : Inputs.callers()) {
            for (int tasks : new int[] {1, 5}) {
                var platform = new AtomicInteger();
                var outside = new AtomicInteger();
                var itself = new AtomicInteger();
                Callable<Object> task = () -> {
                    platform.addAndGet(Thread.currentThread().isVirtual() ? 0 : 1);
                    outside.addAndGet(caller.isBound() ? 0 : 1);
                    return itself.addAndGet(caller.isBound() && caller.get() == Thread.currentThread() ? 1 : 0);
                };
                who.call(() -> ScopedValue.where(caller, Thread.currentThread()).call(() -> call.with(nCopies(tasks, task))));
                var called = "%d tasks, called by %s".formatted(tasks, who.name());
                assertThat(itself).withFailMessage("Of %s, %s ran in the caller's own thread: nobody forked them.", called, itself).hasValue(0);
                assertThat(platform).withFailMessage("Of %s, %s ran on a platform thread.", called, platform).hasValue(0);
                assertThat(outside)
                        .withFailMessage("Of %s, %s don't know the caller's scoped value: no scope forked their threads.", called, outside)
                        .hasValue(0);
            }
        }
    }

    /** Calls that are made at the same time, or inside a task of another one, have to know nothing of each other. */
    static void assertIndependent(Call<Object> call) throws Exception {
        var trial = new Trial(2);
        var missing = new AtomicInteger();
        Inputs.callers().getLast().call(() -> call.with(List.of(() -> missing.addAndGet(trial.meetTheOthers()))));
        assertThat(missing)
                .withFailMessage("Two threads call at the same time, with a task each that waits for the other's. It never came: "
                        + "one call waits for the other.")
                .hasValue(0);
        var inner = new AtomicInteger();
        call.with(List.of(() -> call.with(List.of(inner::incrementAndGet))));
        assertThat(inner).withFailMessage("A task makes a call of its own, whose task was run %s times.", inner).hasValue(1);
    }

    /** Interrupting the caller has to end the call with an InterruptedException, and to cancel the running tasks. */
    void assertCancelledByInterrupt(Call<String> call, List<Callable<String>> tasks) throws Exception {
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

    /** The same for a caller that was interrupted before the call. */
    static void assertCalledInterrupted(Call<String> call) throws Exception {
        var trial = new Trial(1);
        Inputs.callInterrupted(() -> call.with(nCopies(5, trial.slowToStop)));
        trial.assertAllCancelled();
    }
}
