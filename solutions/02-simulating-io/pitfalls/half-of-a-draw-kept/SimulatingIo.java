// Pitfall: half of a drawn number is kept for the next call, whichever generator that brings.
// Why: a long has bits enough for two waits, and Random keeps its second nextGaussian likewise: but each generator
//     its own.
// Kind: drawn-elsewhere
// Caught by: the same generator draws the same waits again
package structured.simulatingio;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

public final class SimulatingIo {

    private static int spare;
    private static boolean hasSpare;

    private SimulatingIo() {}

    public static Duration randomWait(RandomGenerator random) {
        int bits;
        synchronized (SimulatingIo.class) {
            if (hasSpare) {
                hasSpare = false;
                bits = spare;
            } else {
                long both = random.nextLong(); // enough for two waits
                bits = (int) (both >>> 32);
                spare = (int) both;
                hasSpare = true;
            }
        }
        return Duration.ofMillis(1000 + (Integer.toUnsignedLong(bits) * 4000 >>> 32));
    }

    public static String simulatedIoTask(int id, Duration wait) throws InterruptedException {
        Thread.sleep(wait);
        return String.format(
                Locale.ROOT, "I/O Task %d has been completed after %.3f seconds.", id, wait.toNanos() / 1e9);
    }

    public static void main(String[] args) throws InterruptedException {
        System.out.println(simulatedIoTask(1, randomWait(ThreadLocalRandom.current())));
    }
}
