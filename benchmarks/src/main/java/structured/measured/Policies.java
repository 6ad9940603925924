package structured.measured;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import structured.considerations.Deadline;
import structured.considerations.Limit;
import structured.considerations.Outcomes;
import structured.gather.Gather;
import structured.taskgroup.TaskGroup;
import structured.taskgroupbinding.TaskGroupBinding;

/**
 * What a policy costs: the solutions, each with a thousand tasks that do nothing, once the JVM is warm. The runs alternate, so a run is
 * one fork: {@link Jmh} starts it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(value = 1, jvmArgsAppend = "--enable-preview")
public class Policies {

    static final int TASKS = 1000;

    private final List<Callable<String>> tasks = IntStream.range(0, TASKS).<Callable<String>>mapToObj(i -> () -> "done").toList();

    private int done;

    /** A thread for each, and no scope. */
    @Benchmark
    public Object invokeAll() throws Exception {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            return executor.invokeAll(tasks);
        }
    }

    /** A scope without a policy: 08's outcomes. */
    @Benchmark
    public Object plainScope() throws Exception {
        return Outcomes.gatherSettled(tasks);
    }

    /** ShutdownOnFailure: 04's gather. */
    @Benchmark
    public Object shutdownOnFailure() throws Exception {
        return Gather.gather(tasks);
    }

    /** A subclass with handleComplete, and a lock: 06's task group. */
    @Benchmark
    public int handleComplete() throws Exception {
        TaskGroup.forEachDone(tasks, result -> done++);
        return done;
    }

    /** A ScopedValue bound in each task: 07. */
    @Benchmark
    public Object scopedValue() throws Exception {
        return TaskGroupBinding.gatherBound(tasks, () -> "book");
    }

    /** A semaphore of ten: 08's limit. */
    @Benchmark
    public Object semaphoreOfTen() throws Exception {
        return Limit.gatherLimited(tasks, 10);
    }

    /** A deadline that is far: 08. */
    @Benchmark
    public Object deadline() throws Exception {
        return Deadline.gatherWithin(tasks, Duration.ofHours(1));
    }
}
