package structured.taskgroupbinding;

import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What these tests try gatherBound with, and what they say of what came out. */
final class Trial {

    private Trial() {}

    /** Tasks that end one after the other, in an order of ours: each waits for the thread of the one before it to be over. */
    static List<Callable<String>> endingInOrder(List<Integer> order, Patience patience) {
        var threads = new Thread[order.size()];
        var started = new CountDownLatch(order.size());
        var tasks = new ArrayList<Callable<String>>();
        for (int i = 0; i < order.size(); i++) {
            var number = i;
            var place = order.indexOf(number);
            tasks.add(() -> {
                threads[number] = Thread.currentThread();
                started.countDown();
                patience.await(started);
                var before = place == 0 ? null : threads[order.get(place - 1)];
                if (before != null) {
                    patience.join(before);
                }
                return String.valueOf(number);
            });
        }
        return tasks;
    }

    /** Three tasks that end from the last to the first, while a thing is chosen for a fourth. */
    static final class EndingEarly {
        private final List<Held> held = Stream.of("first", "second", "third").map(Held::new).toList();
        private final Patience patience;

        /** Both of the thread that chooses. */
        private int chosen;
        private int ended;

        EndingEarly(Patience patience) {
            this.patience = patience;
        }

        List<Callable<String>> tasks() {
            return Stream.<Callable<String>>concat(held.stream().map(one -> () -> one.end(patience)), Stream.of(() -> "fourth")).toList();
        }

        String chooseThing() {
            if (++chosen == 4) {
                for (var one : held.reversed()) {
                    one.mayEnd.countDown();
                    ended += one.hasEnded() ? 1 : 0;
                }
            }
            return "ball";
        }

        boolean ended() {
            return ended == held.size();
        }
    }

    /** A task that ends when it may, and the thread in which it has. */
    private record Held(String name, CountDownLatch mayEnd, AtomicReference<Thread> thread) {
        Held(String name) {
            this(name, new CountDownLatch(1), new AtomicReference<>());
        }

        String end(Patience patience) throws InterruptedException {
            patience.await(mayEnd);
            thread.set(Thread.currentThread());
            return name;
        }

        /** Whether it is at its end, and nothing is left for its thread to do. Not so where no task is forked before all things are chosen. */
        boolean hasEnded() {
            var looks = 0;
            for (int i = 0; i < 50 && looks < 3; i++) {
                LockSupport.parkNanos(500_000);
                looks = thread.get() != null && thread.get().getState() != Thread.State.RUNNABLE ? looks + 1 : 0;
            }
            return looks == 3;
        }
    }

    /** Inputs of this module: results are strings, and what was the same task twice still is. */
    static List<Callable<String>> strings(Inputs.Tasks input) {
        var strings = new IdentityHashMap<Callable<Object>, Callable<String>>();
        return input.tasks().stream().map(task -> strings.computeIfAbsent(task, same -> () -> Objects.toString(same.call(), null))).toList();
    }

    /** The cause that a call reports of a task that throws this. */
    static Throwable reportOf(Throwable thrown, List<Callable<String>> tasks) throws Exception {
        return Inputs.reportOf(thrown, () -> {
            var results = TaskGroupBinding.gatherBound(tasks, () -> "book");
            return results == null ? "null" : results.size() + " results";
        });
    }

    /** Fails if what came differs from what should have come, in whatever order, and counts by how much. */
    static void assertSame(Collection<?> expected, Collection<?> came, String what) {
        if (came == null) {
            fail("%s: gatherBound returned null.", what);
        }
        var counts = new HashMap<Object, Integer>();
        expected.forEach(one -> counts.merge(one, 1, Integer::sum));
        came.forEach(one -> counts.merge(one, -1, Integer::sum));
        if (counts.values().stream().anyMatch(count -> count != 0)) {
            throw new AssertionError("%s: %s.%s".formatted(what, inWords(counts, came.size(), expected.size()), isLostByLuck(counts, expected.size())
                    ? " Do tasks that end at the same time add to a list that isn't made for several threads? Such a list loses some." : ""));
        }
    }

    /** Some of many are gone, and nothing came instead but nulls, which such a list has where it made room and wrote nothing. */
    private static boolean isLostByLuck(Map<Object, Integer> counts, int expected) {
        return expected >= 100 && counts.values().stream().anyMatch(count -> count > 0)
                && counts.entrySet().stream().allMatch(one -> one.getValue() >= 0 || one.getKey() == null);
    }

    /** How what came differs from what should have come: "9 came instead of 10: 1 is missing (such as a)". */
    private static String inWords(Map<Object, Integer> counts, int came, int expected) {
        var differences = Stream.of(count(counts, 1, "missing"), count(counts, -1, "too many")).filter(text -> !text.isEmpty()).collect(Collectors.joining(", and "));
        return "%s: %s".formatted(came == expected ? "%d came, as many as should, but not the same ones".formatted(came)
                : "%d came instead of %d".formatted(came, expected), differences);
    }

    /** Those of which there are more, or less, than there should be: "2 are missing (such as a)". */
    private static String count(Map<Object, Integer> counts, int sign, String what) {
        var some = counts.entrySet().stream().filter(one -> one.getValue() * sign > 0).toList();
        var number = some.stream().mapToInt(one -> one.getValue() * sign).sum();
        return some.isEmpty() ? "" : "%d %s %s (such as %s)".formatted(number, number == 1 ? "is" : "are", what, some.getFirst().getKey());
    }
}
