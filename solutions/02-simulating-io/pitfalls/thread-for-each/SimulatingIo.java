// Pitfall: a thread of the operating system sleeps in the place of the one that called.
// Why: to wait in the background seems to block nobody.
// Kind: wrong-thread
// Caught by: ten thousand virtual threads wait at the same time
package structured.simulatingio;

import java.time.Duration;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** An I/O task without the I/O: like a call to a slow service it does nothing but wait. */
public final class SimulatingIo {

    private SimulatingIo() {}

    public static Duration randomWait(RandomGenerator random) {
        return Duration.ofNanos((long) (random.nextDouble(1, 5) * 1e9));
    }

    public static String simulatedIoTask(int id, Duration wait) throws InterruptedException {
        var sleeper = Thread.ofPlatform().daemon().start(() -> {
            try {
                Thread.sleep(wait);
            } catch (InterruptedException e) {
                // Cancelled.
            }
        });
        try {
            sleeper.join();
        } catch (InterruptedException e) {
            sleeper.interrupt();
            throw e;
        }
        var seconds = wait.toNanos() / 1e9;
        return String.format(Locale.ROOT, "I/O Task %d has been completed after %.3f seconds.", id, seconds);
    }
}
