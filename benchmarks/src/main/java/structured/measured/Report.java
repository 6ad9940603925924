package structured.measured;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import structured.measured.Spread.Calls;

/** Draws what was measured, and says it: plots, the marked sections of docs/performance.md, the figures, and what all that was made of. */
final class Report {

    static final String PAGE = "docs/performance.md";

    private static final String LATE = " Where a call took longer beyond the wait than the wait is, the first threads may have ended"
            + " before the last began (not so in asyncio and trio): that is less memory than all of them at a time would take.";

    private final Path root;
    private final Path target;
    private final Map<Group, Results> results = new EnumMap<>(Group.class);
    private final Map<String, String> written = new LinkedHashMap<>();

    /** Reads the results in {@code target}, where all is written to, too. A quick run's target isn't the tutorial's own root. */
    Report(Path root, Path target) throws IOException {
        this.root = root;
        this.target = target;
        for (var group : Group.values()) {
            results.put(group, Results.read(group.file(target.resolve("benchmarks/results"))));
        }
    }

    void write() throws IOException {
        var figures = new Figures();
        results.forEach(figures::add);
        write("benchmarks/results/figures.txt", figures.text());
        var page = new Page(Files.readString(root.resolve(PAGE)));
        var waits = results.get(Group.TASKS).and(results.get(Group.MILLION));
        var plots = new Plots(results, waits);
        plots.all().forEach((file, svg) -> write("docs/images/" + file + ".svg", svg));
        results.forEach((group, measured) -> {
            page.put(group.id(), measured.samples().isEmpty() ? "Not measured yet: `benchmarks/run --only %s`.".formatted(group.id()) : section(group, measured, waits));
        });
        if (waits.contestants().contains("asyncio-gather")) {
            page.put("compared", Tables.compared(waits));
        }
        write(PAGE, page.text());
        write("benchmarks/results/made.txt", Made.text(target, written));
        System.out.println("Written: " + String.join(", ", written.keySet()));
    }

    private void write(String file, String text) {
        try {
            Files.createDirectories(target.resolve(file).getParent());
            Files.writeString(target.resolve(file), text);
            written.put(file, text);
        } catch (IOException e) {
            throw new IllegalStateException("%s can't be written: %s".formatted(file, e), e);
        }
    }

    private static String section(Group group, Results measured, Results waits) {
        var facts = Tables.facts(measured);
        return switch (group) {
            case TASKS -> """
                    On %s (%s). %s

                    Beyond the slowest wait, the first call of a process:

                    %s
                    The same, when the process has made such calls before:

                    %s
                    What processors worked for the first call, which depends less on what else runs:

                    %s
                    The most memory that the process had, up to the end of the first call.%s

                    %s""".formatted(measured.facts().get("machine"), measured.facts().get("versions"), capital(facts),
                    Tables.byTasks(waits, Calls.COLD, Sample::beyondMillis, Unit.TIME), Tables.byTasks(waits, Calls.WARM, Sample::beyondMillis, Unit.TIME),
                    Tables.byTasks(waits, Calls.COLD, Sample::workedMillis, Unit.TIME), waits.samples().stream().anyMatch(Sample::late) ? LATE : "",
                    Tables.byTasks(waits, Calls.COLD, Sample::peakMegabytes, Unit.MEMORY));
            case MILLION -> "A million, each of which waits %d s: %s".formatted(measured.samples().getFirst().waitMillis() / 1000, facts);
            case SUMS, PINNING -> capital(facts) + "\n\n" + Tables.byTasks(measured, Calls.WARM, sample -> sample.beyondMillis() + sample.waitMillis(), Unit.TIME);
            case ORIGINALS -> capital(facts) + " In seconds:\n\n" + Tables.originals(measured);
            case POLICIES -> capital(facts) + "\n\n" + Tables.policies(measured);
            case CANCELLATION -> capital(facts) + " When the process has done so before:\n\n" + Tables.byTasks(measured, Calls.WARM, Sample::beyondMillis, Unit.TIME);
            case MEMORY -> "Each waits %d s. ".formatted(measured.samples().getFirst().waitMillis() / 1000) + capital(facts) + "\n\nThe most memory." + (measured.samples().stream().anyMatch(Sample::late) ? LATE : "") + "\n\n" + Tables.byTasks(measured, Calls.COLD, Sample::peakMegabytes, Unit.MEMORY)
                    + "\nBeyond the wait:\n\n" + Tables.byTasks(measured, Calls.COLD, Sample::beyondMillis, Unit.TIME);
        };
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase() + text.substring(1);
    }
}
