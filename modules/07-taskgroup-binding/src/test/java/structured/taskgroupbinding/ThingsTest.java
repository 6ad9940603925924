package structured.taskgroupbinding;

import static org.assertj.core.api.Assertions.assertThat;
import static structured.taskgroupbinding.TaskGroupBinding.MY_THING;
import static structured.taskgroupbinding.TaskGroupBinding.gatherBound;
import static structured.taskgroupbinding.Trial.assertSame;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import structured.taskgroupbinding.TaskGroupBinding.Bound;

/** How gatherBound binds things to tasks. Nothing to write here: these tests judge {@link TaskGroupBinding}. */
@DisplayName("gatherBound: the things")
@ExtendWith(Steps.class)
@Steps.Taught(scope = 1, join = 1, failure = 4, binding = 2)
@TestMethodOrder(Steps.class)
class ThingsTest {

    private final Patience patience = new Patience();

    @Test
    @Tag("step-2")
    @DisplayName("MY_THING is bound while a task runs")
    void boundInTheTask() throws Exception {
        var found = new ConcurrentLinkedQueue<Bound>();
        IntFunction<Callable<String>> task = i -> () -> { found.add(new Bound(MY_THING.orElse("nothing"), "task " + i)); return "done"; };
        gatherBound(List.of(task.apply(1), task.apply(2), task.apply(3)), things("banana", "beer", "banana"));
        assertThat(found.stream().allMatch(each -> each.thing().equals("nothing")))
                .withFailMessage("Three tasks looked into MY_THING, and it was bound in none of them. Bind it inside the fork: "
                        + "what is forked binds MY_THING to its thing, by ScopedValue.where, and calls the task in that.")
                .isFalse();
        assertSame(List.of(new Bound("banana", "task 1"), new Bound("beer", "task 2"), new Bound("banana", "task 3")), found,
                "What three tasks found in MY_THING");
    }

    @Test
    @Tag("step-2")
    @DisplayName("MY_THING is not bound in the caller")
    void unboundInTheCaller() throws Exception {
        var boundWhileChoosing = new ArrayList<Boolean>();
        gatherBound(List.of(() -> "a", () -> "b"), () -> {
            boundWhileChoosing.add(MY_THING.isBound());
            return "wheel";
        });
        assertThat(boundWhileChoosing)
                .withFailMessage("MY_THING was bound in the caller while things were chosen. Bind it inside the fork, where the task runs, and not around the call.")
                .doesNotContain(true);
    }

    @Test
    @Tag("step-3")
    @DisplayName("each task is run once, and its result comes once, with its own thing")
    void eachOnce() throws Exception {
        for (var caller : Inputs.callers()) {
            for (var input : Inputs.tasks()) {
                var calls = new AtomicInteger();
                caller.call(() -> {
                    calls.incrementAndGet();
                    // The first two have the same thing.
                    var things = IntStream.range(0, input.tasks().size()).mapToObj(i -> "thing " + Math.max(1, i)).toList();
                    var expected = IntStream.range(0, things.size())
                            .mapToObj(i -> new Bound(things.get(i), input.results().get(i) == null ? null : input.results().get(i).toString())).toList();
                    var results = gatherBound(Trial.strings(input), things.iterator()::next);
                    assertSame(expected, results, "Of " + input.name() + caller.by());
                    return null;
                });
                input.assertRunIn(calls.get(), caller);
            }
        }
        var things = IntStream.range(0, 10_000).mapToObj(i -> "thing " + i).toList();
        var tasks = IntStream.range(0, 10_000).<Callable<String>>mapToObj(i -> () -> "result " + i).toList();
        var results = gatherBound(tasks, things.iterator()::next);
        assertSame(IntStream.range(0, 10_000).mapToObj(i -> new Bound("thing " + i, "result " + i)).toList(), results,
                "Of ten thousand tasks, each with another thing");
        var slow = Extremes.tasks().getLast();
        assertSame(List.of(new Bound("thing", "at last")), gatherBound(Trial.strings(slow), () -> "thing"), "Of " + slow.name());
    }

