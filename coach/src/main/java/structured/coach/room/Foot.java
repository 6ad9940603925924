package structured.coach.room;

import java.util.ArrayList;
import java.util.List;
import structured.coach.words.Wording;

/**
 * What the watch says of the board below all else.
 *
 * @param nick what the learner is called there; empty if nowhere
 * @param up whether their hand is up
 * @param trouble why nothing is sent just now, or an empty text
 * @param notice a line from the board that was not seen yet, or an empty text
 */
record Foot(String nick, boolean up, String trouble, String notice) {

    private static final Wording SAY = Wording.of(Foot.class);

    static final Foot NONE = new Foot("", false, "", "");

    List<String> lines() {
        var lines = new ArrayList<String>();
        if (!notice.isEmpty()) {
            lines.add(SAY.of("foot.notice", notice));
        }
        if (!nick.isEmpty()) {
            lines.add(SAY.of(up ? "foot.up" : "foot", nick));
        }
        if (!trouble.isEmpty()) {
            lines.add(SAY.of("foot.trouble", trouble));
        }
        return lines;
    }
}
