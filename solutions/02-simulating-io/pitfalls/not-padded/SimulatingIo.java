// Pitfall: milliseconds without their leading zeros: 1.002 seconds become 1.2.
// Why: the parts of a Duration seem to need no more than a point between them.
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
        return "I/O Task " + id + " has been completed after " + wait.toSeconds() + "." + wait.toMillisPart() + " seconds.";
    }
}
