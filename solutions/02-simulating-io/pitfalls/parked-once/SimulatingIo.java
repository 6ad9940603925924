// Pitfall: an unpark ends the wait. It may come from anywhere, and even before the wait.
// Why: one park and two looks at the interrupt status seem to be all that sleep does.
// Kind: over-too-early
// Caught by: only an interrupt ends a wait early
package structured.simulatingio;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/** An I/O task without the I/O: like a call to a slow service it does nothing but wait. */
public final class SimulatingIo {

    private SimulatingIo() {}

    public static Duration randomWait(RandomGenerator random) {
        return Duration.ofNanos((long) (random.nextDouble(1, 5) * 1e9));
    }

    public static String simulatedIoTask(int id, Duration wait) throws InterruptedException {
        if (!Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(wait.toNanos());
        }
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        var seconds = wait.toNanos() / 1e9;
        return String.format(Locale.ROOT, "I/O Task %d has been completed after %.3f seconds.", id, seconds);
    }
}
