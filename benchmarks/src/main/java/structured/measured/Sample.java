package structured.measured;

import java.util.List;
import java.util.Locale;

/**
 * One call that was measured: a line of a file in {@code results}.
 *
 * @param run which of the alternating runs it was, from 1 on
 * @param contestant what was measured, such as {@code gather-21}
 * @param tasks how many tasks the call had
 * @param waitMillis how long each task waited, in milliseconds
 * @param call which call of its process it was: the first one is cold
 * @param beyondMillis how long the call took beyond the wait, in milliseconds; NaN if it came to no end
 * @param workedMillis how long processors worked for it, in milliseconds; NaN where it wasn't measured
 * @param peakMegabytes the most memory that the process had so far; NaN where it wasn't measured
 * @param load the machine's load average when the process began
 * @param note why it came to no end, or nothing
 */
record Sample(int run, String contestant, int tasks, int waitMillis, int call, double beyondMillis, double workedMillis,
        double peakMegabytes, double load, String note) {

    static final String COLUMNS = "run,contestant,tasks,wait_ms,call,beyond_ms,processor_ms,peak_mb,load,note";

    Sample {
        if (contestant.matches(".*[,\n].*") || note.matches("(?s).*[,\n].*")) {
            throw new IllegalArgumentException("a comma or the end of a line would take two columns: " + contestant + "; " + note);
        }
    }

    /** Whether it took so long that its first tasks may have ended before its last began. An event loop starts all before it wakes any. */
    boolean late() {
        return beyondMillis > waitMillis && !contestant.matches("asyncio.*|trio");
    }

    /** As a line of a file. */
    String line() {
        return String.join(",", List.of("" + run, contestant, "" + tasks, "" + waitMillis, "" + call, text(beyondMillis, 6), text(workedMillis, 3),
                text(peakMegabytes, 1), text(load, 2), note));
    }

    /** The sample that a line tells of. */
    static Sample of(String line) {
        var cells = line.split(",", -1);
        if (cells.length != COLUMNS.split(",").length) {
            throw new IllegalArgumentException("It should have the columns %s, but it is: %s".formatted(COLUMNS, line));
        }
        return new Sample(Integer.parseInt(cells[0]), cells[1], Integer.parseInt(cells[2]), Integer.parseInt(cells[3]), Integer.parseInt(cells[4]),
                number(cells[5]), number(cells[6]), number(cells[7]), number(cells[8]), cells[9]);
    }

    private static String text(double number, int digits) {
        return Double.isNaN(number) ? "" : String.format(Locale.ROOT, "%." + digits + "f", number);
    }

    private static double number(String cell) {
        return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
    }
}
