package structured.simulatingio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a random wait promises. Nothing to write here: these tests judge {@link SimulatingIo}. */
@DisplayName("a random wait")
@ExtendWith(Steps.class)
@Steps.Taught(scope = 2, join = 2, failure = 2, sentence = 3)
@TestMethodOrder(Steps.class)
class RandomWaitTest {

    /** How many of 100,000 waits fell on each of the 4,000 milliseconds, once they have been drawn. Of the thread that runs the tests. */
    private static int[] drawn;

    @Test
    @Tag("step-1")
    @DisplayName("a random wait is at least one second and less than five")
    void waitsAreInRange() {
        assertInRange("random numbers", new Random(1), 10_000);
        inALocaleOfOtherDigits(() -> assertInRange("random numbers, where digits are others than 0 to 9", new Random(1), 20));
        // The ends of what nextLong, nextInt, nextDouble and nextFloat can come up with.
        LongStream.of(0, -1, Long.MIN_VALUE, Long.MAX_VALUE, 0xFFFF_FFFFL, ~0xFFFF_FFFFL).forEach(number ->
                assertInRange("numbers that begin with a hundred times %016X".formatted(number), beginningWith(number), 120));
        // A Random puts all of its numbers together from those of next.
        for (int bits : List.of(0, -1)) {
            assertInRange("a Random whose numbers begin with two hundred times %08X".formatted(bits), new Beginning(bits), 120);
        }
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
        // None comes three times as often, either.
        int most = IntStream.range(0, waits.length).reduce(0, (one, other) -> waits[other] > waits[one] ? other : one);
        assertThat(waits[most])
                .withFailMessage("Of 100,000 waits, %d fell on %s; about 25 should.", waits[most], Duration.ofMillis(1_000 + most)).isLessThan(90);
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
            var one = new Random(3);
            var before = waits(one, draws);
            one.setSeed(3);
            var after = waits(one, draws);
            assertThat(after)
                    .withFailMessage("A generator was given its seed anew, and didn't draw the same again: first %s, then %s.", before.getFirst(), after.getFirst())
                    .isEqualTo(before);
        }
        // Some can be copied, split or made to jump, and all of them have to be drawn from themselves.
        for (var kind : List.of("Random", "SplittableRandom", "Xoshiro256PlusPlus", "L64X128MixRandom")) {
            var different = waits(RandomGenerator.of(kind), 20).stream().distinct().count();
            assertThat(different).withFailMessage("Of 20 waits drawn from the same %s, one after another, %d are different.", kind, different).isGreaterThan(15);
        }
    }

    private static void assertInRange(String which, RandomGenerator random, int count) {
        // One assertion for all: ten thousand would take longer than the draws.
        var outside = waits(random, count).stream().filter(RandomWaitTest::isOutside).limit(1).toList();
        assertThat(outside)
                .withFailMessage("Drawn from %s, a wait was %s; it is to be at least one second and less than five.", which, outside.isEmpty() ? "" : outside.get(0))
                .isEmpty();
    }

    private static boolean isOutside(Duration wait) {
        return wait == null || wait.compareTo(Duration.ofSeconds(1)) < 0 || wait.compareTo(Duration.ofSeconds(5)) >= 0;
    }

    private static void inALocaleOfOtherDigits(Runnable trial) {
        var before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG"));
        try {
            trial.run();
        } catch (RuntimeException e) {
            throw new AssertionError("In a locale where digits are others than 0 to 9, a draw threw " + e, e);
        } finally {
            Locale.setDefault(before);
        }
    }

    /** Some ways to draw refuse a number, and ask for the next. */
    private static RandomGenerator beginningWith(long number) {
        var rest = new SplittableRandom(4);
        var left = new AtomicInteger(100);
        return () -> left.getAndDecrement() > 0 ? number : rest.nextLong();
    }

    private static final class Beginning extends Random {
        private static final long serialVersionUID = 1;

        private final int bits;
        private int left = 200;

        Beginning(int bits) {
            super(4);
            this.bits = bits;
        }

        @Override
        protected int next(int number) {
            return left-- > 0 ? bits >>> (32 - number) : super.next(number);
        }
    }

    private static List<Duration> waits(RandomGenerator random, int count) {
        return Stream.generate(() -> SimulatingIo.randomWait(random)).limit(count).toList();
    }

    /** How many of 100,000 waits lie in each of these parts of the four seconds; those outside aren't counted. */
    private static int[] countByMillis(int millisOfAPart) {
        var counts = new int[4_000 / millisOfAPart];
        for (int millis = 0; millis < 4_000; millis++) {
            counts[millis / millisOfAPart] += drawn()[millis];
        }
        return counts;
    }

    private static int[] drawn() {
        if (drawn == null) {
            var counts = new int[4_000];
            var random = new Random(2);
            for (int i = 0; i < 100_000; i++) {
                var millis = SimulatingIo.randomWait(random).toMillis() - 1_000;
                if (millis >= 0 && millis < counts.length) {
                    counts[(int) millis]++;
                }
            }
            drawn = counts;
        }
        return drawn;
    }
}
