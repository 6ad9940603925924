// Pitfall: waits in whole microseconds: what is less is no wait, and hears no interrupt.
// Why: nobody notices less than a microsecond; but an interrupt that came before the call is lost with it.
// Kind: left-out
// Caught by: interrupting a task ends its wait with an InterruptedException
package structured.simulatingio;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

public final class SimulatingIo {

    private SimulatingIo() {}

    public static Duration randomWait(RandomGenerator random) {
        return Duration.ofNanos((long) (random.nextDouble(1, 5) * 1e9));
    }

    public static String simulatedIoTask(int id, Duration wait) throws InterruptedException {
        TimeUnit.MICROSECONDS.sleep(TimeUnit.MICROSECONDS.convert(wait));
        return String.format(Locale.ROOT, "I/O Task %d has been completed after %.3f seconds.", id, wait.toNanos() / 1e9);
    }

    public static void main(String[] args) throws InterruptedException {
        System.out.println(simulatedIoTask(1, randomWait(ThreadLocalRandom.current())));
    }
}
