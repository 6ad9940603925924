// Alternative: asks for a permit that nobody gives; and the number is put together from whole numbers, rounded by
//     half a millisecond.
package structured.simulatingio;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/** An I/O task without the I/O: like a call to a slow service it does nothing but wait. */
public final class SimulatingIo {

    private SimulatingIo() {}

    public static Duration randomWait(RandomGenerator random) {
        return Duration.ofSeconds(1).plusMillis(random.nextLong(4_000));
    }

    public static String simulatedIoTask(int id, Duration wait) throws InterruptedException {
        new Semaphore(0).tryAcquire(TimeUnit.NANOSECONDS.convert(wait), TimeUnit.NANOSECONDS);
        var rounded = wait.plusNanos(500_000);
        var millis = Integer.toString(1_000 + rounded.toMillisPart()).substring(1);
        return "I/O Task " + id + " has been completed after " + rounded.toSeconds() + "." + millis + " seconds.";
    }
}
