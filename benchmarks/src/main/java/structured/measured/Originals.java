package structured.measured;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import structured.gather.Gather;
import structured.gathereven.GatherEven;
import structured.synccalls.SyncCalls;
import structured.taskgroup.TaskGroup;
import structured.taskgroupbinding.TaskGroupBinding;

/**
 * One process of the measurement: the five programs of the Python original, by the solutions, with the very waits that the original shows.
 * It prints how long the whole took, as the original does.
 */
public final class Originals {

    /** A program of the original: what it shows as waits, and as the whole, in seconds. */
    record Program(String name, List<Double> waits, double seconds) {}

    static final List<Program> PROGRAMS = List.of(
            new Program("sequential", List.of(2.296, 2.474, 4.619, 4.269, 3.476), 17.143),
            new Program("gather", List.of(2.222, 2.512, 4.424, 3.203, 3.201), 4.426),
            new Program("even only", List.of(4.324, 4.308, 3.031, 2.899, 1.511), 4.326),
            new Program("task group", List.of(4.299, 3.980, 2.979, 2.106, 4.245), 4.300),
            new Program("binding", List.of(3.209, 2.099, 4.094, 3.707, 4.092), 4.095));

    static final List<String> NAMES = PROGRAMS.stream().map(Program::name).toList();

    private Originals() {}

    /** Called with a program's name, or with {@code many}; then how many tasks, how long each waits in milliseconds, and how many calls. */
    public static void main(String[] args) throws Exception {
        for (int call = 1; call <= Integer.parseInt(args[3]); call++) {
            var many = args[0].equals("many");
            var waits = many ? Stream.generate(() -> Integer.parseInt(args[2]) / 1000.0).limit(Integer.parseInt(args[1])).toList()
                    : PROGRAMS.stream().filter(program -> program.name().equals(args[0])).findFirst().orElseThrow().waits();
            var start = System.nanoTime();
            run(many ? "sequential" : args[0], waits.stream().map(Originals::task).toList());
            var beyond = System.nanoTime() - start - (many ? Duration.ofMillis(Integer.parseInt(args[2])).toNanos() : 0);
            System.out.println(call + " " + beyond + " -1 -1");
        }
    }

    private static void run(String program, List<Callable<String>> tasks) throws Exception {
        switch (program) {
            case "sequential" -> SyncCalls.callInSequence(tasks);
            case "gather" -> Gather.gather(tasks);
            case "even only" -> GatherEven.gatherEven(tasks);
            case "task group" -> TaskGroup.forEachDone(tasks, new ArrayList<>()::add);
            case "binding" -> TaskGroupBinding.gatherBound(tasks, () -> "book");
            default -> throw new IllegalArgumentException(program);
        }
    }

    private static Callable<String> task(double seconds) {
        return () -> {
            Thread.sleep(Duration.ofNanos(Math.round(seconds * 1e9)));
            return "waited";
        };
    }
}
