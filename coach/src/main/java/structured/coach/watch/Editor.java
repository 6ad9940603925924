package structured.coach.watch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import structured.coach.words.Wording;

/**
 * What a learner edits with. There is no shell in between, so a file's name may have any characters.
 *
 * @param words the command, word by word
 */
record Editor(List<String> words) {

    private static final Wording SAY = Wording.of(Editor.class);

    private static final String FILE = "{file}";
    private static final String LINE = "{line}";

    /** A word may have parts in quotation marks, and signs behind a backslash, as in a shell. */
    private static final Pattern WORD = Pattern.compile("(?:[^\\s'\"\\\\]|\\\\.|'[^']*'|\"(?:[^\"\\\\]|\\\\.)*\")+");
    private static final Pattern PART = Pattern.compile("\\\\(.)|'([^']*)'|\"((?:[^\"\\\\]|\\\\.)*)\"");

    private static final Set<String> LINE_WITH_PLUS = Set.of("vi", "vim", "nvim", "view", "gvim", "nano", "pico", "emacs", "emacsclient", "micro", "kak", "joe",
            "jed", "ne", "mg", "ed", "gedit", "xed", "pluma", "gnome-text-editor");
    private static final Set<String> LINE_WITH_GOTO = Set.of("code", "code-insiders", "codium", "vscodium", "cursor", "windsurf");
    private static final Set<String> LINE_WITH_COLON = Set.of("hx", "helix", "subl", "sublime_text", "zed", "zeditor");
    private static final Set<String> LINE_WITH_OPTION = Set.of("idea", "idea64", "kate");

    /** Those that open windows of their own. All others get the terminal, and the watch waits for them. */
    private static final Set<String> IN_WINDOWS = Set.of("gvim", "gedit", "xed", "pluma", "gnome-text-editor", "code", "code-insiders", "codium", "vscodium",
            "cursor", "windsurf", "subl", "sublime_text", "zed", "zeditor", "idea", "idea64", "kate", "notepad", "notepad++", "mate", "bbedit", "eclipse", "mousepad");

    /**
     * The learner's: the one that was asked for, or that variables name, or one of those that are often there.
     *
     * @param asked what the option said, or null
     */
    static Optional<Editor> of(String asked, Map<String, String> environment, Predicate<String> isInstalled) {
        var named = Stream.of(Optional.ofNullable(asked), variable(environment, "VISUAL"), variable(environment, "EDITOR")).flatMap(Optional::stream).findFirst();
        return named.map(Editor::words).or(() -> Stream.of("code", "idea").filter(isInstalled).findFirst().map(List::of)).map(Editor::new);
    }

    private static Optional<String> variable(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(text -> !words(text).isEmpty());
    }

    /** The words of a command. */
    static List<String> words(String command) {
        return WORD.matcher(command).results().map(word -> PART.matcher(word.group()).replaceAll(part -> {
            var quoted = Stream.of(part.group(1), part.group(2), part.group(3)).filter(it -> it != null).findFirst().orElseThrow();
            return Matcher.quoteReplacement(part.group(3) == null ? quoted : quoted.replaceAll("\\\\(.)", "$1"));
        })).toList();
    }

    /** What is wrong with a command that was asked for, if something is. */
    static Optional<String> problem(String asked) {
        var isOpen = !WORD.matcher(asked).replaceAll("").isBlank();
        return isOpen ? Optional.of(SAY.of("edit.quotation", asked))
                : words(asked).isEmpty() ? Optional.of(SAY.of("edit.empty"))
                : !asked.contains(FILE) ? Optional.of(SAY.of("edit.no-file", asked)) : Optional.empty();
    }

    String name() {
        return Path.of(words.getFirst()).getFileName().toString().toLowerCase(Locale.ROOT).replaceFirst("\\.(exe|cmd|bat|sh|app)$", "");
    }

    /** Whether it takes the terminal, and gives it back when it ends. */
    boolean takesTheTerminal() {
        return !IN_WINDOWS.contains(name()) && !(name().equals("emacsclient") && words.stream().noneMatch(it -> it.matches("-t|-tty|-nw|--tty")));
    }

    /** What to start, to open a file at a line. */
    List<String> command(Path file, int line) {
        if (words.stream().anyMatch(word -> word.contains(FILE))) {
            return words.stream().map(word -> word.replace(LINE, String.valueOf(line)).replace(FILE, file.toString())).toList();
        }
        var command = new ArrayList<>(words);
        if (LINE_WITH_PLUS.contains(name())) {
            command.addAll(List.of("+" + line, file.toString()));
        } else if (LINE_WITH_GOTO.contains(name())) {
            command.addAll(List.of("-g", file + ":" + line));
        } else if (LINE_WITH_COLON.contains(name())) {
            command.add(file + ":" + line);
        } else if (LINE_WITH_OPTION.contains(name())) {
            command.addAll(List.of("--line", String.valueOf(line), file.toString()));
        } else {
            // Of any other nobody knows how it is told a line.
            command.add(file.toString());
        }
        return command;
    }
}
