// Alternative: parks again until the time has come, and looks at the interrupt status each time: what sleep does,
//     written out.
package structured.simulatingio;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/** An I/O task without the I/O: like a call to a slow service it does nothing but wait. */
public final class SimulatingIo {

    private SimulatingIo() {}

    public static Duration randomWait(RandomGenerator random) {
        return Duration.ofNanos(random.nextLong(1_000_000_000, 5_000_000_000L));
    }

    public static String simulatedIoTask(int id, Duration wait) throws InterruptedException {
        var start = System.nanoTime();
        var nanos = TimeUnit.NANOSECONDS.convert(wait);
        while (true) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            var left = nanos - (System.nanoTime() - start);
            if (left <= 0) {
                break;
            }
            LockSupport.parkNanos(left);
        }
        var seconds = wait.toNanos() / 1e9;
        return String.format(Locale.ROOT, "I/O Task %d has been completed after %.3f seconds.", id, seconds);
    }
}
