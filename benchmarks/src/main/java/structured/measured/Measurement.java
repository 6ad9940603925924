package structured.measured;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Measures groups, and writes down each call as soon as it is known. */
final class Measurement {

    private static final int PATIENCE_MINUTES = 10;

    private final Contestants contestants;
    private final Path results;
    private final int runs;
    private final boolean quick;

    Measurement(Contestants contestants, Path results, int runs, boolean quick) {
        this.contestants = contestants;
        this.results = results;
        this.runs = runs;
        this.quick = quick;
    }

    /** Goes through all contestants, one process after another, and does so again in each run: A B C A B C. */
    void measure(Group group) throws IOException, InterruptedException {
        System.out.println(group.id() + ": " + group.title());
        var facts = new LinkedHashMap<>(Machine.facts());
        facts.putAll(contestants.versions());
        Results.begin(group.file(results), facts);
        var all = group.contestants(contestants);
        for (int run = 1; run <= runs; run++) {
            if (group == Group.POLICIES) {
                for (var sample : Jmh.run(run, quick)) {
                    Results.add(group.file(results), sample);
                    show(sample);
                }
            }
            for (var tasks : group.sizes(quick)) {
                for (var contestant : all) {
                    if (tasks <= contestant.most()) {
                        for (var sample : process(group, contestant, run, tasks)) {
                            Results.add(group.file(results), sample);
                            show(sample);
                        }
                    }
                }
            }
        }
    }

    private List<Sample> process(Group group, Contestant contestant, int run, int tasks) throws IOException, InterruptedException {
        var wait = group.waitMillis(quick);
        var command = new ArrayList<>(contestant.command());
        command.addAll(List.of("" + tasks, "" + wait, "" + group.calls(contestant, tasks)));
        var load = Machine.load();
        // By way of a file: reading a pipe would wait for a process that hangs.
        var output = Files.createTempFile("measured", ".txt");
        var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
        try {
            process.getOutputStream().close();
            var inTime = process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
            var status = inTime ? process.exitValue() : 0;
            return Answer.samples(Files.readAllLines(output), status, new Sample(run, contestant.name(), tasks, wait, 1, Double.NaN, Double.NaN, Double.NaN, load,
                    inTime ? "" : "not done after " + PATIENCE_MINUTES + " minutes"));
        } finally {
            process.destroyForcibly();
            Files.delete(output);
        }
    }

    private static void show(Sample sample) {
        System.out.println(String.format(Locale.ROOT, "  run %d  %-44s %,9d tasks  call %d  %12.3f ms beyond  %11.1f ms of a processor  %7.1f MB  load %.1f  %s", sample.run(),
                sample.contestant(), sample.tasks(), sample.call(), sample.beyondMillis(), sample.workedMillis(), sample.peakMegabytes(), sample.load(), sample.note()).stripTrailing());
    }
}
