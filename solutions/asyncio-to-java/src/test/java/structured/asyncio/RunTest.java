package structured.asyncio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.StructuredTaskScope;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Running code, one thing after another or beside another. */
@DisplayName("run, await, sleep, create_task")
@SuppressWarnings("preview")
class RunTest extends Trial {

    @Test
    @DisplayName("asyncio.run: a scope runs main in a virtual thread, and has its result")
    void run() throws Exception {
        answer("home", () -> Thread.currentThread().isVirtual() ? "virtual" : "platform");
        assertThat(home()).as("the kind of thread that main ran on").isEqualTo("virtual");
    }

    private String home() throws Exception {
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var main = scope.fork(() -> fetch("home"));
            scope.join().throwIfFailed();
            return main.get();
        }
    }

    @Test
    @DisplayName("a forgotten join: the scope throws at its end, and at an early get")
    void forgottenJoin() {
        assertThatThrownBy(this::forgetToJoin).as("the end of a scope without a join").isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(this::getTooEarly).as("a get before the join").isInstanceOf(IllegalStateException.class);
    }

    private void forgetToJoin() {
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            scope.fork(() -> fetch("home"));
        }    // IllegalStateException: no join
    }

    private String getTooEarly() {
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var page = scope.fork(() -> fetch("home"));
            return page.get();
        }
    }

    @Test
    @DisplayName("await in a loop: one after another")
    void loop() throws Exception {
        for (var url : List.of("a", "b", "c")) {
            answer(url, () -> { linger(); return "page " + url; });
        }
        assertThat(inTurn(List.of("a", "b", "c"))).containsExactly("page a", "page b", "page c");
        assertThat(events).containsExactly("start a", "end a", "start b", "end b", "start c", "end c");
    }

    private List<String> inTurn(List<String> urls) throws Exception {
        var pages = new ArrayList<String>();
        for (var url : urls) {
            pages.add(fetch(url));
        }
        return pages;
    }

    @Test
    @DisplayName("asyncio.sleep: a thousand can sleep at once, and an interrupt ends their sleep")
    void sleep() throws Exception {
        var threads = new ConcurrentLinkedQueue<Thread>();
        try (var scope = new StructuredTaskScope<Void>()) {
            for (int i = 0; i < 1_000; i++) {
                scope.fork(() -> {
                    threads.add(Thread.currentThread());
                    return sleepForAMinute();
                });
            }
            assertThat(asleep(threads)).as("how many of 1000 tasks were asleep at once").isEqualTo(1_000);
            scope.shutdown();
            scope.join();
        }
        assertThat(cancelled).as("how many sleeps an interrupt has ended").hasValue(1_000);
    }

    private Void sleepForAMinute() throws InterruptedException {
        try {
            Thread.sleep(Duration.ofSeconds(60));
            return null;
        } catch (InterruptedException e) {
            cancelled.incrementAndGet();
            throw e;
        }
    }

    /** Waits until a thousand threads sleep, but no longer than three seconds, and returns how many do. */
    private static long asleep(ConcurrentLinkedQueue<Thread> threads) throws InterruptedException {
        var giveUp = System.nanoTime() + 3_000_000_000L;
        while (true) {
            var asleep = threads.stream().filter(thread -> thread.getState() == Thread.State.TIMED_WAITING).count();
            if (asleep == 1_000 || System.nanoTime() > giveUp) {
                return asleep;
            }
            Thread.sleep(5);
        }
    }

    @Test
    @DisplayName("create_task: it runs beside the code that has started it, at once")
    void createTask() throws Exception {
        var both = new CountDownLatch(2);
        answer("news", () -> { meet(both); return "some news"; });
        answer("home", () -> { meet(both); return "no place like home"; });
        assertThat(besideEachOther()).isEqualTo("no place like home, some news");
    }

    private String besideEachOther() throws Exception {
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var news = scope.fork(() -> fetch("news"));
            var home = fetch("home");
            scope.join().throwIfFailed();
            return home + ", " + news.get();
        }
    }
}
