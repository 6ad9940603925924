package structured.coach.timeline;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * What the text goes to.
 *
 * @param width how many characters fit on a line
 * @param unicode whether it shows more than ASCII
 * @param colours whether it shows colours
 */
record Terminal(int width, boolean unicode, boolean colours) {

    /** Where the width can't be found out. */
    private static final int USUAL_WIDTH = 80;

    /** Narrower, nothing would be recognised. */
    private static final int LEAST_WIDTH = 40;

    /** Wider, the eye would lose the row. */
    private static final int MOST_WIDTH = 160;

    /** What the environment says of it. {@code isTerminal} is false where the output goes to a file or another program. */
    static Terminal of(Map<String, String> environment, boolean isTerminal) {
        var dumb = environment.getOrDefault("TERM", isTerminal ? "dumb" : "").equals("dumb");
        var locale = first(environment, "LC_ALL", "LC_CTYPE", "LANG").toLowerCase(Locale.ROOT);
        var unicode = locale.contains("utf-8") || locale.contains("utf8");
        var colours = isTerminal && !dumb && environment.getOrDefault("NO_COLOR", "").isEmpty();
        return new Terminal(width(environment.get("COLUMNS"), isTerminal), unicode && !dumb, colours);
    }

    private static String first(Map<String, String> environment, String... names) {
        for (var name : names) {
            if (!environment.getOrDefault(name, "").isEmpty()) {
                return environment.get(name);
            }
        }
        return "";
    }

    private static int width(String columns, boolean isTerminal) {
        var width = columns != null && columns.matches("\\d{1,5}") ? Integer.parseInt(columns) : 0;
        if (width == 0 && isTerminal) {
            width = fromStty();
        }
        return width == 0 ? USUAL_WIDTH : Math.clamp(width, LEAST_WIDTH, MOST_WIDTH);
    }

    private static int fromStty() {
        try {
            var stty = new ProcessBuilder("stty", "size").redirectInput(new File("/dev/tty"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start();
            var size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            return size.matches("\\d+ \\d{1,5}") ? Integer.parseInt(size.substring(size.indexOf(' ') + 1)) : 0;
        } catch (IOException e) {
            // There is no stty here, as on Windows.
            return 0;
        }
    }
}
