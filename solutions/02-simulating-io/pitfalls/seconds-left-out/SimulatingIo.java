// Pitfall: prints the part below a second, and not the seconds: 1.002 becomes 0.002. It waits for a latch that nobody
//     opens.
// Why: toMillisPart() looks like toMillis(), and a latch can be waited for with a timeout.
// Kind: part-for-the-whole
// Caught by: whole seconds count too
package structured.simulatingio;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

public final class SimulatingIo {

    private SimulatingIo() {}

    public static Duration randomWait(RandomGenerator random) {
        return Duration.ofNanos((long) (random.nextDouble(1, 5) * 1e9));
    }

    public static String simulatedIoTask(int id, Duration wait) throws InterruptedException {
        new CountDownLatch(1).await(wait.toNanos(), TimeUnit.NANOSECONDS);
        var seconds = wait.toMillisPart() / 1e3;
        return String.format(Locale.ROOT, "I/O Task %d has been completed after %.3f seconds.", id, seconds);
    }
}
