package structured.gather;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Five tasks: one acts when all of them run, the others sleep until they are cancelled. And what other tasks see of a call. */
@SuppressWarnings("preview")
final class Trial {

    /** A call of the learner's method. */
    interface Call {
        Object with(List<Callable<Object>> tasks) throws Exception;
    }

    private final Patience patience;

    /** The thread that made this trial: the one that is going to call. */
    private final Thread caller = Thread.currentThread();

    /** Counted down by each of these tasks as it starts. */
    private final CountDownLatch all = new CountDownLatch(5);

    private final AtomicInteger cancelled = new AtomicInteger();

    /** Sleeps until it is cancelled. */
    final Callable<Object> sleeper;

    /** A trial in which tasks that are cancelled end like this. */
    Trial(Patience patience, Callable<Object> end) {
        this.patience = patience;
        sleeper = () -> {
            all.countDown();
            try {
                patience.sleepUntilInterrupted();
                return "slept to the end";
            } catch (InterruptedException e) {
                cancelled.incrementAndGet();
                return end.call();
            }
        };
    }

    /** What a task may do that is cancelled: it obeys. */
    static Callable<Object> obeys() {
        return Inputs.throwing(new InterruptedException("cancelled"));
    }

    /** Or it takes no notice. */
    static Callable<Object> takesNoNotice() {
        return () -> "took no notice";
    }

    /** Or it fails. */
    static Callable<Object> failsToo() {
        return Inputs.throwing(new IllegalStateException("cancelled"));
    }

    int cancelled() {
        return cancelled.get();
    }

    int started() {
        return 5 - (int) all.getCount();
    }

    @Override
    public String toString() {
        return "%d tasks were started, and %d of them cancelled.".formatted(started(), cancelled());
    }

    /** Four sleepers, and between them a task that does this. */
    List<Callable<Object>> around(Callable<Object> act) {
        return List.of(sleeper, sleeper, () -> { all.countDown(); patience.await(all); return act.call(); }, sleeper, sleeper);
    }

    /** As above; the task between them interrupts the caller, and sleeps as well. */
    List<Callable<Object>> interrupting() {
        return around(() -> { caller.interrupt(); return sleeper.call(); });
    }

    /** A call whose caller is interrupted has to end like this. */
    static void endsInterrupted(Callable<?> call) throws Exception {
        Object result;
        try {
            result = call.call();
        } catch (InterruptedException expected) {
            return;
        } catch (IllegalStateException e) {
            throw TrialInterruptedCall.wentOn("while it waited", e);
        } catch (ExecutionException e) {
            throw new AssertionError("The caller was interrupted while it waited, and was told that a task had failed: " + e, e);
        }
        fail("The caller was interrupted while it waited, and the call returned: %s", result);
    }

    /** How many tasks run when each of them waits for all, or patience is lost. */
    static int inFlight(int tasks, Patience patience, Call call) throws Exception {
        var all = new CountDownLatch(tasks);
        var first = new AtomicBoolean(true);
        var seen = new AtomicInteger();
        call.with(nCopies(tasks, () -> {
            all.countDown();
            if (!first.getAndSet(false)) {
                all.await();
                return "met";
            }
            // It keeps an eye on the clock for all of them: if each of thousands did, it would take longer than all the rest.
            seen.set(tasks - patience.await(all));
            LongStream.range(0, all.getCount()).forEach(missing -> all.countDown());
            return "met";
        }));
        return seen.get();
    }

    /** How many of the threads that run this many tasks are virtual, and not the caller's. */
    static int virtualThreads(int tasks, Call call) throws Exception {
        var threads = ConcurrentHashMap.<Thread>newKeySet();
        call.with(nCopies(tasks, () -> threads.add(Thread.currentThread())));
        threads.remove(Thread.currentThread());
        return (int) threads.stream().filter(Thread::isVirtual).count();
    }

    /** How many of this many tasks find a scoped value of their caller's: only fork hands it on to another thread. */
    static int inScope(int tasks, Call call) throws Exception {
        var bound = ScopedValue.<String>newInstance();
        var found = new AtomicInteger();
        Callable<Object> task = () -> bound.isBound() ? found.incrementAndGet() : "not bound";
        ScopedValue.where(bound, "here").call(() -> call.with(nCopies(tasks, task)));
        return found.get();
    }

    /** Tasks that return their numbers, each when the thread of the next has ended. */
    static List<Callable<Object>> endInReverse(int tasks, Patience patience) {
        var threads = new Thread[tasks + 1];
        var allStarted = new CountDownLatch(tasks);
        return IntStream.range(0, tasks).<Callable<Object>>mapToObj(i -> () -> {
            threads[i] = Thread.currentThread();
            allStarted.countDown();
            patience.await(allStarted);
            if (threads[i + 1] != null) {
                patience.join(threads[i + 1]);
            }
            return "task " + (i + 1);
        }).toList();
    }
}