    @Test
    @Tag("step-3")
    @DisplayName("each result comes with its own task's thing, also when the tasks end in reverse")
    void eachWithItsOwn() throws Exception {
        var second = new CountDownLatch(1);
        var third = new CountDownLatch(1);
        var results = gatherBound(List.of(
                () -> { patience.await(second); return "first"; },
                () -> { patience.await(third); second.countDown(); return "second"; },
                () -> { third.countDown(); return "third"; }), things("banana", "beer", "wheel"));
        assertSame(List.of(new Bound("banana", "first"), new Bound("beer", "second"), new Bound("wheel", "third")), results,
                "Of tasks that end in reverse");
    }

    @Test
    @Tag("step-3")
    @DisplayName("results come in the order in which the tasks end")
    void completionOrder() throws Exception {
        // Neither that of the tasks, nor its reverse.
        var order = List.of(3, 7, 1, 11, 5, 0, 9, 2, 10, 4, 8, 6);
        var bound = gatherBound(Trial.endingInOrder(order, patience), () -> "book");
        var results = bound == null ? null : bound.stream().map(Bound::result).toList();
        assertThat(results)
                .withFailMessage("Twelve tasks, each of which waited for the thread of another one to end, ended in the order %s. Their results: %s", order, results)
                .isEqualTo(order.stream().map(String::valueOf).toList());
        var early = new Trial.EndingEarly(patience);
        var endedFirst = gatherBound(early.tasks(), early::chooseThing);
        if (early.ended()) {
            assertThat(endedFirst.stream().map(Bound::result))
                    .withFailMessage("While the last of four things was chosen, the third task ended, then the second, and then the first. Their results: %s", endedFirst)
                    .containsExactly("third", "second", "first", "fourth");
        }
    }

    @Test
    @Tag("step-3")
    @DisplayName("a call inside a task is a call like any other, and the task keeps its thing")
    void nested() throws Exception {
        Callable<String> inner = () -> MY_THING.orElse("nothing");
        var came = new ConcurrentLinkedQueue<Bound>();
        Callable<String> outer = () -> {
            var before = MY_THING.orElse("nothing");
            came.addAll(gatherBound(List.of(inner, inner), things("beer", "wheel")));
            return before + ", " + MY_THING.orElse("nothing");
        };
        var things = things("banana", "ball");
        // Whoever chooses may make a call as well.
        var results = gatherBound(List.of(outer, outer), () -> {
            try {
                came.addAll(gatherBound(List.of(inner), things("book")));
            } catch (InterruptedException | ExecutionException e) {
                throw new AssertionError(e);
            }
            return things.get();
        });
        assertSame(List.of(new Bound("beer", "beer"), new Bound("wheel", "wheel"), new Bound("beer", "beer"), new Bound("wheel", "wheel"),
                        new Bound("book", "book"), new Bound("book", "book")), came,
                "Two tasks made a call each, and so did two choices, for tasks that return what they find in MY_THING");
        assertSame(List.of(new Bound("banana", "banana, banana"), new Bound("ball", "ball, ball")), results,
                "What two tasks found in MY_THING before they made a call, and after it");
        TrialIndependence.assertOfTogether(tasks -> gatherBound(tasks, () -> "book"));
        var choosing = new CountDownLatch(2);
        var missing = new AtomicInteger();
        Supplier<String> ofBoth = () -> {
            choosing.countDown();
            try {
                missing.addAndGet(patience.await(choosing));
            } catch (InterruptedException e) {
                throw new AssertionError("Nobody interrupts it.", e);
            }
            return "wheel";
        };
        Inputs.callers().getLast().call(() -> gatherBound(List.of(inner), ofBoth));
        assertThat(missing).withFailMessage("Two threads call at the same time, and each chooses for as long as it takes the other to choose as well. It never did: "
                + "one waits for the other.").hasValue(0);
    }

    private static Supplier<String> things(String... things) {
        return Stream.of(things).iterator()::next;
    }
}
