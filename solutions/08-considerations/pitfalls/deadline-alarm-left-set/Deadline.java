// Pitfall: an alarm interrupts the caller at the deadline, and nobody cancels it when a task has failed before.
// Why: it is cancelled where all went well, and where it rang.
// Kind: left-running
// Caught by: when a call is over, its deadline concerns nobody any more
package structured.considerations;

import java.time.Duration;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.concurrent.*;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.atomic.*;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

@SuppressWarnings("preview")
public final class Deadline {

    private Deadline() {}

    public static <T> List<T> gatherWithin(List<? extends Callable<? extends T>> tasks, Duration timeout)
            throws InterruptedException, ExecutionException, TimeoutException {
        if (tasks.isEmpty()) {
            return List.of();
        }
        var caller = Thread.currentThread();
        var late = new AtomicBoolean();
        var alarm = ALARMS.schedule(() -> {
            late.set(true);
            caller.interrupt();
        }, TimeUnit.NANOSECONDS.convert(timeout), TimeUnit.NANOSECONDS);
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var subtasks = new ArrayList<Subtask<? extends T>>();
            for (var task : tasks) {
                subtasks.add(scope.fork(task));
            }
            scope.join().throwIfFailed();
            if (!alarm.cancel(false)) {
                Thread.interrupted();
                throw new TimeoutException();
            }
            var results = new ArrayList<T>();
            subtasks.forEach(subtask -> results.add(subtask.get()));
            return results;
        } catch (InterruptedException e) {
            alarm.cancel(false);
            if (late.get()) {
                throw new TimeoutException();
            }
            throw e;
        }
    }

    private static final ScheduledExecutorService ALARMS =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("alarms").factory());

    public static void main(String[] args) throws InterruptedException, ExecutionException {
        var tasks = IntStream.rangeClosed(1, 5).<Callable<String>>mapToObj(id -> () -> simulatedIoTask(id)).toList();
        try {
            gatherWithin(tasks, Duration.ofSeconds(4)).forEach(System.out::println);
        } catch (TimeoutException e) {
            System.out.println("Not all Tasks have been completed in 4 seconds.");
        }
    }

    private static String simulatedIoTask(int id) throws InterruptedException {
        var seconds = ThreadLocalRandom.current().nextDouble(1, 5);
        System.out.printf(Locale.ROOT, "I/O Task %d has started, waiting for %.3f seconds...%n", id, seconds);
        Thread.sleep(Duration.ofNanos((long) (seconds * 1e9)));
        return String.format(Locale.ROOT, "I/O Task %d has been completed after %.3f seconds.", id, seconds);
    }
}
