import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.Callable;
import structured.gather.Gather;
import structured.synccalls.SyncCalls;

/**
 * Draws what the tutorial is about: the same five waits by the solution of 03, and below, on the same axis, by that of 04. It is
 * narrow, so that it can be read on a phone, too. {@code make} runs it, with its folder: for each {@code sum-and-slowest.TAG.properties} there it writes a picture in that language.
 */
class SumAndSlowest {

    /** In seconds. As in the Python original they are 17.0 together, and the longest is 4.4. */
    private static final List<Double> WAITS = List.of(4.1, 2.6, 3.7, 2.2, 4.4);

    private static final int WIDTH = 480;
    private static final int LEFT = 14;
    private static final int RIGHT = WIDTH - 70;
    private static final int ROW = 17;
    private static final int TOP = 24;
    private static final int GAP = 32;

    private static final String STYLE = """
            <style>
            .paper { fill: #ffffff; stroke: #d0d7de }
            text { font: 15px system-ui, -apple-system, "Segoe UI", "Liberation Sans", sans-serif; fill: #1f2328 }
            .head { font-weight: 600; stroke: #ffffff; stroke-width: 4; paint-order: stroke }
            .label { fill: #57606a }
            .mark { stroke: #d8dee4 }
            .wait { fill: #a5cdf5; stroke: #0b4f9e }
            @media (prefers-color-scheme: dark) {
            .paper { fill: #0d1117; stroke: #30363d }
            text { fill: #e6edf3 }
            .head { stroke: #0d1117 }
            .label { fill: #a3adb8 }
            .mark { stroke: #2b323b }
            .wait { fill: #24517f; stroke: #8cc4ff }
            }
            </style>
            """;

    /** When a task began and ended, in seconds. */
    private record Bar(double from, double to) {}

    private interface Form {
        List<Bar> call(List<Callable<Bar>> tasks) throws Exception;
    }

    /** What the picture says in a language. */
    private record Words(Locale locale, String sum, String slowest, String description) {

        static Words in(Path file) throws IOException {
            var said = new Properties();
            try (var reader = Files.newBufferedReader(file)) {
                said.load(reader);
            }
            var tag = file.getFileName().toString().replaceFirst("^[^.]*\\.(?:(.*)\\.)?properties$", "$1");
            return new Words(tag.isEmpty() ? Locale.ENGLISH : Locale.forLanguageTag(tag), said.getProperty("sum"), said.getProperty("slowest"), said.getProperty("description"));
        }
    }

    public static void main(String[] folder) throws Exception {
        var sum = run(SyncCalls::callInSequence);
        var slowest = run(Gather::gather);
        try (var words = Files.newDirectoryStream(Path.of(folder[0]), "sum-and-slowest*.properties")) {
            for (var file : words) {
                write(file.toString().replaceFirst("properties$", "svg"), sum, slowest, Words.in(file));
            }
        }
    }

    private static List<Bar> run(Form form) throws Exception {
        var start = System.nanoTime();
        var tasks = new ArrayList<Callable<Bar>>();
        for (var wait : WAITS) {
            tasks.add(() -> {
                var from = System.nanoTime();
                Thread.sleep(Duration.ofMillis(Math.round(wait * 1000)));
                return new Bar((from - start) / 1e9, (System.nanoTime() - start) / 1e9);
            });
        }
        return form.call(tasks);
    }

    private static double end(List<Bar> bars) {
        return bars.stream().mapToDouble(Bar::to).max().orElseThrow();
    }

    private static void write(String file, List<Bar> sum, List<Bar> slowest, Words words) throws IOException {
        var svg = new StringBuilder();
        var bottom = TOP + 2 * ROW * WAITS.size() + GAP + 30;
        var height = bottom + 14;
        for (int second = 0; second <= 15; second += 5) {
            svg.append(format("<path class=\"mark\" d=\"M%.1f 34V%d\"/>%n", x(second), bottom - 18));
            svg.append(text(x(second), bottom, "label", second == 0 ? "start" : "middle", second + " s"));
        }
        var y = draw(svg, TOP, words, words.sum(), sum);
        draw(svg, y + GAP, words, words.slowest(), slowest);
        var said = words.description().formatted(seconds(words, end(sum)), seconds(words, end(slowest)));
        Files.writeString(Path.of(file), format("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" role="img" aria-labelledby="t-title">
                <title id="t-title">%3$s</title>
                %4$s<rect class="paper" x="0.5" y="0.5" width="%5$d" height="%6$d" rx="6"/>
                %7$s</svg>
                """, WIDTH, height, said, STYLE, WIDTH - 1, height - 1, svg));
        System.out.println(said);
    }

    /** Draws a title and the bars below it, and says where they end. */
    private static int draw(StringBuilder svg, int y, Words words, String title, List<Bar> bars) {
        svg.append(text(LEFT, y, "head", "start", title));
        for (var bar : bars) {
            y += ROW;
            svg.append(format("<rect class=\"wait\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"11\"/>%n", x(bar.from()), y - 8, x(bar.to()) - x(bar.from())));
        }
        svg.append(text(x(end(bars)) + 8, y + 3, "head", "start", seconds(words, end(bars))));
        return y;
    }

    private static double x(double seconds) {
        return LEFT + (RIGHT - LEFT) * seconds / WAITS.stream().mapToDouble(Double::doubleValue).sum();
    }

    private static String seconds(Words words, double seconds) {
        return String.format(words.locale(), "%.1f s", seconds);
    }

    private static String text(double x, int y, String style, String anchor, String text) {
        return format("<text class=\"%s\" x=\"%.1f\" y=\"%d\" text-anchor=\"%s\">%s</text>%n", style, x, y, anchor, text);
    }

    private static String format(String format, Object... arguments) {
        return String.format(Locale.ROOT, format.replace("%n", "\n"), arguments);
    }
}
