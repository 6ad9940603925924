// Pitfall: id and wait are kept in static fields meanwhile, where the next task overwrites them.
// Why: a class that does one thing seems to need them once.
// Kind: shared-by-calls
// Caught by: each of several tasks at the same time says its own
package structured.simulatingio;

import java.time.Duration;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** An I/O task without the I/O: like a call to a slow service it does nothing but wait. */
public final class SimulatingIo {

    private static volatile int number;
    private static volatile Duration waited;

    private SimulatingIo() {}

    public static Duration randomWait(RandomGenerator random) {
        return Duration.ofNanos((long) (random.nextDouble(1, 5) * 1e9));
    }

    public static String simulatedIoTask(int id, Duration wait) throws InterruptedException {
        number = id;
        waited = wait;
        Thread.sleep(wait);
        return String.format(Locale.ROOT, "I/O Task %d has been completed after %.3f seconds.", number, waited.toNanos() / 1e9);
    }
}
