package structured.measured;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import structured.measured.Spread.Calls;

/** The plots of the documentation: those in lessons in both languages. */
final class Plots {

    /** Too many lines can't be told apart: the tables have them all. */
    private static final List<String> WAITING = List.of("gather-21", "invoke-all", "pool", "threads", "asyncio-gather", "trio", "kotlin");

    private final Map<Group, Results> results;
    private final Results waits;

    Plots(Map<Group, Results> results, Results waits) {
        this.results = results;
        this.waits = waits;
    }

    /** Those for which there are results, by their names. */
    Map<String, String> all() {
        var plots = new LinkedHashMap<String, String>();
        for (var portuguese : List.of(false, true)) {
            var suffix = portuguese ? ".pt-BR" : "";
            draw(plots, "measured-tasks" + suffix, new Plot(portuguese ? "O que uma chamada leva além da espera mais longa, por número de tarefas, em escalas logarítmicas."
                    : "What a call takes beyond the slowest wait, by the number of tasks, on logarithmic scales.", tasks(portuguese),
                    portuguese ? "além da espera mais longa, na primeira chamada" : "beyond the slowest wait, first call", Unit.TIME,
                    lines(waits, WAITING, Calls.COLD, Sample::beyondMillis, portuguese), portuguese));
            draw(plots, "measured-sums" + suffix, new Plot(portuguese ? "Tarefas que esperam 10 ms cada uma: em fila levam a soma, ao mesmo tempo pouco mais que uma."
                    : "Tasks that wait 10 ms each: one after another they take the sum, all at once little more than one.", tasks(portuguese),
                    portuguese ? "tempo total, cada uma espera 10 ms" : "the whole, where each waits 10 ms", Unit.TIME,
                    lines(results.get(Group.SUMS), results.get(Group.SUMS).contestants(), Calls.WARM, sample -> sample.beyondMillis() + sample.waitMillis(), portuguese), portuguese));
            policies(plots, suffix, portuguese);
        }
        draw(plots, "measured-memory", new Plot("The most memory of a process, by the number of tasks that wait in it, on logarithmic scales.", tasks(false),
                "most memory of the process, first call", Unit.MEMORY, lines(waits, WAITING, Calls.COLD, Sample::peakMegabytes, false), false));
        var cancellation = results.get(Group.CANCELLATION);
        draw(plots, "measured-cancellation", new Plot("How long it takes from a failure until all other tasks have ended, by their number, on logarithmic scales.", tasks(false),
                "from the failure to the call's end", Unit.TIME, lines(cancellation, cancellation.contestants(), Calls.WARM, Sample::beyondMillis, false), false));
        return plots;
    }

    private void policies(Map<String, String> plots, String suffix, boolean portuguese) {
        var policies = results.get(Group.POLICIES);
        var rows = Tables.policyNames(policies).stream().map(policy -> new Dots.Row(Names.inPlot(policy, portuguese),
                Spread.of(policies, policy, Policies.TASKS, Calls.COLD, sample -> sample.beyondMillis() / Policies.TASKS).orElseThrow())).toList();
        if (!rows.isEmpty()) {
            plots.put("measured-policies" + suffix, new Dots(portuguese ? "O que custa uma tarefa que não faz nada, por política." : "What a task costs that does nothing, by policy.",
                    portuguese ? "por tarefa que não faz nada, com a JVM aquecida" : "for a task that does nothing, on a warm JVM", Unit.TIME, rows, portuguese).svg());
        }
    }

    private static String tasks(boolean portuguese) {
        return portuguese ? "tarefas" : "tasks";
    }

    private static void draw(Map<String, String> plots, String name, Plot plot) {
        if (!plot.lines().isEmpty()) {
            plots.put(name, plot.svg());
        }
    }

    /** What has nothing above zero has no place on a logarithmic axis. */
    private static List<Plot.Line> lines(Results results, List<String> contestants, Calls calls, ToDoubleFunction<Sample> what, boolean portuguese) {
        return IntStream.range(0, contestants.size()).mapToObj(i -> new Plot.Line(Names.inPlot(contestants.get(i), portuguese), i % Picture.COLOURS,
                results.sizes().stream().flatMap(size -> Spread.of(results, contestants.get(i), size, calls, what).stream().filter(spread -> spread.least() > 0)
                        .map(spread -> new Plot.Point(size, spread))).toList())).filter(line -> !line.points().isEmpty()).toList();
    }
}
