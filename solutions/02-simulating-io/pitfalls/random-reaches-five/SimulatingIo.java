// Pitfall: the largest number that a Random can draw makes five seconds, by rounding.
// Why: a number less than one, times four, is less than four; but a float, or a sum, may be rounded up to it.
// Kind: ends-of-the-range
// Caught by: a random wait is at least one second and less than five
package structured.simulatingio;

import java.time.Duration;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

@SuppressWarnings("preview")
public final class SimulatingIo {

    private SimulatingIo() {}

    public static Duration randomWait(RandomGenerator random) {
        // the old generators had no nextDouble(origin, bound) of their own
        double seconds = random instanceof Random old ? 1 + 4 * old.nextDouble() : random.nextDouble(1, 5);
        return Duration.ofNanos((long) (seconds * 1e9));
    }

    public static String simulatedIoTask(int id, Duration wait) throws InterruptedException {
        Thread.sleep(wait);
        return String.format(Locale.ROOT, "I/O Task %d has been completed after %.3f seconds.", id, wait.toNanos() / 1e9);
    }

    public static void main(String[] args) throws InterruptedException {
        System.out.println(simulatedIoTask(1, randomWait(ThreadLocalRandom.current())));
    }
}
