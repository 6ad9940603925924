// Pitfall: sleeps for a millisecond at least, also where there is nothing to wait for.
// Why: rounding up keeps it from waking too early; but zero is a wait that needs no sleep.
// Kind: smallest-input
// Caught by: a wait of zero or less is none
package structured.simulatingio;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

public final class SimulatingIo {

    private SimulatingIo() {}

    public static Duration randomWait(RandomGenerator random) {
        double seconds = random.nextDouble(1, 5);
        return Duration.ofNanos((long) (seconds * 1e9));
    }

    public static String simulatedIoTask(int id, Duration wait) throws InterruptedException {
        // sleep in whole milliseconds, rounded up, so as not to wake too early
        Thread.sleep(Math.max(1, wait.plusNanos(999_999).toMillis()));
        return String.format(Locale.ROOT, "I/O Task %d has been completed after %.3f seconds.", id, wait.toNanos() / 1e9);
    }

    public static void main(String[] args) throws InterruptedException {
        System.out.println(simulatedIoTask(1, randomWait(ThreadLocalRandom.current())));
    }
}
