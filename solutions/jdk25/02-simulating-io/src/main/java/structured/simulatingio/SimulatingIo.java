package structured.simulatingio;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/** An I/O task without the I/O: like a call to a slow service it does nothing but wait. */
public final class SimulatingIo {

    private SimulatingIo() {}

    /**
     * Draws how long a task waits: at least one second and less than five, all waits being equally likely.
     *
     * <p>Python: {@code uniform(1, 5)}
     *
     * @param random where the wait is drawn from, so that a seed can repeat it
     * @return the wait, to the millisecond or finer
     */
    public static Duration randomWait(RandomGenerator random) {
        return Duration.ofNanos((long) (random.nextDouble(1, 5) * 1e9));
    }

    /**
     * Waits, and then says so.
     *
     * <p>Python: {@code await sleep(wait)}
     *
     * <p>The calling thread is blocked meanwhile. On a virtual thread that costs next to nothing: its carrier goes on
     * to run others.
     *
     * @param id the task's number
     * @param wait how long to wait
     * @return {@code I/O Task 1 has been completed after 2.222 seconds.}, with the task's own numbers, and with digits
     *     0 to 9 and a decimal point in every locale
     * @throws InterruptedException if the thread is interrupted before the wait is over: the task is cancelled
     */
    public static String simulatedIoTask(int id, Duration wait) throws InterruptedException {
        Thread.sleep(wait);
        return String.format(Locale.ROOT, "I/O Task %d has been completed after %.3f seconds.", id, wait.toNanos() / 1e9);
    }

    /** One task. Here it runs in the main thread; the following modules give each task a thread of its own. */
    public static void main(String[] args) throws InterruptedException {
        System.out.println(simulatedIoTask(1, randomWait(ThreadLocalRandom.current())));
    }
}
