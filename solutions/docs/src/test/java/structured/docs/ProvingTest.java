package structured.docs;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Each proof passes right code, and fails wrong code. */
@DisplayName("how tests prove it")
@SuppressWarnings("preview")
class ProvingTest extends Trial {

    private interface Gather {
        <T> List<T> all(List<Callable<T>> tasks) throws Exception;
    }

    private static <T> List<T> inScope(List<Callable<T>> tasks) throws Exception {
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var subtasks = tasks.stream().map(scope::fork).toList();
            scope.join().throwIfFailed();
            return subtasks.stream().map(Subtask::get).toList();
        }
    }

    private static <T> List<T> inALoop(List<Callable<T>> tasks) throws Exception {
        var results = new ArrayList<T>();
        for (var task : tasks) {
            results.add(task.call());
        }
        return results;
    }

    private static <T> List<T> inAPool(List<Callable<T>> tasks) throws Exception {
        var results = new ArrayList<T>();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var future : pool.invokeAll(tasks)) {
                results.add(future.get());
            }
        }
        return results;
    }

    @Test
    @DisplayName("that tasks overlap: each waits for all the others")
    void overlap() throws Exception {
        assertOverlap(ProvingTest::inScope, 3_000);
        assertThatThrownBy(() -> assertOverlap(ProvingTest::inALoop, 1)).isInstanceOf(AssertionError.class);
    }

    private static void assertOverlap(Gather gather, int patience) throws Exception {
        var allAreHere = new CountDownLatch(5);
        Callable<Boolean> task = () -> {
            allAreHere.countDown();
            return allAreHere.await(patience, MILLISECONDS);
        };
        assertThat(gather.all(Collections.nCopies(5, task))).as("whether each has met all").doesNotContain(false);
    }

    @Test
    @DisplayName("that a failure cancels the others: one sleeps for long, and reports its interrupt")
    void cancellation() throws Exception {
        assertCancels(ProvingTest::inScope, 60_000);
        assertThatThrownBy(() -> assertCancels(ProvingTest::inAPool, 1)).isInstanceOf(AssertionError.class);
    }

    private static void assertCancels(Gather gather, int patience) {
        var sleeping = new CountDownLatch(1);
        var interrupted = new AtomicBoolean();
        Callable<String> sleeper = () -> {
            try {
                sleeping.countDown();
                Thread.sleep(patience);
            } catch (InterruptedException e) {
                interrupted.set(true);
            }
            return "";
        };
        Callable<String> failing = () -> {
            sleeping.await(3, SECONDS);    // or it might fail before there is anybody to cancel
            throw new IOException("disk full");
        };
        assertThatThrownBy(() -> gather.all(List.of(sleeper, failing))).isInstanceOf(ExecutionException.class);
        assertThat(interrupted).as("whether the sleeper was interrupted").isTrue();
    }

    @Test
    @DisplayName("that tasks are forked in a scope: a ScopedValue that is bound around the call is there")
    void inAScope() throws Exception {
        assertInAScope(ProvingTest::inScope);
        assertThatThrownBy(() -> assertInAScope(ProvingTest::inAPool)).isInstanceOf(AssertionError.class);
    }

    private static final ScopedValue<String> HERE = ScopedValue.newInstance();

    private static void assertInAScope(Gather gather) throws Exception {
        Callable<Boolean> task = HERE::isBound;
        assertThat(ScopedValue.where(HERE, "").call(() -> gather.all(List.of(task)))).containsExactly(true);
    }
}
