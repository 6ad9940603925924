package structured.taskgroup;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;
import static structured.taskgroup.Trial.difference;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** When forEachDone calls back, and when not. Nothing to write here: these tests judge {@link TaskGroup}. */
@DisplayName("forEachDone: the callbacks")
@ExtendWith(Steps.class)
@Steps.Taught(scope = 1, join = 1, failure = 3)
@TestMethodOrder(Steps.class)
class CallbacksTest {

    private final Patience patience = new Patience();

    /** Filled by the callbacks. A plain list: nothing but their coming one at a time protects it. */
    private final List<Object> results = new ArrayList<>();

    @Test
    @Tag("step-2")
    @DisplayName("each task is run once, and its result is handed over once, be it null or equal to another one")
    void eachOnce() throws Exception {
        for (var input : Extremes.tasks()) {
            var taker = new TrialTaker();
            TaskGroup.forEachDone(input.tasks(), taker);
            taker.assertTook(input.results(), "The results of " + input.name());
        }
        for (var caller : Inputs.callers()) {
            for (var input : Inputs.tasks()) {
                var calls = new AtomicInteger();
                caller.call(() -> {
                    calls.incrementAndGet();
                    var taker = new TrialTaker();
                    TaskGroup.forEachDone(input.tasks(), taker);
                    taker.assertTook(input.results(), "The results of %s, called by %s".formatted(input.name(), caller.name()));
                    return null;
                });
                assertThat(input.runs())
                        .withFailMessage("%s calls by %s with %s ran tasks %s times.", calls, caller.name(), input.name(), input.runs())
                        .hasValue(calls.get() * input.tasks().size());
            }
        }
    }

    @Test
    @Tag("step-2")
    @DisplayName("callbacks come one at a time, and a thousand results leave none out")
    void oneAtATime() throws Exception {
        var inside = new AtomicInteger();
        var overlap = new AtomicBoolean();
        var tasks = IntStream.range(0, 1_000).mapToObj(i -> Executors.callable(() -> {}, i)).toList();
        TaskGroup.forEachDone(tasks, i -> {
            if (inside.incrementAndGet() > 1) {
                overlap.set(true);
            }
            // Now and then: to a busy machine a platform thread yields for milliseconds.
            if (i % 50 == 0) {
                Thread.yield();
            }
            results.add(i);
            inside.decrementAndGet();
        });
        assertThat(overlap).withFailMessage(TrialTaker.OVERLAP).isFalse();
        var different = new HashSet<>(results);
        different.remove(null);
        assertThat(List.of(results.size(), different.size()))
                .withFailMessage("Of 1,000 tasks the callback got %d results, %d different ones.", results.size(), different.size())
                .containsOnly(1_000);
    }

    @Test
    @Tag("step-2")
    @DisplayName("a task, or a callback, that ends with its thread's interrupt set is like any other")
    void interrupted() throws Exception {
        var caller = Thread.currentThread();
        TaskGroup.forEachDone(nCopies(3, () -> { Thread.currentThread().interrupt(); return "done"; }), results::add);
        assertThat(results)
                .withFailMessage("Three tasks set their own thread's interrupt, and succeeded. The callback got %s results.", results.size())
                .hasSize(3);
        results.clear();
        TaskGroup.forEachDone(nCopies(3, () -> "done"), result -> {
            results.add(result);
            if (Thread.currentThread() != caller) {
                Thread.currentThread().interrupt();
            }
        });
        assertThat(results)
                .withFailMessage("Three callbacks set their thread's interrupt, or were to, and %s came.", results.size())
                .hasSize(3);
    }

    @Test
    @Tag("step-2")
    @DisplayName("a call inside a task, or inside a callback, is a call like any other")
    void nested() throws Exception {
        Callable<String> calling = () -> {
            var inner = new ArrayList<>();
            TaskGroup.forEachDone(List.of(() -> "a", () -> "b"), inner::add);
            return inner.size() + " inside a task";
        };
        var whenDone = new Consumer<Object>() {
            @Override
            public void accept(Object result) {
                results.add(result);
                if (result.toString().contains("inside")) {
                    Trial.inACallback(() -> TaskGroup.forEachDone(List.of(() -> "c", () -> "d"), this));
                }
            }
        };
        TaskGroup.<Object>forEachDone(List.of(calling, calling), whenDone);
        var expected = List.of("2 inside a task", "2 inside a task", "c", "d", "c", "d");
        var difference = difference(expected, results);
        assertThat(difference).withFailMessage("The results of calls inside tasks and callbacks: %s", difference).isNull();
    }
}
