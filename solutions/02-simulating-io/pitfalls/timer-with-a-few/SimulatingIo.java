// Pitfall: a timer of its own ends all waits, and keeps a thread of the operating system for each processor, but at
//     least four.
// Why: as many as there are processors is a good size for what computes; a timer does nothing but wait, and the JDK
//     has one.
// Kind: wrong-thread
// Caught by: ten thousand virtual threads wait at the same time
package structured.simulatingio;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

@SuppressWarnings("preview")
public final class SimulatingIo {

    private SimulatingIo() {}

    private static final ScheduledExecutorService TIMERS = Executors.newScheduledThreadPool(
            Math.max(4, Runtime.getRuntime().availableProcessors()),
            Thread.ofPlatform().daemon().name("io-timer-", 0).factory());

    public static Duration randomWait(RandomGenerator random) {
        return Duration.ofNanos((long) (random.nextDouble(1, 5) * 1e9));
    }

    public static String simulatedIoTask(int id, Duration wait) throws InterruptedException {
        var over = new CountDownLatch(1);
        var timer = TIMERS.schedule(over::countDown, wait.toNanos(), TimeUnit.NANOSECONDS);
        try {
            over.await();
        } finally {
            timer.cancel(false);
        }
        return sentence(id, wait);
    }

    private static String sentence(int id, Duration wait) {
        return String.format(Locale.ROOT, "I/O Task %d has been completed after %.3f seconds.", id, wait.toNanos() / 1e9);
    }

    public static void main(String[] args) throws InterruptedException {
        System.out.println(simulatedIoTask(1, randomWait(ThreadLocalRandom.current())));
    }
}
