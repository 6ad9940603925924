package structured.coach.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import structured.coach.timeline.Task.Ending;

@DisplayName("a task")
@Execution(CONCURRENT)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class StatesTest {

    private static Timeline timeline;

    /** All of them in one program. It is compiled, so that the sampler finds code that it can look into. */
    @BeforeAll
    static void run(@TempDir Path folder) throws Exception {
        timeline = Trial.timeline(folder, """
                var pool = Executors.newFixedThreadPool(1);
                pool.invokeAll(java.util.Collections.nCopies(2, () -> { Thread.sleep(150); return 1; }));
                pool.shutdown();
                try (var scope = new StructuredTaskScope<Object>()) {
                    scope.fork(() -> { Thread.sleep(400); return null; });
                    scope.fork(() -> { synchronized (new Object()) { Thread.sleep(400); } return null; });
                    scope.fork(() -> { new Semaphore(0).tryAcquire(400, TimeUnit.MILLISECONDS); return null; });
                    scope.fork(() -> { Thread.sleep(20); throw new IllegalStateException(); });
                    scope.fork(() -> { Thread.sleep(1_000_000); return null; });
                    scope.fork(() -> {
                        try {
                            Thread.sleep(1_000_000);
                        } catch (InterruptedException e) {
                            Thread.sleep(400);
                        }
                        return null;
                    });
                    scope.fork(() -> {
                        long x = 1;
                        for (long end = System.nanoTime() + 800_000_000L; System.nanoTime() < end; ) {
                            for (int i = 0; i < 1_000_000; i++) x = x * 31 + i;
                        }
                        return x;
                    });
                    scope.fork(() -> { try { throw new java.io.IOException(); } catch (java.io.IOException e) { Thread.sleep(400); return null; } });
                    scope.fork(() -> { java.util.concurrent.locks.LockSupport.parkNanos(400_000_000); return null; });
                    Thread.sleep(1500);
                    scope.shutdown();
                    scope.join();
                }
                """);
    }

    @Test
    @DisplayName("that sleeps, waits, and it is known at which line")
    void sleeping() {
        assertThat(task(1).spans()).anySatisfy(span -> {
            assertThat(span.state()).isEqualTo(State.WAIT);
            assertThat(span.to() - span.from()).isGreaterThanOrEqualTo(400_000_000);
            assertThat(span.source() + ":" + span.line()).isEqualTo("Demo.java:11");
            assertThat(span.what()).isEqualTo("sleeps, 0.400 s asked for");
        });
        assertThat(task(1).ending()).isEqualTo(Ending.DONE);
    }

    @Test
    @DisplayName("that sleeps in a synchronized block is pinned")
    void pinned() {
        assertThat(nanos(task(2), State.PINNED)).isBetween(200_000_000L, task(2).nanos());
    }

    @Test
    @DisplayName("that waits for a permit waits for another task, and it is known at which line")
    void permit() {
        assertThat(task(3).spans()).anySatisfy(span -> {
            assertThat(span.state()).isEqualTo(State.OTHERS);
            assertThat(span.to() - span.from()).isGreaterThanOrEqualTo(300_000_000);
            assertThat(span.source() + ":" + span.line()).isEqualTo("Demo.java:13");
        });
    }

    @Test
    @DisplayName("that is parked otherwise can't be told from one that works unseen")
    void unknown() {
        assertThat(nanos(task(9), State.UNKNOWN)).isBetween(300_000_000L, task(9).nanos());
    }

    @Test
    @DisplayName("that threw an exception at its end failed")
    void failed() {
        assertThat(task(4).ending()).isEqualTo(Ending.FAILED);
        assertThat(task(4).detail()).isEqualTo("IllegalStateException");
    }

    @Test
    @DisplayName("whose last sleep was cut short was cancelled")
    void cancelled() {
        assertThat(task(5).ending()).isEqualTo(Ending.CANCELLED);
    }

    @Test
    @DisplayName("that sleeps on after its interrupt went on")
    void wentOn() {
        assertThat(task(6).ending()).isEqualTo(Ending.WENT_ON);
    }

    @Test
    @DisplayName("that computes was seen at work")
    void working() {
        assertThat(nanos(task(7), State.WORK)).isPositive();
        assertThat(nanos(task(7), State.WAIT)).isZero();
    }

    @Test
    @DisplayName("that caught its exception did not fail")
    void caught() {
        assertThat(task(8).ending()).isEqualTo(Ending.DONE);
    }

    @Test
    @DisplayName("shares the bar of its platform thread, on which each wait is seen")
    void onAPlatformThread() {
        assertThat(timeline.tasks()).filteredOn(task -> task.name().equals("pool-1-thread-1")).singleElement()
                .satisfies(task -> assertThat(task.spans()).filteredOn(span -> span.state() == State.WAIT && span.line() > 0).hasSize(2));
        assertThat(timeline.tasks()).as("carriers and the like are not drawn").hasSize(10);
    }

    @Test
    @DisplayName("has spans without gaps from its start to its end")
    void withoutGaps() {
        assertThat(timeline.tasks()).allSatisfy(task -> {
            var at = task.from();
            for (var span : task.spans()) {
                assertThat(span.from()).isEqualTo(at);
                at = span.to();
            }
            assertThat(at).isEqualTo(task.to());
        });
    }

    private static long nanos(Task task, State state) {
        return task.spans().stream().filter(span -> span.state() == state).mapToLong(span -> span.to() - span.from()).sum();
    }

    /** The tasks of the scope, counted from 1. */
    private static Task task(int number) {
        return timeline.tasks().stream().filter(task -> task.thread().startsWith("virtual")).toList().get(number - 1);
    }
}
