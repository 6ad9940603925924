package structured.taskgroupbinding;

import static org.assertj.core.api.Assertions.assertThat;
import static structured.taskgroupbinding.TaskGroupBinding.gatherBound;

import java.io.IOException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who chooses the things, and how often. Nothing to write here: these tests judge {@link TaskGroupBinding}. */
@DisplayName("gatherBound: the choice of things")
@ExtendWith(Steps.class)
@Steps.Taught(scope = 1, join = 1, failure = 4, binding = 2)
@TestMethodOrder(Steps.class)
class ThingsChosenTest {

    private final Patience patience = new Patience();

    @Test
    @Tag("step-1")
    @DisplayName("things are chosen by the caller, one for each task")
    void chosenByTheCaller() throws Exception {
        for (var caller : Inputs.callers()) {
            for (var input : Inputs.tasks()) {
                caller.call(() -> {
                    var calling = Thread.currentThread();
                    var choosers = new ConcurrentLinkedQueue<Thread>();
                    gatherBound(Trial.strings(input), () -> { choosers.add(Thread.currentThread()); return "ball"; });
                    var strangers = choosers.stream().filter(chooser -> chooser != calling).count();
                    assertThat(strangers)
                            .withFailMessage("For %s, %s chosen, %d of them not by the calling thread.", input.name(), things(choosers.size()), strangers)
                            .isZero();
                    assertThat(choosers)
                            .withFailMessage("For %s, %s chosen.", input.name(), things(choosers.size()))
                            .hasSize(input.tasks().size());
                    return null;
                });
            }
        }
    }

    @Test
    @Tag("step-1")
    @DisplayName("what chooseThing throws ends the call, and the tasks that run are cancelled")
    void choosingFails() throws Exception {
        // The last is what an iterator throws that has no more things.
        for (var noMore : Stream.concat(Inputs.failures().stream(), Stream.of(new NoSuchElementException("no more"))).toList()) {
            choosingFails(noMore);
        }
    }

    private void choosingFails(Throwable noMore) {
        var running = new AtomicInteger();
        var slept = new AtomicInteger();
        IntFunction<Callable<String>> sleeper = i -> () -> {
            running.incrementAndGet();
            try {
                patience.sleepUntilInterrupted();
                slept.incrementAndGet();
                return "slept to the end";
            } finally {
                running.decrementAndGet();
            }
        };
        var chosen = new AtomicInteger();
        assertThrows(noMore, "When two tasks slept", List.of(sleeper.apply(1), sleeper.apply(2), sleeper.apply(3)), () -> {
            if (chosen.incrementAndGet() == 3) {
                awaitForAMoment(() -> running.get() == 2);
                ThingsChosenTest.<RuntimeException>throwAny(noMore);
            }
            return "ball";
        });
        var left = running.get();
        assertThat(slept).withFailMessage("chooseThing threw %s, and %s tasks were waited for rather than cancelled.", noMore, slept).hasValue(0);
        assertThat(left).withFailMessage("chooseThing threw %s, gatherBound was over, and %s tasks were not.", noMore, left).isZero();

        var failing = new AtomicReference<Thread>();
        var asked = new AtomicInteger();
        List<Callable<String>> tasks = List.of(() -> { failing.set(Thread.currentThread()); throw new IOException("disk full"); }, () -> "b");
        assertThrows(noMore, "When a task had failed", tasks, () -> {
            if (asked.incrementAndGet() == 2) {
                awaitForAMoment(() -> failing.get() != null && !failing.get().isAlive());
                ThingsChosenTest.<RuntimeException>throwAny(noMore);
            }
            return "wheel";
        });
    }

    /** As a supplier can that isn't written in Java, or by a friend of tricks. */
    @SuppressWarnings("unchecked")
    private static <E extends Throwable> void throwAny(Throwable thrown) throws E {
        throw (E) thrown;
    }

    /** What chooseThing throws, the call throws. */
    private static void assertThrows(Throwable thrown, String when, List<Callable<String>> tasks, Supplier<String> chooseThing) {
        Object came;
        try {
            came = gatherBound(tasks, chooseThing);
        } catch (Throwable e) {
            came = e;
        }
        assertThat(came).withFailMessage("%s, chooseThing threw %s, and gatherBound %s %s.", when, thrown,
                came instanceof Throwable ? "threw" : "returned", came).isSameAs(thrown);
    }

    @Test
    @Tag("step-1")
    @DisplayName("things are chosen to the end, also when a task fails at once")
    void chosenToTheEnd() throws Exception {
        var failing = new AtomicReference<Thread>();
        var chosen = new AtomicInteger();
        try {
            gatherBound(List.of(() -> { failing.set(Thread.currentThread()); throw new IOException("disk full"); }, () -> "b", () -> "c"), () -> {
                if (chosen.incrementAndGet() == 2) {
                    awaitForAMoment(() -> failing.get() != null && !failing.get().isAlive());
                }
                return "wheel";
            });
        } catch (ExecutionException expected) {
            // Whether failures are reported is step 4's.
        }
        assertThat(chosen).withFailMessage("The first of three tasks failed at once, and %s chosen.", things(chosen.get())).hasValue(3);
    }

    private static String things(int number) {
        return number == 1 ? "1 thing was" : number + " things were";
    }

    /** Waits for what happens soon, or not at all if things are chosen before any task is forked: that is right, too. */
    private static void awaitForAMoment(BooleanSupplier happened) {
        for (var end = System.nanoTime() + 50_000_000; System.nanoTime() < end && !happened.getAsBoolean(); ) {
            Thread.yield();
        }
    }
}
