// Alternative: BigDecimal knows no locale, and the wait is never a double.
package structured.simulatingio;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** An I/O task without the I/O: like a call to a slow service it does nothing but wait. */
public final class SimulatingIo {

    private SimulatingIo() {}

    public static Duration randomWait(RandomGenerator random) {
        return Duration.ofSeconds(random.nextLong(1, 5), random.nextLong(1_000_000_000));
    }

    public static String simulatedIoTask(int id, Duration wait) throws InterruptedException {
        Thread.sleep(wait);
        var seconds = BigDecimal.valueOf(wait.toNanos(), 9).setScale(3, RoundingMode.HALF_UP);
        return "I/O Task " + id + " has been completed after " + seconds.toPlainString() + " seconds.";
    }
}
