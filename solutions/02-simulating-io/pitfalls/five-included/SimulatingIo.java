// Pitfall: a wait may be five seconds, which uniform(1, 5) in this tutorial never is.
// Why: nextInt leaves out its bound, and one is added to make up for it.
// Kind: ends-of-the-range
// Caught by: a random wait is at least one second and less than five
package structured.simulatingio;

import java.time.Duration;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** An I/O task without the I/O: like a call to a slow service it does nothing but wait. */
public final class SimulatingIo {

    private SimulatingIo() {}

    public static Duration randomWait(RandomGenerator random) {
        return Duration.ofMillis(random.nextInt(1_000, 5_001));
    }

    public static String simulatedIoTask(int id, Duration wait) throws InterruptedException {
        Thread.sleep(wait);
        var seconds = wait.toNanos() / 1e9;
        return String.format(Locale.ROOT, "I/O Task %d has been completed after %.3f seconds.", id, seconds);
    }
}
