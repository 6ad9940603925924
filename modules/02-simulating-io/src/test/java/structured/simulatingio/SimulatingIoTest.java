package structured.simulatingio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a random wait and waiting promise. Nothing to write here: these tests judge {@link SimulatingIo}. */
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
    @Tag("step-1")
    @DisplayName("a random wait is at least one second and less than five")
    void waitsAreInRange() {
        assertInRange("random numbers", new Random(1), 10_000);
        // The ends of what nextLong, nextInt, nextDouble and nextFloat can come up with.
        LongStream.of(0, -1, Long.MIN_VALUE, Long.MAX_VALUE, 0xFFFF_FFFFL, ~0xFFFF_FFFFL).forEach(number ->
                assertInRange("numbers that begin with eight times %016X".formatted(number), beginningWith(number), 20));
    }

    @Test
    @Tag("step-1")
    @DisplayName("random waits are spread evenly over these four seconds")
    void waitsAreSpreadEvenly() {
        // 100,000 waits in 160 parts of 25 ms: 625 each, give or take 25, if all waits are equally likely.
        var waits = countByMillis(25);
        for (int part = 0; part < waits.length; part++) {
            assertThat(waits[part])
                    .withFailMessage("Of 100,000 waits, %d lie between %s and %s; about 625 should.", waits[part],
                            Duration.ofMillis(1_000 + part * 25), Duration.ofMillis(1_025 + part * 25))
                    .isBetween(475, 775);
        }
    }

    @Test
    @Tag("step-1")
    @DisplayName("a random wait may be any of the 4,000 milliseconds")
    void toTheMillisecond() {
        var waits = countByMillis(1);
        var never = LongStream.range(0, waits.length).filter(millis -> waits[(int) millis] == 0).toArray();
        // Each comes 25 times on the average; one that is missing is no accident.
        assertThat(never.length)
                .withFailMessage(() -> "Of 100,000 waits, none fell on %s. So it is for %d of the 4,000 milliseconds from one second to five."
                        .formatted(Duration.ofMillis(1_000 + never[0]), never.length))
                .isZero();
    }

    @Test
    @Tag("step-1")
    @DisplayName("the same generator draws the same waits again")
    void waitsComeFromTheGivenGenerator() {
        // What one draw leaves over is none of the next generator's.
        for (int draws : List.of(1, 2, 3, 100)) {
            assertThat(waits(new Random(3), draws))
                    .withFailMessage("Two generators with the same seed drew different waits, so it is not they who draw, or not they alone.")
                    .isEqualTo(waits(new Random(3), draws));
        }
    }

    @Test
    @Tag("step-2")
    @DisplayName("a task waits at least as long as it says")
    void waits() throws Exception {
        TrialSideBySide.of(Inputs.callers(), caller -> caller.call(() -> {
            // What a clock of whole milliseconds leaves out is another test's.
            TrialWait.assertWaits(Duration.ofMillis(20), Duration.ofMillis(1), " beside others", () -> {});
            return null;
        }));
    }

    @Test
    @Tag("step-2")
    @DisplayName("interrupting a task ends its wait with an InterruptedException")
    void interruption() throws Exception {
        TrialWait.assertInterruptIsHeard();
        TrialWait.assertShortOneHearsInterrupt();
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
            crowd.unpark();
            crowd.start(9_900);
            crowd.assertAllWait();
            crowd.assertNoPlatformThreadsAreKept();
            crowd.assertOneMoreComesThrough();
            crowd.assertInterruptEndsAllWaits();
        }
    }

    private static void assertInRange(String which, RandomGenerator random, int count) {
        for (var wait : waits(random, count)) {
            assertThat(wait)
                    .withFailMessage("Drawn from %s, a wait was %s; it is to be at least one second and less than five.", which, wait)
                    .isNotNull().isGreaterThanOrEqualTo(Duration.ofSeconds(1)).isLessThan(Duration.ofSeconds(5));
        }
    }

    /** Some ways to draw refuse a number, and ask for the next. */
    private static RandomGenerator beginningWith(long number) {
        var rest = new SplittableRandom(4);
        var left = new AtomicInteger(8);
        return () -> left.getAndDecrement() > 0 ? number : rest.nextLong();
    }

    private static List<Duration> waits(RandomGenerator random, int count) {
        return Stream.generate(() -> SimulatingIo.randomWait(random)).limit(count).toList();
    }

    /** How many of 100,000 waits lie in each part of the four seconds; those outside aren't counted. */
    private static int[] countByMillis(int millisOfAPart) {
        var counts = new int[4_000 / millisOfAPart];
        var random = new Random(2);
        for (int i = 0; i < 100_000; i++) {
            var part = SimulatingIo.randomWait(random).minusSeconds(1).toMillis() / millisOfAPart;
            if (part >= 0 && part < counts.length) {
                counts[(int) part]++;
            }
        }
        return counts;
    }
}
