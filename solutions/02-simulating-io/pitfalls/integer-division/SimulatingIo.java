// Pitfall: divides a long by a long, so the fraction of the second is gone.
// Why: 1000 instead of 1000.0 is easily typed.
// Kind: part-for-the-whole
// Caught by: a task says what it did, with a decimal point in every locale
package structured.simulatingio;

import java.time.Duration;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** An I/O task without the I/O: like a call to a slow service it does nothing but wait. */
public final class SimulatingIo {

    private SimulatingIo() {}

    public static Duration randomWait(RandomGenerator random) {
        return Duration.ofNanos((long) (random.nextDouble(1, 5) * 1e9));
    }

    public static String simulatedIoTask(int id, Duration wait) throws InterruptedException {
        Thread.sleep(wait);
        var seconds = (double) (wait.toMillis() / 1000);
        return String.format(Locale.ROOT, "I/O Task %d has been completed after %.3f seconds.", id, seconds);
    }
}
