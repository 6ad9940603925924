// Pitfall: waits in a synchronized block. The lock is nobody else's, yet on JDK 21 the thread can't leave its carrier.
// Why: Object.wait() takes a timeout, and asks for the block.
// Kind: carrier-kept
// Caught by: ten thousand virtual threads wait at the same time
package structured.simulatingio;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/** An I/O task without the I/O: like a call to a slow service it does nothing but wait. */
public final class SimulatingIo {

    private SimulatingIo() {}

    public static Duration randomWait(RandomGenerator random) {
        return Duration.ofNanos((long) (random.nextDouble(1, 5) * 1e9));
    }

    public static String simulatedIoTask(int id, Duration wait) throws InterruptedException {
        var start = System.nanoTime();
        var nanos = TimeUnit.NANOSECONDS.convert(wait);
        var nobody = new Object();
        synchronized (nobody) {
            for (long left; (left = nanos - (System.nanoTime() - start)) > 0; ) {
                TimeUnit.NANOSECONDS.timedWait(nobody, left);
            }
        }
        var seconds = wait.toNanos() / 1e9;
        return String.format(Locale.ROOT, "I/O Task %d has been completed after %.3f seconds.", id, seconds);
    }
}
