package structured.coach.machine;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The time in which this machine could run a worker. None passes while it sleeps or the coach is stopped, and where twenty
 * threads want two processors, it passes ten times slower. The tests' own patience goes by such a clock, too. For one thread.
 */
public final class Clock {

    private static final Path LINUX = Path.of("/proc/loadavg");
    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    /** Looks come every 20 ms. If there was much more between two of them, we were kept from looking. */
    private static final long LONGEST_LOOK = 40_000_000;

    private static final long SHORTEST_LOOK = 10_000_000;

    private long passed;
    private long looked = System.nanoTime();

    /** Looks at the time, and says how much has passed. */
    public Duration passed() {
        var now = System.nanoTime();
        if (now - looked < SHORTEST_LOOK) {
            return Duration.ofNanos(passed);    // A look reads a file, and a worker may say many things at once.
        }
        passed += (long) (Math.min(now - looked, LONGEST_LOOK) * share());
        looked = now;
        return Duration.ofNanos(passed);
    }

    /** What part of the processors somebody gets who wants one now. */
    private static double share() {
        return Math.clamp(PROCESSORS / threadsThatWantOne(), 0.05, 1);
    }

    private static double threadsThatWantOne() {
        try {
            // 1.20 0.80 0.50 3/512 ...: three want one at this moment.
            return Double.parseDouble(Files.readString(LINUX).split("[ /]")[3]);
        } catch (IOException | RuntimeException e) {
            // An average over the last minute, or -1 where there is none.
            return Math.max(1, ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        }
    }
}
