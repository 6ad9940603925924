package structured.considerations;

import static org.assertj.core.api.Assertions.fail;

import java.nio.channels.spi.AbstractInterruptibleChannel;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * What a task is in the middle of that takes a moment to interrupt: whoever cancels one task after the other, as a scope does, is held up
 * here, and others, if any, have every chance to start before they are cancelled.
 */
final class TrialHeldInterrupter extends AbstractInterruptibleChannel {

    private final CountDownLatch others;
    private final CountDownLatch interrupted = new CountDownLatch(1);
    private final boolean endsMeanwhile;
    private volatile boolean over;

    /** Holds its interrupter up until one of the others starts; the task is over by then, or goes on for as long. */
    TrialHeldInterrupter(CountDownLatch others, boolean endsMeanwhile) {
        this.others = others;
        this.endsMeanwhile = endsMeanwhile;
    }

    /** With one task at a time, the caller is interrupted, and the task that runs ends before the others are cancelled. */
    static void assertNextNeverStarts(TrialCalls.Call<String> oneAtATime) throws Exception {
        // The number of a thread may be taken by another one that somebody starts just then, and then nothing shows.
        var shown = 0;
        for (int i = 0; i < 12 && shown < 2; i++) {
            shown += endsBeforeOthersAreCancelled(oneAtATime) ? 1 : 0;
        }
    }

    /** Returns whether others, if any, were to be cancelled later. */
    @SuppressWarnings("resource")    // It is closed by its interrupt, which is the point.
    private static boolean endsBeforeOthersAreCancelled(TrialCalls.Call<String> oneAtATime) throws Exception {
        var caller = Thread.currentThread();
        var trial = new Trial(1);
        var next = new CountDownLatch(1);
        var place = new AtomicInteger(-1);
        var running = new TrialHeldInterrupter(next, true);
        Callable<String> first = () -> {
            place.set(place(Thread.currentThread().threadId(), 16));
            trial.letTheCallerWait();
            running.untilInterrupted(caller::interrupt, trial.patience);
            return "took no notice";
        };
        letTheNextThreadBe(0, 16);
        try {
            oneAtATime.with(List.of(first, () -> { next.countDown(); return "next"; }));
        } catch (InterruptedException expected) {
            // That it has to be one is asked elsewhere.
        } finally {
            Thread.interrupted();
        }
        if (next.getCount() == 0) {
            fail("The caller was interrupted. The task that ran ended as if it had not been cancelled, and the next batch started all the same.");
        }
        return place.get() == 0;
    }

    /** A scope keeps its threads in a hash table, by their numbers, and interrupts them as they stand there: which place one has in a table of this size. */
    static int place(long threadId, int ofTable) {
        var hash = (int) threadId;
        return (hash ^ hash >>> 16) % ofTable;
    }

    /** The numbers of threads are given one after the other. */
    static void letTheNextThreadBe(int place, int ofTable) {
        while (place(Thread.ofVirtual().unstarted(() -> { }).threadId() + 1, ofTable) != place) {
            // Not yet.
        }
    }

    void untilInterrupted(Runnable meanwhile, Patience patience) {
        begin();
        meanwhile.run();
        while (interrupted.getCount() > 0 && !patience.isOver()) {
            LockSupport.parkNanos(1_000_000);
        }
        over = true;
    }

    boolean isOver() {
        return over;
    }

    /** In the thread that interrupts. In right code none of the others starts, and the wait runs out. */
    @Override
    protected void implCloseChannel() {
        try {
            if (endsMeanwhile) {
                interrupted.countDown();
                // Only then others may start; on a busy machine that takes its time.
                for (int i = 0; i < 50 && !over; i++) {
                    LockSupport.parkNanos(1_000_000);
                }
            }
            Trial.showUp(others);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            interrupted.countDown();
        }
    }
}
