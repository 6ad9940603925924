// Pitfall: after sixteen numbers that are too large it takes the generator for broken, and throws.
// Why: that hardly ever happens by chance; but any numbers may come, and the next one fits.
// Kind: part-for-the-whole
// Caught by: a random wait is at least one second and less than five
package structured.simulatingio;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

public final class SimulatingIo {

    private SimulatingIo() {}

    public static Duration randomWait(RandomGenerator random) {
        // twelve bits, and those that are too many thrown away: the only way without a bias
        for (int attempt = 0; attempt < 16; attempt++) {
            int millis = random.nextInt() >>> 20;
            if (millis < 4_000) {
                return Duration.ofMillis(1_000 + millis);
            }
        }
        throw new IllegalStateException("the generator is broken: " + random);
    }

    public static String simulatedIoTask(int id, Duration wait) throws InterruptedException {
        Thread.sleep(wait);
        return sentence(id, wait);
    }

    private static String sentence(int id, Duration wait) {
        return String.format(
                Locale.ROOT, "I/O Task %d has been completed after %.3f seconds.", id, wait.toNanos() / 1e9);
    }

    public static void main(String[] args) throws InterruptedException {
        System.out.println(simulatedIoTask(1, randomWait(ThreadLocalRandom.current())));
    }
}
