package structured.coach.terminal;

import java.util.ArrayList;
import java.util.List;

/** Puts words on lines. */
public final class Words {

    private Words() {}

    /** Lines of at most {@code width} columns; colours don't count. */
    public static List<String> wrap(List<String> words, int width, String gap) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : words) {
            if (!line.isEmpty() && Harmless.width(line + gap + word) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : gap).append(word);
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }
}
