// Alternative: a Condition of a lock of its own. awaitNanos may return early and tells what is left, hence the loop.
package structured.simulatingio;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;

/** An I/O task without the I/O: like a call to a slow service it does nothing but wait. */
public final class SimulatingIo {

    private SimulatingIo() {}

    public static Duration randomWait(RandomGenerator random) {
        var beyondOne = 4 * random.nextDouble();
        return Duration.ofNanos(1_000_000_000 + (long) (beyondOne * 1_000_000_000));
    }

    public static String simulatedIoTask(int id, Duration wait) throws InterruptedException {
        var lock = new ReentrantLock();
        var never = lock.newCondition();
        lock.lock();
        try {
            for (var left = TimeUnit.NANOSECONDS.convert(wait); left > 0; ) {
                left = never.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
        var seconds = wait.toNanos() / 1e9;
        return String.format(Locale.ROOT, "I/O Task %d has been completed after %.3f seconds.", id, seconds);
    }
}
