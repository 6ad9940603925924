// Pitfall: the seconds come from the given generator, the rest doesn't, so a seed repeats only half of it.
// Why: who has drawn one number forgets where the second one has to come from.
// Kind: drawn-elsewhere
// Caught by: the same generator draws the same waits again
package structured.simulatingio;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/** An I/O task without the I/O: like a call to a slow service it does nothing but wait. */
public final class SimulatingIo {

    private SimulatingIo() {}

    public static Duration randomWait(RandomGenerator random) {
        return Duration.ofSeconds(random.nextInt(1, 5)).plusMillis(ThreadLocalRandom.current().nextInt(1_000));
    }

    public static String simulatedIoTask(int id, Duration wait) throws InterruptedException {
        Thread.sleep(wait);
        var seconds = wait.toNanos() / 1e9;
        return String.format(Locale.ROOT, "I/O Task %d has been completed after %.3f seconds.", id, seconds);
    }
}
