package structured.coach.timeline;

import java.util.ArrayList;
import java.util.List;

/** Puts words on lines. */
final class Words {

    private Words() {}

    /** Lines of at most {@code width} characters; colours don't count. */
    static List<String> wrap(List<String> words, int width, String gap) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : words) {
            if (!line.isEmpty() && plain(line + gap + word) > width) {
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

    private static int plain(String text) {
        return text.replaceAll("\033\\[[0-9;]*m", "").length();
    }
}
