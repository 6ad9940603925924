// Pitfall: changes the locale of the whole program for as long as it prints.
// Why: it is set back at once; but meanwhile others print by it, and if two do so at once, it may stay.
// Kind: number-format
// Caught by: what a task says has no digit of what another one says meanwhile
package structured.simulatingio;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

public final class SimulatingIo {

    private SimulatingIo() {}

    public static Duration randomWait(RandomGenerator random) {
        return Duration.ofNanos((long) (random.nextDouble(1, 5) * 1e9));
    }

    public static String simulatedIoTask(int id, Duration wait) throws InterruptedException {
        Thread.sleep(wait);
        return sentence(id, wait);
    }

    private static String sentence(int id, Duration wait) {
        var locale = Locale.getDefault();
        Locale.setDefault(Locale.ROOT);
        try {
            return "I/O Task %d has been completed after %.3f seconds.".formatted(id, wait.toMillis() / 1000.0);
        } finally {
            Locale.setDefault(locale);
        }
    }

    public static void main(String[] args) throws InterruptedException {
        System.out.println(simulatedIoTask(1, randomWait(ThreadLocalRandom.current())));
    }
}
