// Pitfall: draws from a copy of the generator, where there is one, so that each draw is its first.
// Why: what belongs to the caller is left as it was; but it is by drawing that a generator goes on.
// Kind: drawn-elsewhere
// Caught by: the same generator draws the same waits again
package structured.simulatingio;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

public final class SimulatingIo {

    private SimulatingIo() {}

    public static Duration randomWait(RandomGenerator random) {
        // the caller's own numbers are left alone where that is possible
        RandomGenerator source = random instanceof RandomGenerator.JumpableGenerator jumpable ? jumpable.copy() : random;
        return Duration.ofNanos(source.nextLong(1_000_000_000L, 5_000_000_000L));
    }

    public static String simulatedIoTask(int id, Duration wait) throws InterruptedException {
        Thread.sleep(wait);
        return String.format(Locale.ROOT, "I/O Task %d has been completed after %.3f seconds.", id, wait.toNanos() / 1e9);
    }

    public static void main(String[] args) throws InterruptedException {
        System.out.println(simulatedIoTask(1, randomWait(ThreadLocalRandom.current())));
    }
}
