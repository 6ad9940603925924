package structured.gather;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** What a call is tried with once, since it takes longer than {@link Inputs}. Modules that need it have a copy. */
final class Extremes {

    /** Longer than the slices in which somebody may wait. */
    private static final Duration A_WHILE = Duration.ofMillis(2_500);

    private Extremes() {}

    /** Tasks that succeed: some thousands, and one that takes its time. The thread that asks for them is the one that is going to call. */
    static List<Inputs.Tasks> tasks() {
        var runs = new AtomicInteger();
        var numbers = new ArrayList<Object>(IntStream.range(0, 5_000).boxed().toList());
        var many = numbers.stream().<Callable<Object>>map(number -> () -> { runs.incrementAndGet(); return number; }).toList();
        var slowRuns = new AtomicInteger();
        var caller = Thread.currentThread();
        Callable<Object> slow = () -> { slowRuns.incrementAndGet(); takeTime(caller); return "at last"; };
        return List.of(new Inputs.Tasks("five thousand tasks that return their numbers", many, numbers, runs),
                new Inputs.Tasks("a task that takes a while", List.of(slow), List.of("at last"), slowRuns));
    }

    /** Takes a while, if this caller waits by the clock, or goes round in a loop. Where it just waits, there is nothing to wait for. */
    static void takeTime(Thread caller) {
        if (Thread.currentThread() == caller) {
            return;
        }
        for (var end = System.nanoTime() + A_WHILE.toNanos(); System.nanoTime() < end && caller.getState() != Thread.State.WAITING; ) {
            LockSupport.parkNanos(100_000);
        }
    }
}
