// Pitfall: draws again what is out of range, ten times, and then takes three seconds: one wait in a thousand.
// Why: a loop that may go on for ever needs an end; but this one ends by itself, and soon.
// Kind: part-for-the-whole
// Caught by: a random wait may be any of the 4,000 milliseconds
package structured.simulatingio;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

public final class SimulatingIo {

    private SimulatingIo() {}

    public static Duration randomWait(RandomGenerator random) {
        for (int tries = 0; tries < 10; tries++) {
            double seconds = 8 * random.nextDouble();
            if (seconds >= 1 && seconds < 5) {
                return Duration.ofNanos((long) (seconds * 1e9));
            }
        }
        return Duration.ofSeconds(3); // the mean
    }

    public static String simulatedIoTask(int id, Duration wait) throws InterruptedException {
        Thread.sleep(wait);
        return String.format(Locale.ROOT, "I/O Task %d has been completed after %.3f seconds.", id, wait.toNanos() / 1e9);
    }

    public static void main(String[] args) throws InterruptedException {
        System.out.println(simulatedIoTask(1, randomWait(ThreadLocalRandom.current())));
    }
}
