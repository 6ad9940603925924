// Pitfall: half of a drawn number is kept for the generator's next draw, whatever its seed is by then.
// Why: a long is enough for two waits; but who sets a seed wants what that seed gives.
// Kind: drawn-elsewhere
// Caught by: the same generator draws the same waits again
package structured.simulatingio;

import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

public final class SimulatingIo {

    private static final Map<RandomGenerator, Integer> LEFT_OVER = Collections.synchronizedMap(new WeakHashMap<>());

    private SimulatingIo() {}

    public static Duration randomWait(RandomGenerator random) {
        // a long is good for two waits
        Integer bits = LEFT_OVER.remove(random);
        if (bits == null) {
            long number = random.nextLong();
            bits = (int) (number >>> 32);
            LEFT_OVER.put(random, (int) number);
        }
        return Duration.ofNanos(1_000_000_000L + (Integer.toUnsignedLong(bits) * 4_000_000_000L >>> 32));
    }

    public static String simulatedIoTask(int id, Duration wait) throws InterruptedException {
        Thread.sleep(wait);
        return String.format(Locale.ROOT, "I/O Task %d has been completed after %.3f seconds.", id, wait.toNanos() / 1e9);
    }

    public static void main(String[] args) throws InterruptedException {
        System.out.println(simulatedIoTask(1, randomWait(ThreadLocalRandom.current())));
    }
}
