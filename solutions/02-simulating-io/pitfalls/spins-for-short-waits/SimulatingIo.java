// Pitfall: a wait of less than a tenth of a second goes round in a loop, and keeps its carrier.
// Why: a sleep is said to be imprecise, and a loop that looks at the clock is not.
// Kind: carrier-kept
// Caught by: a short wait blocks its thread, too
package structured.simulatingio;

import java.time.Duration;
import java.util.Locale;
import java.util.random.RandomGenerator;

public final class SimulatingIo {

    private SimulatingIo() {}

    public static Duration randomWait(RandomGenerator random) {
        return Duration.ofSeconds(random.nextInt(1, 5)).plusMillis(random.nextInt(1_000));
    }

    private static final Duration SHORT = Duration.ofMillis(100);

    public static String simulatedIoTask(int id, Duration wait) throws InterruptedException {
        if (wait.compareTo(SHORT) > 0) {
            Thread.sleep(wait);
        } else {
            var start = System.nanoTime();
            while (System.nanoTime() - start < wait.toNanos()) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                Thread.onSpinWait();
            }
        }
        var millis = wait.isNegative() ? 0 : wait.toMillis();
        return String.format(Locale.ROOT, "I/O Task %d has been completed after %d.%03d seconds.", id, millis / 1_000, millis % 1_000);
    }
}
