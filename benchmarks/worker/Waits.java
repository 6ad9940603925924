import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import structured.gather.Gather;

/**
 * One process of the measurement in Java: makes as many tasks as it is told to, and has them wait, by one form. It is compiled once for
 * each JDK, with that JDK's solution of 04. For each call it prints how long the call took beyond the wait and how long processors
 * worked for it, in nanoseconds, and the most memory that the process had so far, in kilobytes.
 */
public final class Waits {

    private static final int POOL = 200;

    private Waits() {}

    /** A way to run tasks, and to wait for them. */
    private interface Form {
        List<Integer> run(List<Callable<Integer>> tasks) throws Exception;
    }

    /** Called with a form, what the tasks do, how many there are, how long one waits in milliseconds, and how many calls. */
    public static void main(String[] args) throws Exception {
        var form = form(args[0]);
        var tasks = Integer.parseInt(args[2]);
        var wait = Duration.ofMillis(Long.parseLong(args[3]));
        for (int call = 1; call <= Integer.parseInt(args[4]); call++) {
            var worked = worked();
            var beyond = switch (args[1]) {
                case "wait" -> waiting(form, tasks, wait);
                case "pinned" -> pinned(form, tasks, wait);
                case "cancel" -> cancelled(form, tasks);
                default -> throw new IllegalArgumentException(args[1]);
            };
            System.out.println(call + " " + beyond + " " + (worked() - worked) + " " + peak());
        }
    }

    private static Form form(String name) {
        return switch (name) {
            case "gather" -> Gather::gather;
            case "invoke-all" -> tasks -> onExecutor(Executors.newVirtualThreadPerTaskExecutor(), tasks);
            case "pool" -> tasks -> onExecutor(Executors.newFixedThreadPool(POOL), tasks);
            case "futures" -> Waits::futures;
            case "threads" -> Waits::threads;
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static long waiting(Form form, int tasks, Duration wait) throws Exception {
        // Making the tasks counts, too, as it does in Python, where a task is a coroutine.
        var start = System.nanoTime();
        List<Callable<Integer>> all = IntStream.range(0, tasks).<Callable<Integer>>mapToObj(i -> () -> {
            Thread.sleep(wait);
            return i;
        }).toList();
        var results = form.run(all);
        var took = System.nanoTime() - start;
        return checked(results, tasks, took - wait.toNanos());
    }

    private static long pinned(Form form, int tasks, Duration wait) throws Exception {
        var start = System.nanoTime();
        List<Callable<Integer>> all = IntStream.range(0, tasks).<Callable<Integer>>mapToObj(i -> () -> {
            // On 21 a wait in here keeps the carrier. The lock is the task's own: nobody waits for it.
            synchronized (new Object()) {
                Thread.sleep(wait);
            }
            return i;
        }).toList();
        var results = form.run(all);
        return checked(results, tasks, System.nanoTime() - start - wait.toNanos());
    }

    /** From the failure of one task, when all others wait, to the call's end. */
    private static long cancelled(Form form, int tasks) throws Exception {
        var waiting = new CountDownLatch(tasks);
        var failed = new AtomicLong();
        var all = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < tasks; i++) {
            all.add(() -> {
                waiting.countDown();
                Thread.sleep(Duration.ofDays(1));
                return 0;
            });
        }
        all.add(() -> {
            waiting.await();
            // The last one has said so, but may not sleep yet.
            Thread.sleep(50);
            failed.set(System.nanoTime());
            throw new IOException("failed on purpose");
        });
        try {
            form.run(all);
        } catch (ExecutionException e) {
            return System.nanoTime() - failed.get();
        }
        throw new IllegalStateException("the failure was lost");
    }

    private static List<Integer> onExecutor(ExecutorService executor, List<Callable<Integer>> tasks) throws Exception {
        try (executor) {
            var results = new ArrayList<Integer>();
            for (Future<Integer> future : executor.invokeAll(tasks)) {
                results.add(future.get());
            }
            return results;
        }
    }

    private static List<Integer> futures(List<Callable<Integer>> tasks) {
        try (var pool = Executors.newFixedThreadPool(POOL)) {
            var futures = tasks.stream().map(task -> CompletableFuture.supplyAsync(() -> {
                try {
                    return task.call();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }, pool)).toList();
            CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new)).join();
            return futures.stream().map(CompletableFuture::join).toList();
        }
    }

    /** A platform thread for each task. If the system gives no more, those that there are end, and it says how many there were. */
    private static List<Integer> threads(List<Callable<Integer>> tasks) throws Exception {
        var results = new Integer[tasks.size()];
        var threads = new ArrayList<Thread>();
        try {
            for (int i = 0; i < tasks.size(); i++) {
                var index = i;
                threads.add(Thread.ofPlatform().daemon().start(() -> {
                    try {
                        results[index] = tasks.get(index).call();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                }));
            }
        } catch (OutOfMemoryError e) {
            System.out.println("stopped " + threads.size() + " " + e.getMessage());
            System.exit(0);
        }
        for (var thread : threads) {
            thread.join();
        }
        return List.of(results);
    }

    private static long checked(List<Integer> results, int tasks, long beyond) {
        if (!results.equals(IntStream.range(0, tasks).boxed().toList())) {
            throw new IllegalStateException("wrong results");
        }
        return beyond;
    }

    /** What processors have worked for this process so far: unlike the time on the wall, it hardly depends on what else runs. */
    private static long worked() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    /** The most that was resident, or -1 where the system doesn't tell in this way. */
    private static long peak() throws IOException {
        var status = Path.of("/proc/self/status");
        return !Files.exists(status) ? -1 : Files.readAllLines(status).stream().filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).findFirst().orElse(-1);
    }
}
