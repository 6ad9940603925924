// Pitfall: all calls put their delay into one queue and take the first that is due, which may be another call's.
// Why: a DelayQueue knows when time is over; that whoever takes from it gets whose time is over first, not its own,
//     is overlooked.
// Kind: shared-by-calls
// Caught by: each of several that wait at the same time waits for its own time
package structured.simulatingio;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

public final class SimulatingIo {

    private SimulatingIo() {}

    public static Duration randomWait(RandomGenerator random) {
        return Duration.ofNanos(random.nextLong(1_000_000_000L, 5_000_000_000L));
    }

    private static final DelayQueue<Due> DUE = new DelayQueue<>();

    private record Due(long at) implements Delayed {

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(at - System.nanoTime(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.signum(at - ((Due) other).at);
        }
    }

    public static String simulatedIoTask(int id, Duration wait) throws InterruptedException {
        DUE.put(new Due(System.nanoTime() + wait.toNanos()));
        DUE.take();
        return String.format(Locale.ROOT, "I/O Task %d has been completed after %.3f seconds.", id, wait.toNanos() / 1e9);
    }
}
