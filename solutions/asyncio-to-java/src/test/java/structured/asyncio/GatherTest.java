package structured.asyncio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Several tasks at once, and what becomes of them when one fails. */
@DisplayName("gather, TaskGroup, exceptions")
@SuppressWarnings("preview")
class GatherTest extends Trial {

    private final CountDownLatch slowIsRunning = new CountDownLatch(1);

    @Test
    @DisplayName("gather: all at once, results in the order of the tasks")
    void gather() throws Exception {
        var all = new CountDownLatch(3);
        for (var url : List.of("a", "b", "c")) {
            answer(url, () -> { meet(all); return "page " + url; });
        }
        assertThat(gather(List.of("a", "b", "c"))).containsExactly("page a", "page b", "page c");
    }

    private List<String> gather(List<String> urls) throws Exception {
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var subtasks = urls.stream().map(url -> scope.fork(() -> fetch(url))).toList();
            scope.join().throwIfFailed();
            return subtasks.stream().map(Subtask::get).toList();
        }
    }

    @Test
    @DisplayName("gather: a failure cancels the others, and arrives as the cause of an ExecutionException")
    void gatherFailure() {
        answerSlowAndBad();
        assertThatThrownBy(() -> gather(List.of("slow", "bad")))
                .isInstanceOf(ExecutionException.class).cause().isInstanceOf(IOException.class).hasMessage("bad");
        assertThat(cancelled).as("how many others were cancelled").hasValue(1);
    }

    @Test
    @DisplayName("filtering results: every second one, once all are there")
    void filter() throws Exception {
        assertThat(everySecond(gather(List.of("a", "b", "c", "d", "e")))).containsExactly("page b", "page d");
    }

    private static List<String> everySecond(List<String> pages) {
        return IntStream.rangeClosed(1, pages.size())
                .filter(i -> i % 2 == 0)
                .mapToObj(i -> pages.get(i - 1))
                .toList();
    }

    @Test
    @DisplayName("return_exceptions=True: a failure cancels nothing, and is a result too")
    void returnExceptions() throws Exception {
        var failed = new CountDownLatch(1);
        answer("bad", () -> { failed.countDown(); throw new IOException("bad"); });
        answer("a", () -> { await(failed); linger(); return "page a"; });
        assertThat(settled(List.of("a", "bad"))).containsExactly("page a", "failed: bad");
    }

    private List<String> settled(List<String> urls) throws InterruptedException {
        try (var scope = new StructuredTaskScope<String>()) {
            var subtasks = urls.stream().map(url -> scope.fork(() -> fetch(url))).toList();
            scope.join();
            return subtasks.stream().map(subtask -> switch (subtask.state()) {
                case SUCCESS -> subtask.get();
                case FAILED -> "failed: " + subtask.exception().getMessage();
                case UNAVAILABLE -> throw new AssertionError("after the join all have ended");
            }).toList();
        }
    }

    @Test
    @DisplayName("TaskGroup: a task may fork into the group, and the group waits for that too")
    void taskGroup() throws Exception {
        answer("sport", () -> { linger(); return "page sport"; });
        assertThat(group()).isEqualTo("page home, page news");
        assertThat(events).contains("end sport");
    }

    private String group() throws Exception {
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var home = scope.fork(() -> fetch("home"));
            var news = scope.fork(() -> {
                scope.fork(() -> fetch("sport"));
                return fetch("news");
            });
            scope.join().throwIfFailed();
            return home.get() + ", " + news.get();
        }
    }

    @Test
    @DisplayName("TaskGroup: an exception in the body cancels the tasks, and leaves as it is")
    void failureInTheBody() {
        answerSlowAndBad();
        assertThatThrownBy(() -> {
            try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
                scope.fork(() -> fetch("slow"));
                fetch("bad");
                scope.join().throwIfFailed();
            }
        }).isInstanceOf(IOException.class).hasMessage("bad");
        assertThat(cancelled).as("how many tasks were cancelled").hasValue(1);
    }

    @Test
    @DisplayName("ExceptionGroup: the scope knows the first failure only, so tasks have to note their own")
    void allFailures() throws Exception {
        answerSlowAndBad();
        answer("slow", () -> {
            slowIsRunning.countDown();
            try {
                return sleepUntilCancelled();
            } catch (InterruptedException e) {
                linger();
                throw new IOException("couldn't tidy up");
            }
        });
        assertThatThrownBy(() -> gather(List.of("slow", "bad")))
                .cause().hasMessage("bad").satisfies(first -> assertThat(first.getSuppressed()).isEmpty());
        assertThat(failuresOf(List.of("slow", "bad"))).extracting(Exception::getMessage)
                .containsExactly("bad", "couldn't tidy up");
    }

    private Collection<Exception> failuresOf(List<String> urls) throws InterruptedException {
        var failures = new ConcurrentLinkedQueue<Exception>();
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            for (var url : urls) {
                scope.fork(() -> {
                    try {
                        return fetch(url);
                    } catch (IOException e) {
                        failures.add(e);
                        throw e;
                    }
                });
            }
            scope.join();
        }
        return failures;    // only now: until the scope is closed, there may come more
    }

    /** Slow sleeps until it is cancelled, and bad fails as soon as slow sleeps. */
    private void answerSlowAndBad() {
        answer("slow", () -> { slowIsRunning.countDown(); return sleepUntilCancelled(); });
        answer("bad", () -> { await(slowIsRunning); throw new IOException("bad"); });
    }
}
