// Pitfall: takes the milliseconds from seconds in a double, and cuts them off: of 1.001 seconds it waits one.
// Why: most decimals are no sum of halves and quarters, and the double next to them may be a little less.
// Kind: over-too-early
// Caught by: a task waits to the nanosecond
package structured.simulatingio;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

public final class SimulatingIo {

    private SimulatingIo() {}

    public static Duration randomWait(RandomGenerator random) {
        double seconds = random.nextDouble(1, 5);
        return Duration.ofNanos((long) (seconds * 1e9));
    }

    public static String simulatedIoTask(int id, Duration wait) throws InterruptedException {
        double seconds = wait.toNanos() / 1e9;
        if (seconds > 0) {
            Thread.sleep((long) (seconds * 1000), wait.getNano() % 1_000_000);
        }
        return String.format(Locale.ROOT, "I/O Task %d has been completed after %.3f seconds.", id, wait.toNanos() / 1e9);
    }

    public static void main(String[] args) throws InterruptedException {
        System.out.println(simulatedIoTask(1, randomWait(ThreadLocalRandom.current())));
    }
}
