package structured.simulatingio;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** What waiting promises. Nothing to write here: these tests judge {@link SimulatingIo}. */
@DisplayName("simulating I/O")
@ExtendWith(Steps.class)
@Steps.Taught(scope = 2, join = 2, failure = 2, sentence = 3)
@TestMethodOrder(Steps.class)
class SimulatingIoTest {

    private static final Duration A_DAY = Duration.ofDays(1);
    private static final Duration A_CENTURY = Duration.ofDays(36_525);

    @BeforeAll
    static void beforeAnyWait() {
        Trial.countPlatformThreads();
    }

    @Test
    @Tag("step-2")
    @DisplayName("a task waits at least as long as it says")
    void waits() throws Exception {
        TrialSideBySide.of(Inputs.callers(), caller -> caller.call(() -> {
            // What a clock of whole milliseconds leaves out is another test's.
            TrialWait.assertWaits(Duration.ofMillis(12), Duration.ofMillis(1), " beside others", () -> {});
            return null;
        }));
    }

    @Test
    @Tag("step-2")
    @DisplayName("interrupting a task ends its wait with an InterruptedException")
    void interruption() throws Exception {
        TrialWait.assertInterruptIsHeard();
        TrialWait.assertShortOneHearsInterrupt(Duration.ofNanos(900_000));
        TrialWait.assertShortOneHearsInterrupt(Duration.ofNanos(900));
        for (var caller : Inputs.callers()) {
            for (var wait : List.of(Duration.ofMinutes(1), A_DAY, A_CENTURY)) {
                caller.call(() -> {
                    TrialInterruptedCall.callInterrupted(() -> SimulatingIo.simulatedIoTask(1, wait));
                    return null;
                });
            }
        }
    }

    @Test
    @Tag("step-2")
    @DisplayName("a wait of zero or less is none")
    void noWait() throws Exception {
        for (var caller : Inputs.callers()) {
            for (var wait : List.of(Duration.ZERO, Duration.ofNanos(-1), Duration.ofMillis(-1_001), A_DAY.negated(), A_CENTURY.negated())) {
                caller.call(() -> {
                    TrialWait.assertNone(wait);
                    return null;
                });
            }
        }
    }

    @Test
    @Tag("step-2")
    @DisplayName("only an interrupt ends a wait early")
    void strayUnpark() throws Exception {
        TrialSideBySide.of(Inputs.callers(), caller -> caller.call(() -> {
            TrialWait.assertWaits(Duration.ofMillis(5), Duration.ofMillis(1), " in a thread that somebody had unparked before",
                    () -> LockSupport.unpark(Thread.currentThread()));
            return null;
        }));
    }

    @Test
    @Tag("step-2")
    @DisplayName("ten thousand virtual threads wait at the same time")
    void tenThousandWaitAtOnce() throws Exception {
        TrialWait.assertNoneWasBusy();
        try (var crowd = new Trial(A_CENTURY)) {
            crowd.start(100);
            crowd.assertAllWait();
            crowd.assertNoPlatformThreadsAreKept();
            // More than once: who goes on after the first has one more to wait for.
            for (int i = 0; i < 4; i++) {
                crowd.unpark();
                crowd.assertAllWait();
            }
            crowd.start(9_900);
            crowd.assertAllWait();
            crowd.assertNoPlatformThreadsAreKept();
            crowd.assertOneMoreComesThrough();
            crowd.assertInterruptEndsAllWaits();
        }
    }
}
