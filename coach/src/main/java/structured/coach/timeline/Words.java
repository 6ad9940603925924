package structured.coach.timeline;

import java.util.ArrayList;
import java.util.List;
import structured.coach.terminal.Harmless;

/** Puts words on lines. */
final class Words {

    private Words() {}

    /** Lines of at most {@code width} columns; colours don't count. */
    static List<String> wrap(List<String> words, int width, String gap) {
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
