// Pitfall: waits for the seconds, and then for the rest: of a nanosecond less than nothing, that is almost a second.
// Why: a negative Duration has negative seconds, and a rest that is never negative.
// Kind: part-for-the-whole
// Caught by: a wait of zero or less is none
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
        TimeUnit.SECONDS.sleep(wait.getSeconds()); // not at all if negative
        TimeUnit.NANOSECONDS.sleep(wait.getNano());
        return sentence(id, wait);
    }

    private static String sentence(int id, Duration wait) {
        return String.format(Locale.ROOT, "I/O Task %d has been completed after %.3f seconds.", id, wait.toMillis() / 1000.0);
    }

    public static void main(String[] args) throws InterruptedException {
        System.out.println(simulatedIoTask(1, randomWait(ThreadLocalRandom.current())));
    }
}
