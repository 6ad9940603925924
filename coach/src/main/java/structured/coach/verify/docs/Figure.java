package structured.coach.verify.docs;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A figure that was measured.
 *
 * @param median of all runs
 * @param least of all runs
 * @param most of all runs
 * @param unit {@code ms}, {@code MB} or {@code times}
 */
record Figure(double median, double least, double most, String unit) {

    /** A line of the file of figures: a key, and what follows here. */
    static final Pattern LINE = Pattern.compile("(\\S+) = (-?[\\d.]+) (-?[\\d.]+) (-?[\\d.]+) (\\w+)");

    static Figure of(MatchResult line) {
        return new Figure(Double.parseDouble(line.group(2)), Double.parseDouble(line.group(3)), Double.parseDouble(line.group(4)), line.group(5));
    }

    @Override
    public String toString() {
        return "%s %s, from %s to %s".formatted(text(median), unit, text(least), text(most));
    }

    private static String text(double number) {
        return String.format(Locale.ROOT, number >= 100 ? "%,.0f" : "%.3g", number);
    }
}
