// Pitfall: the timer that all calls share waits until the late tasks of one have ended, and then the others are
//     late.
// Why: whoever cancels likes to see it through; but a timer of many has to leave at once.
// Kind: shared-by-calls
// Caught by: past the deadline the call ends with a TimeoutException, and its tasks are cancelled
package structured.considerations;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

@SuppressWarnings("preview")
public final class Deadline {

    private static final ScheduledExecutorService TIMER = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("deadline-timer").factory());

    private static final class Crew {
        private final Set<Thread> workers = ConcurrentHashMap.newKeySet();
        private volatile boolean late;

        <R> R work(Callable<? extends R> task) throws Exception {
            workers.add(Thread.currentThread());
            try {
                if (late) {
                    throw new InterruptedException();
                }
                return task.call();
            } finally {
                workers.remove(Thread.currentThread());
            }
        }

        void dismiss() {
            late = true;
            var last = List.copyOf(workers);
            last.forEach(Thread::interrupt);
            for (var worker : last) {
                try {
                    worker.join();
                } catch (InterruptedException e) {
                    return;
                }
            }
        }
    }

    private Deadline() {}

    public static <T> List<T> gatherWithin(List<? extends Callable<? extends T>> tasks, Duration timeout)
            throws InterruptedException, ExecutionException, TimeoutException {
        if (tasks.isEmpty()) {
            return List.of();
        }
        var crew = new Crew();
        var alarm = TIMER.schedule(crew::dismiss, TimeUnit.NANOSECONDS.convert(timeout), TimeUnit.NANOSECONDS);
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var subtasks = tasks.stream().map(task -> scope.<T>fork(() -> crew.work(task))).toList();
            scope.join();
            alarm.cancel(false);
            if (crew.late) {
                throw new TimeoutException();
            }
            scope.throwIfFailed();
            return subtasks.stream().<T>map(StructuredTaskScope.Subtask::get).toList();
        } finally {
            alarm.cancel(false);
        }
    }

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
