// Pitfall: a thousand times the seconds, as a double, are cut off: 1.001 becomes 1.000.
// Why: cutting off is allowed; but 1.001 times a thousand is a little less than 1001.
// Kind: number-format
// Caught by: whole seconds count too
package structured.simulatingio;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

public final class SimulatingIo {

    private SimulatingIo() {}

    public static Duration randomWait(RandomGenerator random) {
        return Duration.ofNanos((long) (random.nextDouble(1, 5) * 1_000_000_000));
    }

    public static String simulatedIoTask(int id, Duration wait) throws InterruptedException {
        Thread.sleep(wait);
        double seconds = wait.toNanos() / 1e9;
        double cutOff = Math.floor(seconds * 1_000) / 1_000;
        return String.format(Locale.ROOT, "I/O Task %d has been completed after %.3f seconds.", id, cutOff);
    }

    public static void main(String[] args) throws InterruptedException {
        System.out.println(simulatedIoTask(1, randomWait(ThreadLocalRandom.current())));
    }
}
