package structured.simulatingio;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a simulated I/O task says. Nothing to write here: these tests judge {@link SimulatingIo}. */
@DisplayName("the sentence of an I/O task")
@ExtendWith(Steps.class)
@Steps.Taught(scope = 2, join = 2, failure = 2, sentence = 3)
@TestMethodOrder(Steps.class)
class SentenceTest {

    private static final Pattern SECONDS = Pattern.compile("after ([0-9]+\\.[0-9]+) seconds");

    @Test
    @Tag("step-3")
    @DisplayName("a task says what it did, with a decimal point in every locale")
    void sentence() throws Exception {
        var before = Locale.getDefault();
        try {
            for (var locale : List.of("en-US", "pt-BR", "ar-EG", "fa-IR", "th-TH-u-nu-thai", "hi-IN-u-nu-deva")) {
                Locale.setDefault(Locale.forLanguageTag(locale));
                // Twenty, since a double prints fewer digits than that: 0.02.
                assertSays(new TrialHurried(), 7, Duration.ofMillis(20), " in the locale " + locale);
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    @Tag("step-3")
    @DisplayName("a task's number is printed digit by digit")
    void number() throws Exception {
        for (var id : List.of(0, 12, 1234, 5_000_000, Integer.MAX_VALUE)) {
            assertSays(new TrialHurried(), id, Duration.ofMillis(1), "");
        }
    }

    @Test
    @Tag("step-3")
    @DisplayName("whole seconds count too")
    void wholeSeconds() throws Exception {
        var hurried = new TrialHurried();
        assertSays(hurried, 12, Duration.ofMillis(1_002), "");
        if (hurried.hurries()) {
            for (var seconds : List.of("4.999", "10.04", "0.9996", "61.5", "59.999999999", "3723.004", "86399.999")) {
                assertSays(hurried, 12, Duration.parse("PT" + seconds + "S"), "");
            }
            // As a double, some are a little less.
            for (int millis = 1_000; millis < 1_200; millis++) {
                assertSays(hurried, 12, Duration.ofMillis(millis), "");
            }
        }
    }

    @Test
    @Tag("step-3")
    @DisplayName("the seconds have three decimals, rounded or cut off")
    void threeDecimals() throws Exception {
        for (var nanos : List.of(0, 1, 400_000, 1_999_999, 2_499_999, 9_876_543)) {
            assertSays(new TrialHurried(), 1, Duration.ofNanos(nanos), "");
        }
    }

    @Test
    @Tag("step-3")
    @DisplayName("each of several tasks at the same time says its own")
    void eachItsOwn() throws Exception {
        var patience = new Patience();
        // One that waits while another one comes and goes. On a busy machine it may have come to its end before that: then it waits for longer.
        var wasThere = false;
        for (int millis = 5; millis <= 320 && !wasThere; millis *= 4) {
            var wait = Duration.ofMillis(millis);
            var said = new FutureTask<>(() -> SimulatingIo.simulatedIoTask(1, wait));
            var thread = Thread.ofVirtual().start(said);
            while (thread.getState() == Thread.State.RUNNABLE && !patience.isOver()) {
                Thread.sleep(1);
            }
            assertSaid(SimulatingIo.simulatedIoTask(2, Duration.ZERO), 2, Duration.ZERO, " while task 1 waits", "");
            wasThere = thread.isAlive();
            assertSaid(said.get(), 1, wait, " during which task 2 was run", "");
        }
    }

    @Test
    @Tag("step-3")
    @DisplayName("what a task says has no digit of what another one says meanwhile")
    void noneOfAnothersDigits() throws Throwable {
        var hurried = new TrialHurried();
        if (!hurried.hurries()) {
            return;
        }
        var before = Locale.getDefault();
        var ofThisProgram = Locale.forLanguageTag("pt-BR");
        Locale.setDefault(ofThisProgram);
        try {
            // One task is held at its first step, at its second, and so on, while another one goes all the way.
            var steps = Integer.MAX_VALUE;
            for (int step = 1; step <= steps; step++) {
                var found = new AtomicReference<>(ofThisProgram);
                var other = new FutureTask<>(() -> {
                    found.set(Locale.getDefault());
                    return hurried.says(2, Duration.ofMillis(22_222));
                });
                var thread = Thread.ofPlatform().daemon().unstarted(other);
                var said = new AtomicReference<String>();
                steps = hurried.heldAt(step, () -> said.set(hurried.says(1, Duration.ofMillis(1_111))), thread);
                assertSaid(said.get(), 1, Duration.ofMillis(1_111), " while task 2 says its own", "");
                if (thread.getState() != Thread.State.NEW) {
                    assertSaid(other.get(), 2, Duration.ofMillis(22_222), " while task 1 says its own", "");
                }
                assertThat(found).withFailMessage("While a task says its own, the locale of the whole program is \"%s\" instead of %s. Others print by it: "
                        + "hand a locale over instead.", found, ofThisProgram).hasValue(ofThisProgram);
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    private static void assertSays(TrialHurried hurried, int id, Duration wait, String where) throws Exception {
        var said = hurried.says(id, wait);
        assertSaid(said, id, wait, where, hint(String.valueOf(said), wait));
    }

    /** For who says how long it took. */
    private static String hint(String said, Duration wait) {
        var seconds = SECONDS.matcher(said);
        var late = seconds.find() ? new BigDecimal(seconds.group(1)).movePointRight(3).longValue() - wait.toMillis() : 0;
        return late < TrialHurried.OVERSLEPT.toMillis() ? ""
                : " (In this test sleeps take %d ms longer than they should. What counts is the wait that the task is given.)".formatted(TrialHurried.OVERSLEPT.toMillis());
    }

    private static void assertSaid(String said, int id, Duration wait, String where, String hint) {
        var seconds = BigDecimal.valueOf(wait.toNanos(), 9);
        var right = Stream.of(RoundingMode.HALF_UP, RoundingMode.DOWN)
                .map(mode -> "I/O Task " + id + " has been completed after " + seconds.setScale(3, mode).toPlainString() + " seconds.").toList();
        // No format string: it would print by the locale that is tried.
        assertThat(said)
                .withFailMessage(() -> "Task " + id + ", with a wait of " + seconds.stripTrailingZeros().toPlainString() + " seconds" + where + ", says: " + said
                        + " It should say: " + right.getFirst() + hint)
                .isIn(right);
    }
}
