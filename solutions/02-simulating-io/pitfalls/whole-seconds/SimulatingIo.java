// Pitfall: only whole seconds are drawn, so all tasks wait 1, 2, 3 or 4 of them.
// Why: nextInt(1, 5) reads just like uniform(1, 5).
// Kind: part-for-the-whole
// Caught by: random waits are spread evenly over these four seconds
package structured.simulatingio;

import java.time.Duration;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** An I/O task without the I/O: like a call to a slow service it does nothing but wait. */
public final class SimulatingIo {

    private SimulatingIo() {}

    public static Duration randomWait(RandomGenerator random) {
        return Duration.ofSeconds(random.nextInt(1, 5));
    }

    public static String simulatedIoTask(int id, Duration wait) throws InterruptedException {
        Thread.sleep(wait);
        var seconds = wait.toNanos() / 1e9;
        return String.format(Locale.ROOT, "I/O Task %d has been completed after %.3f seconds.", id, seconds);
    }
}
