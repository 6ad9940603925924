package structured.coach.room;

import java.util.ArrayList;
import java.util.List;

/**
 * What the watch says of the board below all else.
 *
 * @param nick what the learner is called there; empty if nowhere
 * @param up whether their hand is up
 * @param trouble why nothing is sent just now, or an empty text
 * @param notice a line from the board that was not seen yet, or an empty text
 */
record Foot(String nick, boolean up, String trouble, String notice) {

    static final Foot NONE = new Foot("", false, "", "");

    List<String> lines() {
        var lines = new ArrayList<String>();
        if (!notice.isEmpty()) {
            lines.add(">> From the board: " + notice);
        }
        if (!nick.isEmpty()) {
            lines.add("board: %s; exercise, step, verdict; no code%s".formatted(nick, up ? "; your hand is up" : ""));
        }
        if (!trouble.isEmpty()) {
            lines.add("board: " + trouble);
        }
        return lines;
    }
}
