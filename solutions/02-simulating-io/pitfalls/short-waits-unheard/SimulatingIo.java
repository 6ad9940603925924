// Pitfall: spends the last millisecond in a loop that asks for no interrupt: a shorter wait never hears of one.
// Why: a sleep is as inexact as the system's timer, and nobody seems to be cancelled in a millisecond.
// Kind: interrupt-unheard
// Caught by: interrupting a task ends its wait with an InterruptedException
package structured.simulatingio;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

public final class SimulatingIo {

    private SimulatingIo() {}

    private static final Duration SPIN = Duration.ofMillis(1);

    public static Duration randomWait(RandomGenerator random) {
        var seconds = random.nextDouble(1, 5);
        return Duration.ofNanos((long) (seconds * 1e9));
    }

    public static String simulatedIoTask(int id, Duration wait) throws InterruptedException {
        var deadline = System.nanoTime() + wait.toNanos();
        // A sleep is as inexact as the system's timer, so the last millisecond is spun.
        if (wait.compareTo(SPIN) > 0) {
            Thread.sleep(wait.minus(SPIN));
        }
        while (deadline - System.nanoTime() > 0) {
            Thread.onSpinWait();
        }
        return String.format(Locale.ROOT, "I/O Task %d has been completed after %.3f seconds.", id, wait.toNanos() / 1e9);
    }

    public static void main(String[] args) throws InterruptedException {
        System.out.println(simulatedIoTask(1, randomWait(ThreadLocalRandom.current())));
    }
}
