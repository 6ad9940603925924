// Pitfall: takes java.util.Random for the only generator. Any other one ends with a ClassCastException.
// Why: ints() with a limit and bounds is remembered from there.
// Kind: drawn-elsewhere
// Caught by: a random wait is at least one second and less than five
package structured.simulatingio;

import java.time.Duration;
import java.util.Locale;
import java.util.Random;
import java.util.random.RandomGenerator;

/** An I/O task without the I/O: like a call to a slow service it does nothing but wait. */
public final class SimulatingIo {

    private SimulatingIo() {}

    public static Duration randomWait(RandomGenerator random) {
        return Duration.ofMillis(((Random) random).ints(1, 1_000, 5_000).sum());
    }

    public static String simulatedIoTask(int id, Duration wait) throws InterruptedException {
        Thread.sleep(wait);
        var seconds = wait.toNanos() / 1e9;
        return String.format(Locale.ROOT, "I/O Task %d has been completed after %.3f seconds.", id, seconds);
    }
}
