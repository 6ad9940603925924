package structured.simulatingio;

import java.time.Duration;
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
     * @param random where the wait is drawn from, and nowhere else, so that a seed can repeat it; any numbers may come,
     *     though not the same one for ever
     * @return the wait, to the millisecond or finer
     */
    public static Duration randomWait(RandomGenerator random) {
        // TODO step 1: draw a number of seconds, and make a Duration of it
        throw new UnsupportedOperationException("randomWait is not written yet");
    }

    /**
     * Waits, and then says so.
     *
     * <p>Python: {@code await sleep(wait)}
     *
     * <p>The calling thread is blocked meanwhile, and any number of others may be: none waits for another one. On a virtual
     * thread that costs next to nothing: its carrier goes on to run others, and no other thread of the system is kept, but
     * for one of the JDK's that may tell the time for all. When the call is over, no thread goes on for it.
     *
     * @param id the task's number, not less than 0
     * @param wait how long to wait at least, whatever happens but an interrupt: to the nanosecond, and up to a century;
     *     not at all if it is zero or negative, down to minus a century
     * @return {@code I/O Task 1 has been completed after 2.222 seconds.}, with the task's own number, and the seconds of
     *     {@code wait} if that isn't negative, with three decimals, rounded or cut off; with digits 0 to 9, a decimal
     *     point, and nothing between thousands, in every locale
     * @throws InterruptedException if the thread is interrupted before the wait is over, or was before the call: the task
     *     is cancelled. Where there is nothing to wait for, it may go unnoticed, and stays set
     */
    public static String simulatedIoTask(int id, Duration wait) throws InterruptedException {
        // TODO step 2: wait, in a way that frees the carrier and heeds interruption
        // TODO step 3: return the sentence
        throw new UnsupportedOperationException("simulatedIoTask is not written yet");
    }

    /** One task. Here it runs in the main thread; the following modules give each task a thread of its own. */
    public static void main(String[] args) throws InterruptedException {
        System.out.println(simulatedIoTask(1, randomWait(ThreadLocalRandom.current())));
    }
}
