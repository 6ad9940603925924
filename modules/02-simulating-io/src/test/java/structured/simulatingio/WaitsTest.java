package structured.simulatingio;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** What waits promise that are short, or that others wait beside. Nothing to write here: these tests judge {@link SimulatingIo}. */
@DisplayName("waits, short ones and several")
@ExtendWith(Steps.class)
@Steps.Taught(scope = 2, join = 2, failure = 2, sentence = 3)
@TestMethodOrder(Steps.class)
class WaitsTest {

    private final Patience patience = new Patience();

    @Test
    @Tag("step-2")
    @DisplayName("a task waits to the nanosecond")
    void toTheNanosecond() throws Exception {
        TrialSideBySide.of(Inputs.callers(), caller -> {
            for (var nanos : new long[] {999_999, 1_999_999, 9_000_000}) {
                caller.call(() -> {
                    TrialWait.assertWaits(Duration.ofNanos(nanos), Duration.ZERO, " beside others", () -> {});
                    return null;
                });
            }
        });
        var hurried = new TrialHurried();
        if (hurried.hurries()) {
            // Most milliseconds are no sum of halves, quarters, eighths and so on: as a double, some are a little less.
            for (int millis = 1_000; millis < 1_200; millis++) {
                assertWaits(hurried, Duration.ofMillis(millis));
            }
            for (var seconds : List.of("2.002", "4.999999999", "4.35", "61.001000001", "86399.999")) {
                assertWaits(hurried, Duration.parse("PT" + seconds + "S"));
            }
        }
    }

    private static void assertWaits(TrialHurried hurried, Duration wait) throws Exception {
        var waits = hurried.waits(wait);
        assertThat(waits).withFailMessage("A wait of %s would be over after %s.", wait, waits).isGreaterThanOrEqualTo(wait);
    }

    @Test
    @Tag("step-2")
    @DisplayName("each of several that wait at the same time waits for its own time")
    void eachForItsOwn() throws Exception {
        // What an interrupted one may leave behind is none of the others' business. It would be over by the time when they are.
        var interrupted = start(Duration.ofMillis(2));
        interrupted.thread.interrupt();
        patience.join(interrupted.thread);
        // On a busy machine the first may be over before the others begin: then it is tried with more time.
        var together = false;
        for (int millis = 10; millis <= 640 && !together; millis *= 4) {
            var begun = System.nanoTime();
            var waiting = List.of(start(Duration.ofMillis(millis)), start(Duration.ofMillis(2)), start(Duration.ofMillis(millis / 2)));
            together = System.nanoTime() - begun < Duration.ofMillis(millis / 2).toNanos();
            for (var one : waiting) {
                var took = one.took.get();
                assertThat(took)
                        .withFailMessage("Three threads waited at the same time, and a wait of %s was over after %s: who waits gets another one's time.", one.due, took)
                        .isGreaterThanOrEqualTo(one.due);
            }
        }
    }

    @Test
    @Tag("step-2")
    @DisplayName("a short wait blocks its thread, too")
    void shortOnes() throws Exception {
        TrialWait.of(Duration.ofMillis(1));
        TrialSideBySide.all(() -> assertBlocks(6, 1), () -> assertBlocks(12, 2));
    }

    /** Waits, in so many threads at the same time, until two of the waits have been blocked. */
    private static void assertBlocks(int millis, int threads) throws Exception {
        var wait = Duration.ofMillis(millis);
        var blocked = new AtomicInteger();
        var busy = new AtomicInteger();
        // Not one alone: in one of them it may have compiled, or been compiled, or nobody may have come to look at it. So it may in all that wait at the same time.
        for (int i = 0; i < 30 && blocked.get() < 2 && busy.get() <= threads; i++) {
            TrialSideBySide.of(nCopies(threads, wait), one -> lookAt(one, blocked, busy));
        }
        assertThat(busy)
                .withFailMessage("In a wait of %s its thread was busy: it goes round in a loop instead of being blocked, and keeps its carrier from others.", wait)
                .hasValueLessThanOrEqualTo(threads);
    }

    private static void lookAt(Duration wait, AtomicInteger blocked, AtomicInteger busy) throws InterruptedException {
        var times = ManagementFactory.getThreadMXBean();
        var look = new Look(Thread.currentThread());
        var before = times.getCurrentThreadCpuTime();
        TrialWait.of(wait);
        var worked = times.getCurrentThreadCpuTime() - before;
        look.end();
        // Before it waits, and after that, it is running. In a longer wait it may be blocked first, and then go round.
        if (look.blocked == 0 ? look.running >= 5 && worked > wait.toNanos() / 12 : wait.toMillis() >= 12 && worked > wait.toNanos() / 4) {
            busy.incrementAndGet();
        } else if (look.blocked > 0) {
            blocked.incrementAndGet();
        }
    }

    /** Somebody who looks, again and again, at what a thread does. However busy the machine is, who is blocked isn't running. */
    private static final class Look {

        /** How often it was seen so. Of the thread that looks, until that is over. */
        private int running;
        private int blocked;
        private volatile boolean over;
        private final Thread looking;

        Look(Thread at) {
            looking = Thread.ofPlatform().daemon().start(() -> {
                while (!over) {
                    if (at.getState() == Thread.State.RUNNABLE) {
                        running++;
                    } else {
                        blocked++;
                    }
                    LockSupport.parkNanos(200_000);
                }
            });
        }

        void end() throws InterruptedException {
            over = true;
            looking.join();
        }
    }

    /** A thread that waits, or is through; and how long that took, as soon as it is. */
    private record Waiting(Duration due, Thread thread, FutureTask<Duration> took) {}

    /** Returns when it is in its wait. */
    private Waiting start(Duration wait) throws InterruptedException {
        var took = new FutureTask<>(() -> {
            var start = System.nanoTime();
            TrialWait.of(wait);
            return Duration.ofNanos(System.nanoTime() - start);
        });
        var thread = Thread.ofVirtual().start(took);
        while (thread.getState() == Thread.State.RUNNABLE && !patience.isOver()) {
            Thread.sleep(0, 100_000);
        }
        return new Waiting(wait, thread, took);
    }
}
