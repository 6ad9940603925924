// Pitfall: a double is put into the text as it is: 0.02 seconds, 1.5 seconds, 2.2222222 seconds.
// Why: it needs no format string and no locale, and looks right wherever a wait happens to have three digits.
// Kind: number-format
// Caught by: a task says what it did, with a decimal point in every locale
package structured.simulatingio;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** An I/O task without the I/O: like a call to a slow service it does nothing but wait. */
public final class SimulatingIo {

    private SimulatingIo() {}

    public static Duration randomWait(RandomGenerator random) {
        return Duration.ofNanos((long) (random.nextDouble(1, 5) * 1e9));
    }

    public static String simulatedIoTask(int id, Duration wait) throws InterruptedException {
        Thread.sleep(wait);
        return "I/O Task " + id + " has been completed after " + wait.toNanos() / 1e9 + " seconds.";
    }
}
