// Pitfall: the milliseconds are rounded by themselves, and have no place to carry over to: 0.9996 becomes 0.1000.
// Why: a Duration has a part for seconds and one for nanoseconds, and each of them is printed for itself.
// Kind: number-format
// Caught by: whole seconds count too
package structured.simulatingio;

import java.time.Duration;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** An I/O task without the I/O: like a call to a slow service it does nothing but wait. */
public final class SimulatingIo {

    private SimulatingIo() {}

    public static Duration randomWait(RandomGenerator random) {
        return Duration.ofNanos(random.nextLong(1_000_000_000L, 5_000_000_000L));
    }

    public static String simulatedIoTask(int id, Duration wait) throws InterruptedException {
        Thread.sleep(wait);
        long millis = Math.round(wait.toNanosPart() / 1e6);
        return String.format(Locale.ROOT, "I/O Task %d has been completed after %d.%03d seconds.", id, wait.toSeconds(), millis);
    }
}
