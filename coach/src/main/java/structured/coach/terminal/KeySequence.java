package structured.coach.terminal;

import java.util.regex.Pattern;

/** What several characters in a row are to a terminal that begin with an escape. */
final class KeySequence {

    /** What a function key sends, or a letter with Alt; or what a terminal answers, which may be a text with an end of its own. */
    private static final Pattern WHOLE = Pattern.compile("(?s)\033+(?:\\[(?:\\[.|[ -?]+[^ -?]|[^ -?\\[])|O.|[\\]P_^X].*(?:\007|\033\\\\)|[^\033\\[O\\]P_^X])");

    private static final int LONGEST = 1000;

    private KeySequence() {}

    /**
     * Whether nothing more belongs to it. What comes behind it is another key, even if it comes at once: arrows that are held down, on a machine that has
     * had no time to look.
     */
    static boolean isWhole(CharSequence sent) {
        return sent.length() >= LONGEST || WHOLE.matcher(sent).matches();
    }
}
