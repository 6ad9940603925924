package structured.measured;

import java.util.Locale;

/** How figures are written: with two digits that count, or three, and a unit in which they are not too long. */
enum Unit {
    /** Of a number in milliseconds. */
    TIME {
        @Override
        String text(double number) {
            var size = Math.abs(number);
            return size >= 1000 ? rounded(number / 1000) + " s" : size >= 1 ? rounded(number) + " ms" : size >= 1e-3 ? rounded(number * 1e3) + " µs" : rounded(number * 1e6) + " ns";
        }
    },
    /** Of a number in megabytes. */
    MEMORY {
        @Override
        String text(double number) {
            return number >= 1000 ? rounded(number / 1000) + " GB" : rounded(number) + " MB";
        }
    },
    /** Of how many times as much. */
    RATIO {
        @Override
        String text(double number) {
            return rounded(number);
        }
    };

    abstract String text(double number);

    /** A median, and in brackets the least and the most of all runs. */
    String text(Spread spread) {
        return spread.runs() == 1 ? text(spread.median()) : "%s (%s–%s)".formatted(text(spread.median()), text(spread.least()), text(spread.most()));
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
        return String.format(Locale.ROOT, size >= 99.95 ? "%,.0f" : size >= 9.995 ? "%.1f" : "%.2f", number);
    }
}
