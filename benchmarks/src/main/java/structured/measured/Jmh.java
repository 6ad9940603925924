package structured.measured;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Has JMH go through {@link Policies} once. */
final class Jmh {

    private Jmh() {}

    static List<Sample> run(int run, boolean quick) {
        var options = new OptionsBuilder().include(Policies.class.getName()).verbosity(VerboseMode.SILENT).shouldFailOnError(true);
        if (quick) {
            options.warmupIterations(1).measurementIterations(1).measurementTime(TimeValue.milliseconds(100)).warmupTime(TimeValue.milliseconds(100));
        }
        try {
            var load = Machine.load();
            var samples = new ArrayList<Sample>();
            new Runner(options.build()).run().stream().sorted(Comparator.comparing(Jmh::name)).forEach(result -> samples.add(new Sample(run, name(result), Policies.TASKS, 0,
                    1, result.getPrimaryResult().getScore() / 1e6, Double.NaN, Double.NaN, load, "")));
            return samples;
        } catch (RunnerException e) {
            throw new IllegalStateException("JMH could not measure the policies: " + e.getMessage(), e);
        }
    }

    private static String name(RunResult result) {
        return result.getParams().getBenchmark().replaceAll(".*\\.", "");
    }
}
