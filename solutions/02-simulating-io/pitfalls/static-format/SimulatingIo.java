// Pitfall: the format is made once, with the symbols of the locale that the machine had then.
// Why: a static field spares making it for each sentence.
// Kind: number-format
// Caught by: a task says what it did, with a decimal point in every locale
package structured.simulatingio;

import java.text.DecimalFormat;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** An I/O task without the I/O: like a call to a slow service it does nothing but wait. */
public final class SimulatingIo {

    private static final DecimalFormat SECONDS = new DecimalFormat("0.000");

    private SimulatingIo() {}

    public static Duration randomWait(RandomGenerator random) {
        return Duration.ofNanos((long) (random.nextDouble(1, 5) * 1e9));
    }

    public static String simulatedIoTask(int id, Duration wait) throws InterruptedException {
        Thread.sleep(wait);
        synchronized (SECONDS) {
            return "I/O Task " + id + " has been completed after " + SECONDS.format(wait.toNanos() / 1e9) + " seconds.";
        }
    }
}
