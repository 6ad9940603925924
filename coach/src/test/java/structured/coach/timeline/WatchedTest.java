package structured.coach.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import structured.coach.timeline.Task.Ending;

@DisplayName("a program that is watched")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class WatchedTest {

    @TempDir
    private Path folder;

    @Test
    @DisplayName("is drawn with each task below the one that forked it, in the order of the forks")
    void nested() throws Exception {
        var timeline = Trial.timeline(folder, """
                try (var scope = new StructuredTaskScope<Object>()) {
                    for (int i = 0; i < 2; i++) {
                        scope.fork(() -> {
                            try (var inner = new StructuredTaskScope.ShutdownOnFailure()) {
                                inner.fork(() -> { Thread.sleep(100); return null; });
                                inner.fork(() -> { Thread.sleep(300); return null; });
                                inner.join();
                                return null;
                            }
                        });
                        Thread.sleep(100);
                    }
                    scope.join();
                }
                """);
        assertThat(timeline.tasks()).extracting(Task::name).containsExactly("task 1", "task 1.1", "task 1.2", "task 2", "task 2.1", "task 2.2");
        assertThat(timeline.tasks()).extracting(Task::depth).containsExactly(0, 1, 1, 0, 1, 1);
        assertThat(timeline.tasks().getFirst().spans()).as("waits for what it has forked").anySatisfy(span -> {
            assertThat(span.state()).isEqualTo(State.OTHERS);
            assertThat(span.to() - span.from()).isGreaterThan(200_000_000);
        });
        assertThat(timeline.totals().addsUp()).isFalse();
    }

    @Test
    @DisplayName("tells of each wait for another task, called as it may be, and of one that is cut short")
    void waits() throws Exception {
        var timeline = Trial.timeline(folder, """
                var lock = new java.util.concurrent.locks.ReentrantLock();
                var queue = new ArrayBlockingQueue<Object>(1);
                var latch = new CountDownLatch(1);
                Semaphore semaphore = new Semaphore(0);
                Callable<Object> take = queue::take;
                lock.lock();
                try (var scope = new StructuredTaskScope<Object>() { @Override public StructuredTaskScope<Object> join() throws InterruptedException { super.join(); return this; } }) {
                    scope.fork(() -> { lock.lockInterruptibly(); lock.unlock(); return null; });
                    scope.fork(() -> take.call());
                    scope.fork(() -> latch.await(1L, TimeUnit.DAYS));
                    scope.fork(() -> { semaphore.acquire(); return null; });
                    scope.fork(() -> { var child = Thread.ofVirtual().start(() -> { try { Thread.sleep(300); } catch (InterruptedException e) { } }); child.join(); return null; });
                    Thread.sleep(300);
                    lock.unlock();
                    latch.countDown();
                    queue.put("element");
                    Thread.sleep(100);
                    scope.shutdown();
                    scope.join();
                }
                """);
        var forked = timeline.tasks().stream().filter(task -> task.depth() == 0).toList();
        assertThat(forked).hasSize(5).allSatisfy(task -> assertThat(task.nanosIn(java.util.Set.of(State.OTHERS))).as("%s", task).isGreaterThan(200_000_000));
        assertThat(forked.get(3).ending()).isEqualTo(Ending.CANCELLED);
    }

    @Test
    @DisplayName("behaves as it does otherwise, also where calls take and return numbers, and fail")
    void sameBehaviour() throws Exception {
        Trial.timeline(folder, """
                var exchanger = new Exchanger<Long>();
                var queue = new LinkedBlockingDeque<String>();
                long taken = 0;
                try { queue.poll(10L, TimeUnit.MILLISECONDS); taken = new Phaser(1).arriveAndAwaitAdvance(); exchanger.exchange(2L, 1L, TimeUnit.MILLISECONDS); }
                catch (TimeoutException e) { System.out.println("timeout " + taken); }
                try { new Semaphore(1).acquire(-1); } catch (IllegalArgumentException e) {
                    System.out.println(e.getStackTrace()[2].getMethodName() + " " + (e.getStackTrace()[1].getLineNumber() == e.getStackTrace()[2].getLineNumber()));
                }
                System.out.println(new Semaphore(2).tryAcquire(2) + " " + new java.util.concurrent.locks.ReentrantLock().tryLock());
                """);
        assertThat(folder.resolve("out")).hasContent("timeout 1\nmain true\ntrue true");
    }

    @Test
    @DisplayName("has the same random numbers as another one of the same seed, task by task, whichever comes first")
    void sameRandom() throws Exception {
        var statements = """
                record Drawing() {
                    static double number(int id) { return ThreadLocalRandom.current().nextDouble(1, 5) + ThreadLocalRandom.current().nextInt(3); }
                }
                for (int id : %s) { System.out.println(id + " " + Drawing.number(id)); }
                """;
        var first = printed("one", statements.formatted("new int[] {1, 2, 3}"), 7);
        assertThat(printed("other", statements.formatted("new int[] {3, 1, 2}"), 7)).containsExactlyInAnyOrderElementsOf(first);
        assertThat(printed("seed", statements.formatted("new int[] {1, 2, 3}"), 8)).doesNotContainAnyElementsOf(first);
        assertThat(first.stream().map(line -> line.substring(2, 5)).distinct()).as("%s: far from each other", first).hasSizeGreaterThan(1);
    }

    private List<String> printed(String name, String statements, long seed) throws Exception {
        var own = Files.createDirectory(folder.resolve(name));
        Trial.run(own, Trial.program(own, statements).with(seed), Trial.LIMIT);
        return Files.readAllLines(own.resolve("out"));
    }
}
