// Pitfall: parks once more if it has woken up too early, and no third time.
// Why: to wake up for nothing is rare; but nothing says that it happens only once.
// Kind: over-too-early
// Caught by: ten thousand virtual threads wait at the same time
package structured.simulatingio;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

public final class SimulatingIo {

    private SimulatingIo() {}

    public static Duration randomWait(RandomGenerator random) {
        double seconds = random.nextDouble(1, 5);
        return Duration.ofNanos((long) (seconds * 1e9));
    }

    public static String simulatedIoTask(int id, Duration wait) throws InterruptedException {
        long begin = System.nanoTime();
        park(wait.toNanos());
        long left = wait.toNanos() - (System.nanoTime() - begin);
        if (left > 0) {
            park(left); // a spurious wakeup
        }
        return String.format(Locale.ROOT, "I/O Task %d has been completed after %.3f seconds.", id, wait.toNanos() / 1e9);
    }

    private static void park(long nanos) throws InterruptedException {
        if (nanos > 0) {
            LockSupport.parkNanos(nanos);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    }

    public static void main(String[] args) throws InterruptedException {
        System.out.println(simulatedIoTask(1, randomWait(ThreadLocalRandom.current())));
    }
}
