package structured.coach.verify.docs;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A figure as a page says it.
 *
 * @param written the number as it is written
 * @param decimals how many digits it has after the point
 * @param unit its unit
 */
record Said(double written, int decimals, Unit unit) {

    /** What one of it is, in a unit of figures that were measured. */
    private record Unit(String of, double size) {}

    private static final Pattern FIGURE = Pattern.compile("(\\d[\\d.,]*)(?:\\s+([\\p{L}µ]+))?$");
    private static final Unit SECOND = new Unit("ms", 1000);
    private static final Unit TIMES = new Unit("times", 1);
    private static final Map<String, Unit> UNITS = Map.ofEntries(Map.entry("ns", new Unit("ms", 1e-6)), Map.entry("µs", new Unit("ms", 1e-3)),
            Map.entry("ms", new Unit("ms", 1)), Map.entry("milliseconds", new Unit("ms", 1)), Map.entry("milissegundos", new Unit("ms", 1)),
            Map.entry("s", SECOND), Map.entry("seconds", SECOND), Map.entry("segundos", SECOND), Map.entry("kB", new Unit("MB", 1e-3)),
            Map.entry("MB", new Unit("MB", 1)), Map.entry("GB", new Unit("MB", 1000)), Map.entry("times", TIMES), Map.entry("vezes", TIMES));

    /** The figure that a text ends with, if it does. With {@code commas} one is before the decimals, and a point between thousands. */
    static Optional<Said> before(String text, boolean commas) {
        var figure = FIGURE.matcher(text.strip());
        if (!figure.find()) {
            return Optional.empty();
        }
        var unit = figure.group(2) == null ? TIMES : UNITS.get(figure.group(2));
        if (unit != null) {
            var number = commas ? figure.group(1).replace(".", "").replace(',', '.') : figure.group(1).replace(",", "");
            if (number.matches("\\d+(\\.\\d+)?")) {
                var point = number.indexOf('.');
                return Optional.of(new Said(Double.parseDouble(number), point < 0 ? 0 : number.length() - point - 1, unit));
            }
        }
        return Optional.empty();
    }

    boolean isOf(String measured) {
        return unit.of.equals(measured);
    }

    /** In the unit of what was measured. */
    double value() {
        return written * unit.size;
    }

    /** What was measured, as this figure would be written. */
    double rounded(double measured) {
        var scale = Math.pow(10, decimals);
        return Math.round(measured / unit.size * scale) / scale;
    }
}
