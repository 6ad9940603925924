package structured.measured;

import java.util.Locale;

/** How figures are written: with three digits that count, and in a unit in which they are not long. */
enum Unit {
    /** Of a number in milliseconds. */
    TIME {
        @Override
        Step step(double number) {
            return number >= 1000 ? new Step(1000, " s") : number >= 1 ? new Step(1, " ms") : number >= 1e-3 ? new Step(1e-3, " µs") : new Step(1e-6, " ns");
        }
    },
    /** Of a number in megabytes. */
    MEMORY {
        @Override
        Step step(double number) {
            return number >= 1000 ? new Step(1000, " GB") : new Step(1, " MB");
        }
    },
    /** Of how many times as much. */
    RATIO {
        @Override
        Step step(double number) {
            return new Step(1, "");
        }
    };

    /** A larger or smaller unit: what one of it is, and its sign. */
    record Step(double size, String sign) {}

    abstract Step step(double number);

    String text(double number) {
        var step = step(Math.abs(number));
        return rounded(number / step.size) + step.sign;
    }

    /** A median, and in brackets the least and the most of all runs, in its unit. */
    String text(Spread spread) {
        var step = step(Math.abs(spread.median()));
        return spread.runs() == 1 ? text(spread.median()) : "%s (%s–%s)".formatted(text(spread.median()), rounded(spread.least() / step.size), rounded(spread.most() / step.size));
    }

    /** A power of ten, on an axis: without digits that say nothing. */
    String tick(double number) {
        return text(number).replaceAll("\\.0+(?= |$)", "").replaceAll("(\\.\\d*[1-9])0+(?= |$)", "$1");
    }

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String rounded(double number) {
        var size = Math.abs(number);
        return String.format(Locale.ROOT, size >= 99.95 ? "%,.0f" : size >= 9.995 ? "%.1f" : size >= 0.9995 || size == 0 ? "%.2f" : "%.3f", number);
    }
}
