package structured.coach.tutorial;

import java.util.Map;
import java.util.Optional;

/** What the Python originals print, and so each {@code main} of the exercises is to. */
public final class Originals {

    private static final String SECONDS = "\\d+\\.\\d{3} seconds";
    private static final String STARTED = "(I/O Task [1-5] has started, waiting for " + SECONDS + "\\.\\.\\.\n){5}";
    private static final String COMPLETED = "I/O Task %s has been completed after " + SECONDS + "\\.";
    private static final String ALL = "All Tasks have been completed in " + SECONDS + "\\.\n";
    private static final String IN_ORDER = lines("1", "2", "3", "4", "5");

    /** What each class is to print, as a regular expression. */
    private static final Map<String, String> EXPECTED = Map.ofEntries(
            Map.entry("Hello", "Hello, world!\n"),
            Map.entry("SimulatingIo", lines("1")),
            Map.entry("SyncCalls", IN_ORDER + ALL),
            Map.entry("Gather", STARTED + IN_ORDER + ALL),
            Map.entry("GatherEven", STARTED + lines("2", "4") + ALL),
            Map.entry("TaskGroup", STARTED + "(" + COMPLETED.formatted("[24]") + "\n){2}" + ALL),
            Map.entry("TaskGroupBinding", STARTED + "(" + COMPLETED.formatted("[1-5]") + " thing='\\w+'\n){5}" + ALL),
            Map.entry("Batches", "(" + COMPLETED.formatted("\\d+") + "\n){12}" + ALL),
            Map.entry("Limit", "(" + COMPLETED.formatted("\\d+") + "\n){12}" + ALL),
            Map.entry("Outcomes", "(I/O Task [1-6] has been (completed after " + SECONDS + "\\.|refused: 429 .*)\n){6}"),
            Map.entry("Deadline", STARTED + "(" + IN_ORDER + "|Not all Tasks have been completed in 4 seconds\\.\n)"),
            Map.entry("Race", STARTED + lines("[1-5]") + "The first Task has been completed in " + SECONDS + "\\.\n"));

    private Originals() {}

    /** What a class is to print, as a regular expression, if its {@code main} is known. */
    public static Optional<String> expected(String className) {
        return Optional.ofNullable(EXPECTED.get(className));
    }

    private static String lines(String... ids) {
        var lines = new StringBuilder();
        for (var id : ids) {
            lines.append(COMPLETED.formatted(id)).append('\n');
        }
        return lines.toString();
    }
}
