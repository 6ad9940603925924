// Pitfall: a timer ends all waits, and has a hundred threads of the operating system for that; one would do.
// Why: thousands of waits look like work for many, and a pool is asked for its size.
// Kind: wrong-thread
// Caught by: ten thousand virtual threads wait at the same time
package structured.simulatingio;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

public final class SimulatingIo {

    private static final ScheduledExecutorService TIMER = Executors.newScheduledThreadPool(100, Thread.ofPlatform().daemon().factory());

    private SimulatingIo() {}

    public static Duration randomWait(RandomGenerator random) {
        return Duration.ofNanos((long) (random.nextDouble(1, 5) * 1e9));
    }

    public static String simulatedIoTask(int id, Duration wait) throws InterruptedException {
        try {
            TIMER.schedule(() -> {}, wait.toNanos(), TimeUnit.NANOSECONDS).get();
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        }
        var seconds = wait.toNanos() / 1e9;
        return String.format(Locale.ROOT, "I/O Task %d has been completed after %.3f seconds.", id, seconds);
    }
}
