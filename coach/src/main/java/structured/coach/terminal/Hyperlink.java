package structured.coach.terminal;

import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

/** A text that leads to a file, if a terminal has it clicked: an escape sequence (OSC 8) before it, and one behind it. */
final class Hyperlink {

    private static final String START = "\033]8;;";
    private static final String END = "\033\\";

    /** The only addresses that are let through: of files on this machine, in letters that do nothing else. */
    private static final Pattern SEQUENCE = Pattern.compile("\033]8;;(file:///[!-~&&[^\"<>\\\\^`{|}]]*)?\033\\\\");

    private Hyperlink() {}

    static String of(String text, Path file) {
        return START + file.toUri().toASCIIString() + END + text + START + END;
    }

    /** The length of the sequence here, if it is one of a link's, or 0. */
    static int at(String text, int at) {
        if (!text.startsWith(START, at)) {
            return 0;
        }
        var sequence = SEQUENCE.matcher(text).region(at, text.length());
        return sequence.lookingAt() ? sequence.end() - at : 0;
    }

    /**
     * Whether this is a terminal that is known to take links, or to pass them over. Some write them out; of those that aren't here nobody has looked.
     * Over a network the file would be looked for on the wrong machine.
     */
    static boolean areKnown(Map<String, String> environment) {
        var forced = environment.get("FORCE_HYPERLINK");
        if (forced != null) {
            return !forced.equals("0");
        }
        var term = environment.getOrDefault("TERM", "");
        if (environment.containsKey("SSH_CONNECTION") || environment.containsKey("TMUX") || term.matches("(screen|tmux|dumb|linux).*")) {
            return false;
        }
        return environment.containsKey("WT_SESSION") || term.equals("xterm-kitty") || term.matches("(foot|alacritty|xterm-ghostty|wezterm).*")
                || environment.getOrDefault("TERM_PROGRAM", "").matches("iTerm\\.app|vscode|WezTerm|ghostty")
                // GNOME's, and others of that library: the first version with links could crash of them.
                || environment.getOrDefault("VTE_VERSION", "").matches("(?!5000)[5-9]\\d{3}|[1-9]\\d{4}");
    }
}
