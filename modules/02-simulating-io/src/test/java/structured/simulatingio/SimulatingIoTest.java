package structured.simulatingio;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a simulated I/O task promises. Nothing to write here: these tests judge {@link SimulatingIo}. */
@DisplayName("simulating I/O")
@ExtendWith(Steps.class)
@TestMethodOrder(Steps.class)
class SimulatingIoTest {

    private static final Duration A_DAY = Duration.ofDays(1);

    @Test
    @Tag("step-1")
    @DisplayName("a random wait is at least one second and less than five")
    void waitsAreInRange() {
        var outside = waits(new Random(1), 10_000).stream()
                .filter(wait -> wait == null || wait.toSeconds() < 1 || wait.toSeconds() >= 5).limit(3).toList();
        assertThat(outside).as("waits that are shorter than one second or not shorter than five, the first three of 10,000").isEmpty();
    }

    @Test
    @Tag("step-1")
    @DisplayName("random waits are spread evenly over these four seconds")
    void waitsAreSpreadEvenly() {
        // 10,000 waits in 16 quarters of a second: 625 each, give or take 24, if all waits are equally likely.
        var quarters = new int[32];
        for (var wait : waits(new Random(2), 10_000)) {
            quarters[Math.clamp(wait.toMillis() / 250, 0, 31)]++;
        }
        for (int quarter = 4; quarter < 20; quarter++) {
            assertThat(quarters[quarter])
                    .withFailMessage("Of 10,000 waits, %d lie between %s and %s; about 625 should.", quarters[quarter],
                            Duration.ofMillis(quarter * 250L), Duration.ofMillis(quarter * 250L + 250))
                    .isBetween(500, 750);
        }
    }

    @Test
    @Tag("step-1")
    @DisplayName("the same generator draws the same waits again")
    void waitsComeFromTheGivenGenerator() {
        assertThat(waits(new Random(3), 100))
                .withFailMessage("Two generators with the same seed drew different waits, so it is not they who draw.")
                .isEqualTo(waits(new Random(3), 100));
    }

    @Test
    @Tag("step-2")
    @DisplayName("a task waits at least as long as it says")
    void waits() throws InterruptedException {
        var start = System.nanoTime();
        SimulatingIo.simulatedIoTask(1, Duration.ofMillis(120));
        var took = Duration.ofNanos(System.nanoTime() - start);
        // One of two looks at the clock, with that at the deadline in 08. A busy machine can make a wait longer, never shorter.
        assertThat(took).as("what a wait of 120 ms took").isGreaterThanOrEqualTo(Duration.ofMillis(120));
    }

    @Test
    @Tag("step-2")
    @DisplayName("interrupting a task ends its wait with an InterruptedException")
    void interruption() {
        Thread.currentThread().interrupt();
        try {
            fail("The task was interrupted, and it returned: " + SimulatingIo.simulatedIoTask(1, A_DAY));
        } catch (InterruptedException expected) {
            // As it should: whoever cancels a task wants to know that it has stopped.
        }
    }

    @Test
    @Tag("step-2")
    @DisplayName("ten thousand virtual threads wait at the same time")
    void tenThousandWaitAtOnce() throws Throwable {
        var deadline = System.nanoTime() + SECONDS.toNanos(3);
        var interrupted = new AtomicInteger();
        var failure = new AtomicReference<Throwable>();
        var threads = Stream.generate(() -> Thread.ofVirtual().start(() -> {
            try {
                SimulatingIo.simulatedIoTask(1, A_DAY);
            } catch (InterruptedException expected) {
                interrupted.incrementAndGet();
            } catch (Throwable e) {
                failure.set(e);
            }
        })).limit(10_000).toList();
        var waiting = waitingBy(deadline, threads);
        threads.forEach(Thread::interrupt);
        for (var thread : threads) {
            // A second more for these, on a machine that was busy so far.
            thread.join(Duration.ofNanos(deadline + SECONDS.toNanos(1) - System.nanoTime()));
        }
        if (failure.get() != null) {
            throw failure.get();
        }
        assertThat(waiting)
                .withFailMessage("10,000 virtual threads were started, and %d got as far as their wait: "
                        + "the others never had a carrier to run on.", waiting)
                .isEqualTo(10_000);
        assertThat(interrupted)
                .withFailMessage("10,000 threads were interrupted in their wait, and in %s of them "
                        + "it ended with an InterruptedException.", interrupted)
                .hasValue(10_000);
    }

    @ParameterizedTest(name = "in the locale {0}")
    @Tag("step-3")
    @DisplayName("a task says what it did, with a decimal point in every locale")
    @ValueSource(strings = {"en-US", "pt-BR", "ar-EG"})
    void sentence(String locale) throws InterruptedException {
        var before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag(locale));
        try {
            // Twenty, since a double prints fewer digits than that: 0.02.
            assertThat(SimulatingIo.simulatedIoTask(7, Duration.ofMillis(20)))
                    .isEqualTo("I/O Task 7 has been completed after 0.020 seconds.");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    @Tag("step-3")
    @DisplayName("whole seconds count too")
    void wholeSeconds() throws InterruptedException {
        assertThat(SimulatingIo.simulatedIoTask(12, Duration.ofMillis(1_002)))
                .isEqualTo("I/O Task 12 has been completed after 1.002 seconds.");
    }

    private static List<Duration> waits(Random random, int count) {
        return Stream.generate(() -> SimulatingIo.randomWait(random)).limit(count).toList();
    }

    private static long waitingBy(long deadline, List<Thread> threads) throws InterruptedException {
        while (true) {
            var waiting = threads.stream().filter(thread -> switch (thread.getState()) {
                case WAITING, TIMED_WAITING -> true;
                default -> false;
            }).count();
            var ended = threads.stream().anyMatch(thread -> !thread.isAlive());
            if (waiting == threads.size() || ended || System.nanoTime() > deadline) {
                return waiting;
            }
            Thread.sleep(5);
        }
    }
}
