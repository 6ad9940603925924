package structured.measured;

import java.util.List;
import java.util.Locale;

/** An SVG picture of a plot, as it grows. It is narrow, so that it can be read on a phone, and follows the reader's light or dark. */
final class Picture {

    static final int WIDTH = 480;
    static final int COLOURS = 8;

    private static final List<String> LIGHT = List.of("#0b4f9e", "#1a7f37", "#8250df", "#bc4c00", "#a40e26", "#6e7781", "#7d4e00", "#bf3989");
    private static final List<String> DARK = List.of("#8cc4ff", "#56d364", "#d2a8ff", "#ffa657", "#ff7b72", "#a3adb8", "#e3b341", "#ff9bce");
    private static final String STYLE = """
            <style>
            .paper { fill: #ffffff; stroke: #d0d7de }
            text { font: 14px system-ui, -apple-system, "Segoe UI", "Liberation Sans", sans-serif; fill: #1f2328 }
            .label { fill: #57606a }
            .mark { stroke: #d8dee4; fill: none }
            .line { fill: none; stroke-width: 2 }
            .spread { stroke-width: 3; stroke-opacity: 0.45 }
            %s@media (prefers-color-scheme: dark) {
            .paper { fill: #0d1117; stroke: #30363d }
            text { fill: #e6edf3 }
            .label { fill: #a3adb8 }
            .mark { stroke: #2b323b }
            %s}
            </style>
            """;

    private final String title;
    private final int height;
    private final StringBuilder content = new StringBuilder();

    Picture(String title, int height) {
        this.title = title;
        this.height = height;
    }

    void add(String format, Object... arguments) {
        content.append(format(format, arguments));
    }

    void text(double x, double y, String style, String anchor, String text) {
        add("<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n", style, x, y, anchor, escaped(text));
    }

    String svg() {
        return format("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" role="img" aria-labelledby="t-title">
                <title id="t-title">%3$s</title>
                %4$s<rect class="paper" x="0.5" y="0.5" width="%5$d" height="%6$d" rx="6"/>
                %7$s</svg>
                """, WIDTH, height, escaped(title), STYLE.formatted(colours(LIGHT), colours(DARK)), WIDTH - 1, height - 1, content);
    }

    private static String colours(List<String> colours) {
        var css = new StringBuilder();
        for (int i = 0; i < COLOURS; i++) {
            css.append(".stroke%1$d { stroke: %2$s } .fill%1$d { fill: %2$s }\n".formatted(i, colours.get(i)));
        }
        return css.toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    private static String format(String format, Object... arguments) {
        return String.format(Locale.ROOT, format.replace("%n", "\n"), arguments);
    }
}
