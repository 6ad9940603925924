// Pitfall: all tasks put their sentences together in one StringBuilder, two at a time.
// Why: one that is kept spares making it anew for each sentence; that several threads are at it is overlooked.
// Kind: shared-by-calls
// Caught by: what a task says has no digit of what another one says meanwhile
package structured.simulatingio;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

public final class SimulatingIo {

    private static final StringBuilder SENTENCE = new StringBuilder();

    private SimulatingIo() {}

    public static Duration randomWait(RandomGenerator random) {
        return Duration.ofNanos(random.nextLong(1_000_000_000L, 5_000_000_000L));
    }

    public static String simulatedIoTask(int id, Duration wait) throws InterruptedException {
        Thread.sleep(wait);
        SENTENCE.setLength(0);
        SENTENCE.append("I/O Task ").append(id).append(" has been completed after ");
        SENTENCE.append(String.format(Locale.ROOT, "%.3f", wait.toNanos() / 1e9)).append(" seconds.");
        return SENTENCE.toString();
    }

    public static void main(String[] args) throws InterruptedException {
        System.out.println(simulatedIoTask(1, randomWait(ThreadLocalRandom.current())));
    }
}
