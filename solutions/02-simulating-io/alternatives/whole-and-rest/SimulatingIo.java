// Alternative: the whole seconds and what is beyond them are slept one after the other, and printed beside each
//     other, cut off.
package structured.simulatingio;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/** An I/O task without the I/O: like a call to a slow service it does nothing but wait. */
public final class SimulatingIo {

    private SimulatingIo() {}

    public static Duration randomWait(RandomGenerator random) {
        return Duration.ofSeconds(random.nextInt(1, 5), random.nextInt(1_000_000_000));
    }

    public static String simulatedIoTask(int id, Duration wait) throws InterruptedException {
        if (wait.isPositive()) {
            TimeUnit.SECONDS.sleep(wait.toSeconds());
            TimeUnit.NANOSECONDS.sleep(wait.getNano());
        }
        return String.format(Locale.ROOT, "I/O Task %d has been completed after %d.%03d seconds.", id, wait.toSeconds(), wait.toMillisPart());
    }
}
