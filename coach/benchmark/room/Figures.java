import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** What is counted while the room works, by all of its threads, and how far it is. */
final class Figures {

    final List<Long> toPage = Collections.synchronizedList(new ArrayList<>());
    final List<Long> answers = Collections.synchronizedList(new ArrayList<>());
    final AtomicInteger said = new AtomicInteger();
    final AtomicInteger failed = new AtomicInteger();
    final AtomicInteger hostile = new AtomicInteger();
    final AtomicInteger hostileTaken = new AtomicInteger();
    final AtomicInteger events = new AtomicInteger();
    final AtomicLong largest = new AtomicLong();

    /** Nanoseconds; what was said when the board was away comes later than any limit. */
    volatile long downFrom = Long.MAX_VALUE;
    volatile long upAgain = Long.MAX_VALUE;

    /** No more verdicts. */
    volatile boolean over;
    volatile boolean ended;

    /** How many messages a second there were since that time. */
    String said(long since) {
        return "%.0f messages a second, %d failed".formatted(said.get() / ((System.nanoTime() - since) / 1e9), failed.getAndSet(0));
    }

    /** Prints how long something took, and gives what 99 of a hundred took at most. */
    static long tell(String what, List<Long> nanos) {
        var sorted = new ArrayList<>(nanos);
        Collections.sort(sorted);
        var p99 = sorted.get((int) (sorted.size() * 0.99)) / 1_000_000;
        System.out.printf("%s, milliseconds: p50 %d, p95 %d, p99 %d, max %d, of %d%n", what, sorted.get(sorted.size() / 2) / 1_000_000,
                sorted.get((int) (sorted.size() * 0.95)) / 1_000_000, p99, sorted.getLast() / 1_000_000, sorted.size());
        return p99;
    }
}
