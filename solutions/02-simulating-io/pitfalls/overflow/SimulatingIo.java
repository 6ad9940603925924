// Pitfall: the milliseconds are put into an int, which has no room for more than 24 days: a longer wait is another one,
//     or none.
// Why: nobody waits that long; but "until somebody cancels me" is such a wait.
// Kind: ends-of-the-range
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
        Thread.sleep(Math.max(0, (int) wait.toMillis()), wait.toNanosPart() % 1_000_000);
        var seconds = wait.toMillis() / 1e3;
        return String.format(Locale.ROOT, "I/O Task %d has been completed after %.3f seconds.", id, seconds);
    }
}
