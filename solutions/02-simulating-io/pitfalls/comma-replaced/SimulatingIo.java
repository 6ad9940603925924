// Pitfall: formats in the default locale and mends the comma. Other digits, as in Egypt, stay.
// Why: it works wherever the author has tried it.
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
        var seconds = wait.toNanos() / 1e9;
        return "I/O Task %d has been completed after %.3f seconds.".formatted(id, seconds).replace(',', '.');
    }
}
