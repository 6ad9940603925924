package structured.synccalls;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.fail;

import java.nio.channels.spi.AbstractInterruptibleChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** A call that its second task interrupts, and what the tasks saw of that. And what other tasks see of a call. */
@SuppressWarnings("preview")
final class Trial {

    /** A call of the learner's method. */
    interface Call {
        Object with(List<Callable<Object>> tasks) throws Exception;
    }

    final AtomicInteger started = new AtomicInteger();
    final AtomicBoolean cancelled = new AtomicBoolean();

    /** Whether the interrupted task was over when the call was. */
    final boolean over;

    /** Calls with two tasks or more. The second interrupts the caller, sleeps until it is cancelled, and ends like this, but not at once. */
    Trial(Patience patience, Callable<Object> end, int later, Call call) throws Exception {
        var caller = Thread.currentThread();
        var ended = new AtomicBoolean();
        Callable<Object> interrupting = () -> {
            started.incrementAndGet();
            caller.interrupt();
            try {
                patience.sleepUntilInterrupted();
                return "slept to the end";
            } catch (InterruptedException e) {
                cancelled.set(true);
                return end.call();
            } finally {
                Patience.holdUntilClose(caller);
                ended.set(true);
            }
        };
        Object result;
        try {
            var tasks = new ArrayList<Callable<Object>>(List.of(started::incrementAndGet, interrupting));
            tasks.addAll(nCopies(later, started::incrementAndGet));
            result = call.with(tasks);
        } catch (InterruptedException expected) {
            // Looked at before anything else: a moment later it may be another.
            over = ended.get();
            return;
        } catch (IllegalStateException e) {
            throw TrialInterruptedCall.wentOn("while it waited", e);
        } catch (ExecutionException e) {
            throw new AssertionError("The caller was interrupted while it waited, and was told that a task had failed: " + e, e);
        }
        over = ended.get();
        fail("The caller was interrupted while it waited, and the call returned: %s", result);
    }

    /** What a task may do that is cancelled: obey, take no notice, or fail. */
    static List<Callable<Object>> ends() {
        return List.of(Inputs.throwing(new InterruptedException("cancelled")), () -> "took no notice",
                Inputs.throwing(new IllegalStateException("cancelled")));
    }

    /** Whether two of five tasks are in flight at any time, each of which gives another every chance to show up. */
    static boolean twoInFlight(Call call) throws Exception {
        var caller = Thread.currentThread();
        var inFlight = new AtomicInteger();
        var two = new CountDownLatch(1);
        call.with(nCopies(5, () -> {
            if (inFlight.incrementAndGet() > 1) {
                two.countDown();
            }
            // Once the caller waits for as long as it takes, it starts nothing more; what it has started comes in a moment.
            for (int i = 0, idle = 0; i < 60 && idle < 3 && !two.await(1, TimeUnit.MILLISECONDS); i++) {
                idle += caller.getState() == Thread.State.WAITING ? 1 : 0;
            }
            return inFlight.decrementAndGet();
        }));
        return two.getCount() == 0;
    }

    /** How many of this many tasks run on a virtual thread that isn't the caller's. */
    static int onVirtualThreads(int tasks, Call call) throws Exception {
        var caller = Thread.currentThread();
        var virtual = new AtomicInteger();
        call.with(nCopies(tasks, () -> {
            var thread = Thread.currentThread();
            return thread.isVirtual() && thread != caller ? virtual.incrementAndGet() : "elsewhere";
        }));
        return virtual.get();
    }

    /** How many of this many tasks find a scoped value of their caller's: only fork hands it on to another thread. */
    static int inScope(int tasks, Call call) throws Exception {
        var bound = ScopedValue.<String>newInstance();
        var found = new AtomicInteger();
        Callable<Object> task = () -> bound.isBound() ? found.incrementAndGet() : "not bound";
        ScopedValue.where(bound, "here").call(() -> call.with(nCopies(tasks, task)));
        return found.get();
    }

    /** How many of three tasks are started when the first interrupts the caller and ends as soon as it is cancelled, while whoever cancels goes on with it. */
    static int startedWhileCancelling(Patience patience, Call call) throws Exception {
        var caller = Thread.currentThread();
        var started = new CountDownLatch(2);
        Callable<Object> other = () -> { started.countDown(); return "other"; };
        // A scope keeps its threads in a hash table, by their numbers, and interrupts them as they stand there: the next one is to be the first.
        while (placeInATable(Thread.ofVirtual().unstarted(() -> { }).threadId() + 1) != 0) {
            // The numbers of threads are given one after the other.
        }
        try (var first = new HoldsItsInterrupter(started)) {
            fail("The caller was interrupted while it waited, and the call returned: %s",
                    call.with(List.of(() -> { first.untilInterrupted(caller, patience); return "cancelled"; }, other, other)));
        } catch (InterruptedException expected) {
            // As it should.
        }
        return 3 - (int) started.getCount();
    }

    /** As a ConcurrentHashMap has it. */
    private static int placeInATable(long number) {
        return (int) (number ^ number >>> 16) & 15;
    }

    /** A task that is in the middle of an operation whose interrupt takes a moment: whoever interrupts it is held up for that, and it is over. */
    private static final class HoldsItsInterrupter extends AbstractInterruptibleChannel {
        private final CountDownLatch others;
        private final CountDownLatch interrupted = new CountDownLatch(1);

        HoldsItsInterrupter(CountDownLatch others) {
            this.others = others;
        }

        void untilInterrupted(Thread caller, Patience patience) {
            while (caller.getState() == Thread.State.RUNNABLE && !patience.isOver()) {
                LockSupport.parkNanos(100_000);
            }
            begin();
            caller.interrupt();
            // Not parked: to leave its carrier a thread needs a lock that whoever interrupts it holds.
            while (interrupted.getCount() > 0 && !patience.isOver()) {
                Thread.onSpinWait();
            }
        }

        /** In the thread that interrupts. Gives the others every chance to start; in right code none does, and the wait runs out. */
        @Override
        protected void implCloseChannel() {
            interrupted.countDown();
            // In slices, since each of them is longer where others want the processors, too.
            for (int i = 0; i < 10 && others.getCount() > 0; i++) {
                LockSupport.parkNanos(1_000_000);
            }
        }
    }
}
