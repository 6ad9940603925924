package structured.simulatingio;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.function.Executable;
import org.opentest4j.TestAbortedException;

/**
 * How long a test waits for what right code lets happen at once. Only wrong code uses it up.
 *
 * <p>It goes by a {@link FairClock}, so right code has the time it needs on a busy machine, too. Every module has a copy.
 */
final class Patience {

    /** A whole test's. Its tasks lose patience earlier, so that the test can say what they saw. */
    private static final Duration OF_A_TEST = Duration.ofSeconds(5);
    private static final Duration OF_TASKS = Duration.ofSeconds(3);
    private static final long HALF_A_SECOND = 500_000_000;

    /** Once a test has used all that up for nothing, the verdict is known, and its reader has waited: what the others still have. */
    private static final int SHARE_OF_OTHERS = 3;

    /** A call that was given up; its stack trace is that of the thread which never came back. */
    static final class Lost extends Exception {
        private static final long serialVersionUID = 1;

        private Lost(StackTraceElement[] whereItWas) {
            super(null, null, false, true);
            setStackTrace(whereItWas);
        }
    }

    /** A test that could not be tried on this machine: nothing was found out, and the other tests decide. */
    static final class Unexplored extends TestAbortedException {
        private static final long serialVersionUID = 1;

        Unexplored(String why) {
            super(why);
        }
    }

    /** The time that counts, as it passes; null while no tests run. */
    private static volatile FairClock clock;

    /** Whether a test of what is tested has lost patience, or its tasks have. Written by the thread that runs the tests. */
    private static volatile boolean wasLost;

    /** What is tested: several classes may try the same. Of the thread that runs the tests. */
    private static String tested = "";

    private final long end = now() + nanos(OF_TASKS);

    /** What all tasks of a test share, from now on: they give up at the same moment. */
    Patience() {}

    boolean isOver() {
        return left() <= 0;
    }

    /** Waits for the latch, and returns how many were still missing when patience was lost: 0 if all is well. */
    int await(CountDownLatch latch) throws InterruptedException {
        while (!latch.await(left(), TimeUnit.NANOSECONDS) && !isOver()) {
            // The time that counts is behind that on the wall.
        }
        return (int) latch.getCount();
    }

    /** Waits for the thread to end, and returns whether it did. */
    boolean join(Thread thread) throws InterruptedException {
        while (!thread.join(Duration.ofNanos(left())) && !isOver()) {
            // As above.
        }
        return !thread.isAlive();
    }

    /** Sleeps until somebody interrupts it, or patience is lost. */
    void sleepUntilInterrupted() throws InterruptedException {
        while (!isOver()) {
            TimeUnit.NANOSECONDS.sleep(left() + 1_000_000);
        }
    }

    private long left() {
        return Math.max(0, end - now());
    }

    /** Runs a test in a thread of its own, and gives it up when it has had all the time it can need. */
    static void limit(Executable test) throws Throwable {
        var failure = new AtomicReference<Throwable>();
        var running = new FutureTask<Void>(() -> {
            try {
                test.execute();
            } catch (Throwable e) {
                // As it is: it may be one of yours, which throws another one when it is asked for its text.
                failure.set(e);
            }
        }, null);
        var start = now();
        var end = start + nanos(OF_A_TEST);
        // No daemon, as a main thread is none: what your code starts is neither, then, and is missed if it goes on.
        var thread = Thread.ofPlatform().daemon(false).name("test").start(running);
        while (true) {
            try {
                running.get(Math.max(1, end - now()), TimeUnit.NANOSECONDS);
                break;
            } catch (TimeoutException e) {
                if (now() >= end) {
                    wasLost = true;
                    var lost = new Lost(thread.getStackTrace());
                    thread.interrupt();
                    throw lost;
                }
            } catch (InterruptedException e) {
                thread.interrupt();
                throw e;
            }
        }
        // Not in there: what your code throws may be a TimeoutException, too.
        if (failure.get() != null) {
            wasLost |= now() - start >= nanos(OF_TASKS);
            throw failure.get();
        }
    }

    /**
     * Holds a cancelled task until the caller is in its scope's close, and so can't leave before the task ends; one whose close
     * doesn't wait for this task is gone by then. A caller that goes elsewhere has half a second to show that it leaves.
     */
    static void holdUntilClose(Thread caller) {
        holdUntilClose(caller, HALF_A_SECOND);
        LockSupport.parkNanos(3_000_000);
    }

    private static void holdUntilClose(Thread caller, long nanos) {
        for (var end = System.nanoTime() + nanos; System.nanoTime() < end && !isInClose(caller); ) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    /**
     * An exception whose text takes its time on any thread but this one, until this one has gone on to close its scope. Who
     * asks again is held half as long as before: right code may ask at each level at which it wraps the failure.
     */
    static IOException slowToTell() {
        var caller = Thread.currentThread();
        var hold = new AtomicLong(HALF_A_SECOND);
        return new IOException("disk full") {
            @Override
            public String getMessage() {
                if (Thread.currentThread() != caller) {
                    holdUntilClose(caller, hold.getAndUpdate(last -> last / 2));
                }
                return super.getMessage();
            }
        };
    }

    private static boolean isInClose(Thread caller) {
        return Arrays.stream(caller.getStackTrace())
                .anyMatch(frame -> frame.getMethodName().equals("close") && frame.getClassName().contains("StructuredTaskScope"));
    }

    private static long nanos(Duration patience) {
        return patience.toNanos() / (wasLost ? SHARE_OF_OTHERS : 1);
    }

    private static long now() {
        var running = clock;
        return running != null ? running.passed() : System.nanoTime();
    }

    static void startClock(String whatIsTested) {
        wasLost &= tested.equals(whatIsTested);
        tested = whatIsTested;
        clock = new FairClock();
        clock.start();
    }

    static void stopClock() {
        clock.interrupt();
        clock = null;
    }
}
