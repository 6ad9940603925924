// Pitfall: says what the clock has measured, which is a little more than the wait.
// Why: the time that it took seems to be what is asked for.
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
        return Duration.ofNanos((long) (random.nextDouble(1, 5) * 1e9));
    }

    public static String simulatedIoTask(int id, Duration wait) throws InterruptedException {
        var start = System.nanoTime();
        Thread.sleep(wait);
        var seconds = (System.nanoTime() - start) / 1e9;
        return String.format(Locale.ROOT, "I/O Task %d has been completed after %.3f seconds.", id, seconds);
    }
}
