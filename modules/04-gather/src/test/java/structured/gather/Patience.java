package structured.gather;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.function.Executable;
import org.opentest4j.TestAbortedException;

/**
 * How long a test waits for what right code lets happen at once. Only wrong code uses it up.
 *
 * <p>Time counts as far as this machine could run us: none passes while it sleeps, and where twenty threads want two
 * processors, it passes ten times slower. So right code has the time it needs on a busy machine, too. Every module has a copy.
 */
final class Patience {

    /** A whole test's. Its tasks lose patience earlier, so that the test can say what they saw. */
    private static final Duration OF_A_TEST = Duration.ofSeconds(5);
    private static final Duration OF_TASKS = Duration.ofSeconds(3);

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
    private static volatile Clock clock;

    private final long end = now() + OF_TASKS.toNanos();

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
        var end = now() + OF_A_TEST.toNanos();
        var thread = Thread.ofPlatform().daemon().name("test").start(running);
        while (true) {
            try {
                running.get(Math.max(1, end - now()), TimeUnit.NANOSECONDS);
                break;
            } catch (TimeoutException e) {
                if (now() >= end) {
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
            throw failure.get();
        }
    }

    /**
     * Holds a cancelled task until the caller is in its scope's close, and so can't leave before the task ends. A caller
     * that goes elsewhere has half a second to show that it leaves.
     */
    static void holdUntilClose(Thread caller) {
        for (var end = System.nanoTime() + 500_000_000; System.nanoTime() < end && !isInClose(caller); ) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    private static boolean isInClose(Thread caller) {
        return Arrays.stream(caller.getStackTrace())
                .anyMatch(frame -> frame.getMethodName().equals("close") && frame.getClassName().contains("StructuredTaskScope"));
    }

    private static long now() {
        var running = clock;
        return running != null ? running.passed : System.nanoTime();
    }

    static void startClock() {
        clock = new Clock();
        clock.start();
    }

    static void stopClock() {
        clock.interrupt();
        clock = null;
    }

    private static final class Clock extends Thread {
        private static final Path LINUX = Path.of("/proc/loadavg");
        private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

        /** In nanoseconds. Written by this thread only. */
        private volatile long passed = System.nanoTime();

        Clock() {
            super("clock");
            setDaemon(true);
        }

        @Override
        public void run() {
            try {
                for (var before = System.nanoTime(); ; ) {
                    Thread.sleep(20);
                    var now = System.nanoTime();
                    // Much more than 20 ms, and we have been stopped, or asleep.
                    passed += (long) (Math.min(now - before, 40_000_000) * share());
                    before = now;
                }
            } catch (InterruptedException e) {
                // The tests are over.
            }
        }

        /** What part of the processors somebody gets who wants one now. */
        private static double share() {
            return Math.clamp(PROCESSORS / threadsThatWantOne(), 0.05, 1);
        }

        private static double threadsThatWantOne() {
            try {
                // 1.20 0.80 0.50 3/512 ...: three want one at this moment.
                return Double.parseDouble(Files.readString(LINUX).split("[ /]")[3]);
            } catch (IOException e) {
                // An average over the last minute, or -1 where there is none.
                return Math.max(1, ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
            }
        }
    }
}
