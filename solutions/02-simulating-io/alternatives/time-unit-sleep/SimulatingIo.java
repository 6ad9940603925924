// Alternative: TimeUnit.sleep; and the wait is drawn in nanoseconds, with no detour over a double.
package structured.simulatingio;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/** An I/O task without the I/O: like a call to a slow service it does nothing but wait. */
public final class SimulatingIo {

    private SimulatingIo() {}

    public static Duration randomWait(RandomGenerator random) {
        return Duration.ofNanos(random.nextLong(1_000_000_000, 5_000_000_000L));
    }

    public static String simulatedIoTask(int id, Duration wait) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(TimeUnit.NANOSECONDS.convert(wait));
        var seconds = wait.toNanos() / 1e9;
        return String.format(Locale.ROOT, "I/O Task %d has been completed after %.3f seconds.", id, seconds);
    }
}
