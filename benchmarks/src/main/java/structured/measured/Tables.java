package structured.measured;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import structured.measured.Spread.Calls;

/** Tables of results, in Markdown. */
final class Tables {

    private Tables() {}

    /** A row for each contestant, and a column for each number of tasks. A cell that has nothing is empty, or has the note on why. */
    static String byTasks(Results results, Calls calls, ToDoubleFunction<Sample> what, Unit unit) {
        var sizes = results.sizes();
        var table = head("tasks", sizes);
        for (var contestant : results.contestants()) {
            var cells = sizes.stream().map(size -> Spread.of(results, contestant, size, calls, what).map(unit::text).orElseGet(() -> note(results, contestant, size))).toList();
            row(table, Names.inTable(contestant), cells);
        }
        return table.toString();
    }

    /** Adds a row, unless there is nothing in it. */
    private static void row(StringBuilder table, String first, List<String> cells) {
        if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
            table.append("| ").append(first).append(" |").append(cells.stream().map(cell -> " " + cell + " |").collect(Collectors.joining())).append('\n');
        }
    }

    private static StringBuilder head(String first, List<Integer> sizes) {
        return new StringBuilder("| " + first + " |" + sizes.stream().map(size -> " " + Unit.count(size) + " |").collect(Collectors.joining()) + "\n|---|" + "--:|".repeat(sizes.size()) + "\n");
    }

    private static String note(Results results, String contestant, int tasks) {
        return results.samples().stream().filter(sample -> sample.contestant().equals(contestant) && sample.tasks() == tasks).map(Sample::note)
                .filter(note -> !note.isEmpty()).findFirst().orElse("");
    }

    /** How many times as much as asyncio's gather each gather takes, run by run: for many tasks, where that matters. */
    static String compared(Results results) {
        var sizes = results.sizes().stream().filter(size -> size >= 10_000).toList();
        var table = head("times asyncio's `gather`", sizes);
        for (var contestant : results.contestants().stream().filter(name -> name.startsWith("gather-")).toList()) {
            row(table, results, contestant, sizes, "beyond the wait, first call", Calls.COLD, Sample::beyondMillis);
            row(table, results, contestant, sizes, "beyond the wait, later calls", Calls.WARM, Sample::beyondMillis);
            row(table, results, contestant, sizes, "a processor's work, first call", Calls.COLD, Sample::workedMillis);
            row(table, results, contestant, sizes, "a processor's work, later calls", Calls.WARM, Sample::workedMillis);
            // Of tasks that didn't all wait at the same time, memory says nothing.
            row(table, results, contestant, sizes, "most memory, first call", Calls.COLD, sample -> sample.late() ? Double.NaN : sample.peakMegabytes());
        }
        return table.toString();
    }

    private static void row(StringBuilder table, Results results, String contestant, List<Integer> sizes, String title, Calls calls, ToDoubleFunction<Sample> what) {
        var cells = sizes.stream().map(size -> Spread.ofRatio(results, contestant, "asyncio-gather", size, calls, what).map(Unit.RATIO::text).orElse("")).toList();
        row(table, Names.inTable(contestant) + ": " + title, cells);
    }

    /** The original's programs: its waits and seconds, and ours. */
    static String originals(Results results) {
        var table = new StringBuilder("| | the slowest wait | all waits | in Python, as the original shows it | here |\n|---|--:|--:|--:|--:|\n");
        for (var program : Originals.PROGRAMS) {
            var here = Spread.of(results, program.name(), 5, Calls.COLD, Sample::beyondMillis).map(Tables::seconds).orElse("");
            table.append(String.format(Locale.ROOT, "| %s | %.3f | %.3f | %.3f | %s |%n".replace("%n", "\n"), program.name(),
                    program.waits().stream().max(Double::compare).orElseThrow(), program.waits().stream().mapToDouble(Double::doubleValue).sum(), program.seconds(), here));
        }
        return table.toString();
    }

    private static String seconds(Spread spread) {
        return String.format(Locale.ROOT, "%.3f (%.3f–%.3f)", spread.median() / 1000, spread.least() / 1000, spread.most() / 1000);
    }

    /** What policies cost: a call of a thousand tasks, a task, and how much that is more than a plain scope's, run by run. */
    static String policies(Results results) {
        var table = new StringBuilder("| | a call of 1,000 tasks | a task | times a plain scope's |\n|---|--:|--:|--:|\n");
        for (var policy : policyNames(results)) {
            var call = Spread.of(results, policy, Policies.TASKS, Calls.COLD, Sample::beyondMillis).orElseThrow();
            var ratio = Spread.ofRatio(results, policy, "plainScope", Policies.TASKS, Calls.COLD, Sample::beyondMillis).map(Unit.RATIO::text).orElse("");
            table.append("| %s | %s | %s | %s |\n".formatted(Names.inTable(policy), Unit.TIME.text(call), Unit.TIME.text(call.median() / Policies.TASKS), ratio));
        }
        return table.toString();
    }

    /** In the order in which the lessons come to them. */
    static List<String> policyNames(Results results) {
        return Stream.of("invokeAll", "plainScope", "shutdownOnFailure", "handleComplete", "scopedValue", "semaphoreOfTen", "deadline")
                .filter(results.contestants()::contains).toList();
    }

    /** When, how often, and how busy the machine was; and what somebody has noted in the file of results. */
    static String facts(Results results) {
        var facts = results.facts();
        var load = Spread.of(results.samples().stream().map(Sample::load).toList());
        var fewest = results.runs(true);
        var runs = fewest == results.runs(false) ? "%d alternating %s".formatted(fewest, fewest == 1 ? "run" : "runs")
                : "%d to %d alternating runs".formatted(fewest, results.runs(false));
        var busy = load.filter(spread -> spread.median() > mostByItself(facts)).isPresent()
                ? " The machine was busy with other things: times are longer than they need be, though rows of one table can be compared." : "";
        return "%s, begun %s, load average %s.%s%s".formatted(runs, facts.get("began"),
                load.map(spread -> String.format(Locale.ROOT, "%.1f (%.1f–%.1f)", spread.median(), spread.least(), spread.most())).orElse("unknown"),
                busy, facts.containsKey("note") ? " " + facts.get("note") : "");
    }

    /** The load that what is measured may make by itself: it may keep all processors busy. */
    private static double mostByItself(Map<String, String> facts) {
        var known = Pattern.compile("(\\d+) processors").matcher(facts.getOrDefault("machine", ""));
        return known.find() ? Integer.parseInt(known.group(1)) + 1 : Double.POSITIVE_INFINITY;
    }
}
