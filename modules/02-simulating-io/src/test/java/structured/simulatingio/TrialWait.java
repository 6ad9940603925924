package structured.simulatingio;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.IllegalFormatException;
import java.util.concurrent.CountDownLatch;

/** A single wait: whether it takes its time, and hears an interrupt. */
final class TrialWait {

    /** Less than the shortest sleep of whole milliseconds. */
    private static final Duration NEXT_TO_NOTHING = Duration.ofNanos(900_000);

    /** What is next to nothing so often isn't longer beside it by chance. */
    private static final int OFTEN_ENOUGH = 30;

    /** With what nothing took beside it, a tenth of what a busy machine doesn't make of nothing each time. */
    private static final Duration BUSY_OR_NOT = Duration.ofMillis(3);

    /** Longer than anybody has patience, and not for ever: whoever doesn't hear an interrupt goes on that long. */
    private static final Duration LONG = Duration.ofSeconds(20);

    private static final String BUSY = ("A thread was interrupted in a wait of %s, and went on running: it is busy while it waits, as a loop is that looks at the clock. "
            + "It keeps its carrier, and hears no interrupt.").formatted(LONG);

    private static final String DEAF = "A thread was interrupted in a wait of %s, and went on to wait: it doesn't hear an interrupt.".formatted(LONG);

    /** In nanoseconds, to try again and again. */
    private static final long LONG_ENOUGH = 1_000_000_000;

    /** Of a processor's: a thousand times what right code needs to end. */
    private static final long A_THIRD_OF_A_SECOND = 333_000_000;

    private static volatile boolean wasBusy;

    private TrialWait() {}

    /** Waits. A sentence that can't be put together is another step's matter, but for one that has kept it from waiting. */
    static void of(Duration wait) throws InterruptedException {
        var start = System.nanoTime();
        try {
            SimulatingIo.simulatedIoTask(1, wait);
        } catch (IllegalFormatException e) {
            if (System.nanoTime() - start < wait.toNanos()) {
                throw e;
            }
        }
    }

    /** Waits, which has to take that long, but for this much at most; before each wait something happens in its thread. */
    static void assertWaits(Duration wait, Duration less, String where, Runnable before) throws InterruptedException {
        // The first time takes longer, since all code is new.
        of(Duration.ZERO);
        // A busy machine can make a wait longer, never shorter; but so it can one that was too short. Then it has to wait anew.
        for (int i = 0; i < 6; i++) {
            before.run();
            var took = timed(() -> of(wait));
            // One of two looks at the clock, with that at the deadline in 08.
            assertThat(took).withFailMessage("A wait of %s%s was over after %s.", wait, where, took).isGreaterThanOrEqualTo(wait.minus(less));
            if (took.compareTo(wait.plus(wait.dividedBy(4))) < 0) {
                return;
            }
        }
    }

    /** Doesn't wait: of many times, not each takes what would be a wait. And an interrupt that is not noticed then stays set. */
    static void assertNone(Duration wait) throws Exception {
        var shortest = Duration.ofDays(1);
        var longestBeside = Duration.ZERO;
        var begun = System.nanoTime();
        int times = 0;
        int quickBeside = 0;
        // Once is enough, most often: only the first time, or on a busy machine, it takes longer.
        while (shortest.compareTo(NEXT_TO_NOTHING) > 0 && (times < 3 || quickBeside < OFTEN_ENOUGH && System.nanoTime() - begun < LONG_ENOUGH)) {
            var took = timed(() -> of(wait));
            shortest = took.compareTo(shortest) < 0 ? took : shortest;
            times++;
            var beside = timed(TrialWait::giveWay);
            longestBeside = beside.compareTo(longestBeside) > 0 ? beside : longestBeside;
            quickBeside += beside.compareTo(NEXT_TO_NOTHING) <= 0 ? 1 : 0;
        }
        if (quickBeside >= OFTEN_ENOUGH || shortest.compareTo(longestBeside.plus(BUSY_OR_NOT).multipliedBy(10)) > 0) {
            assertThat(shortest).withFailMessage("A wait of %s is none, and took %s, in the shortest of %d times.", wait, shortest, times)
                    .isLessThanOrEqualTo(NEXT_TO_NOTHING);
        }
        TrialInterruptedCall.assertNoInterruptIsLost("a wait of " + wait, () -> {
            of(wait);
            return "as if nothing had happened";
        });
    }

    /** Lets all others have the processor, as who sleeps for no time does, and another thread in particular. On a busy machine that takes milliseconds, each time. */
    private static void giveWay() throws InterruptedException {
        Thread.sleep(Duration.ZERO);
        Thread.ofPlatform().daemon().start(() -> {}).join();
    }

    private interface Step {
        void take() throws InterruptedException;
    }

    private static Duration timed(Step step) throws InterruptedException {
        var start = System.nanoTime();
        step.take();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** Whatever becomes of the wait then: it has to be over. */
    static void assertInterruptIsHeard() throws InterruptedException {
        var patience = new Patience();
        var begun = new CountDownLatch(1);
        // Of a platform thread it is known how long a processor was busy with it.
        var thread = Thread.ofPlatform().daemon().start(() -> {
            begun.countDown();
            try {
                SimulatingIo.simulatedIoTask(1, LONG);
            } catch (Throwable e) {
                // How it ends is judged where it is interrupted before.
            }
        });
        patience.await(begun);
        // In its wait by then, if it is blocked in there.
        Thread.sleep(2);
        thread.interrupt();
        var times = ManagementFactory.getThreadMXBean();
        var before = times.getThreadCpuTime(thread.threadId());
        while (!thread.join(Duration.ofMillis(20))) {
            wasBusy |= times.getThreadCpuTime(thread.threadId()) - before > A_THIRD_OF_A_SECOND;
            if (wasBusy || patience.isOver()) {
                var told = new AssertionError(wasBusy ? BUSY : DEAF);
                told.setStackTrace(thread.getStackTrace());
                throw told;
            }
        }
    }

    /** So short a wait may be over before anybody looks for the interrupt that came before it, but not each time. */
    static void assertShortOneHearsInterrupt(Duration wait) {
        for (int i = 0; i < 50; i++) {
            Thread.currentThread().interrupt();
            try {
                of(wait);
            } catch (InterruptedException heard) {
                return;
            } finally {
                // Of no use to the rest of the test.
                Thread.interrupted();
            }
        }
        throw new AssertionError("Fifty times a thread was interrupted before a wait of %s, and each time that ended as if it weren't.".formatted(wait));
    }

    /** Thousands of them would keep this machine from all that comes after. */
    static void assertNoneWasBusy() {
        if (wasBusy) {
            throw new AssertionError(BUSY);
        }
    }
}
