package structured.taskgroupbinding;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Counts time as far as this machine could run us: none passes while it sleeps, and where twenty threads want two processors,
 * it passes ten times slower. Every module has a copy.
 */
final class FairClock extends Thread {
    private static final Path LINUX = Path.of("/proc/loadavg");
    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    /** Written by this thread only. */
    private volatile long passed = System.nanoTime();

    FairClock() {
        super("clock");
        setDaemon(true);
    }

    /** How much time has passed, in nanoseconds since no moment in particular. */
    long passed() {
        return passed;
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
