package structured.considerations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;

/** Calls of gatherWithin that take a tenth of a second, and go on beside whatever tests there are until it is asked what came of them. */
final class TrialLongCalls {

    private static final List<Duration> LONG = List.of(Duration.ofMinutes(1), Duration.ofDays(30), Duration.ofDays(200_000),
            Duration.ofSeconds(Instant.MAX.getEpochSecond()), Duration.ofSeconds(Long.MAX_VALUE), ChronoUnit.FOREVER.getDuration());

    // Both are written by the thread that runs the tests, before any of these.

    /** Calls with each of these timeouts. */
    private static List<FutureTask<List<String>>> inTime;

    /** Calls for a task that sleeps, and how many milliseconds each took to give it up. */
    private static List<FutureTask<Long>> toTheEnd;

    private TrialLongCalls() {}

    static void begin() {
        // So long that whoever asks for the time while it waits has asked once.
        Callable<String> task = () -> { Thread.sleep(110); return "in time"; };
        inTime = LONG.stream().map(timeout -> new FutureTask<>(() -> TrialDeadline.timedOut(List.of(task), timeout))).toList();
        toTheEnd = Stream.generate(() -> new FutureTask<>(TrialLongCalls::millisToTheEnd)).limit(3).toList();
        Stream.concat(inTime.stream(), toTheEnd.stream()).forEach(Thread.ofPlatform().daemon()::start);
    }

    private static long millisToTheEnd() throws Exception {
        // Once before it counts: the first time, when all code is new, takes longer.
        TrialDeadline.timedOut(List.of(new Trial(1).sleeper), Duration.ofMillis(1));
        var start = System.nanoTime();
        TrialDeadline.timedOut(List.of(new Trial(1).sleeper), Duration.ofMillis(100));
        return (System.nanoTime() - start) / 1_000_000;
    }

    /** No timeout is too long: those tasks were in time. */
    static void assertInTime() throws Exception {
        for (int i = 0; i < LONG.size(); i++) {
            TrialResults.assertInOrder("A task takes a moment, and has " + LONG.get(i) + ". The results", List.of("in time"), resultOf(inTime.get(i)));
        }
    }

    /** What is due in a while isn't given up before. */
    static void assertGivenUpInTime() throws Exception {
        // The least of three: a busy machine makes it longer, also what was too short.
        var least = Long.MAX_VALUE;
        for (var call : toTheEnd) {
            least = Math.min(least, call.get());
        }
        assertThat(least).withFailMessage("A task that sleeps was given 100 ms, and gatherWithin gave it up after %d.", least).isGreaterThanOrEqualTo(98);
    }

    /** What came of a call that goes on beside others. */
    static <T> T resultOf(FutureTask<T> call) throws Exception {
        try {
            return call.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AssertionError told) {
                throw told;
            }
            throw e;
        }
    }
}
