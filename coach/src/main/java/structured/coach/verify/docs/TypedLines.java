package structured.coach.verify.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import structured.coach.tutorial.Page;

/** The command lines that a page tells its readers to type. */
final class TypedLines {

    private static final Set<String> SHELLS = Set.of("sh", "bash", "zsh", "shell", "console", "bat", "powershell");

    /** A command line, without its comment; one that goes on in the next line is put together. */
    record TypedLine(String file, int line, String text) {}

    private TypedLines() {}

    static boolean isShell(FencedCodeBlock block) {
        return SHELLS.contains(language(block));
    }

    private static String language(FencedCodeBlock block) {
        return block.getInfo() == null ? "" : block.getInfo().strip().split("\\s+")[0];
    }

    /** Those in blocks of their own. */
    static Stream<TypedLine> inBlocks(Page page) {
        return page.all(FencedCodeBlock.class).filter(TypedLines::isShell).flatMap(block -> inBlock(page, block).stream());
    }

    /** Those within sentences; in a heading it may be the beginning of a message. */
    static Stream<TypedLine> inSentences(Page page) {
        return page.all(Code.class).filter(code -> !(code.getParent() instanceof Heading))
                .filter(code -> code.getLiteral().matches("(\\./workshop|mvn|cd|java)( .*)?"))
                .map(code -> new TypedLine(page.file(), Page.line(code), code.getLiteral()));
    }

    /** Those in one block. */
    static List<TypedLine> inBlock(Page page, FencedCodeBlock block) {
        var found = new ArrayList<TypedLine>();
        var lines = block.getLiteral().lines().toList();
        var begun = "";
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i).strip();
            if (language(block).equals("console") && begun.isEmpty()) {
                // The rest is what the commands print.
                line = line.startsWith("$ ") ? line.substring(2) : "";
            }
            var text = (begun + " " + withoutComment(line)).strip();
            if (text.matches(".*(\\\\|\\||&&)")) {
                begun = text.replaceFirst("\\\\$", "").strip();
            } else {
                begun = "";
                if (!text.isEmpty()) {
                    found.add(new TypedLine(page.file(), Page.line(block) + 1 + i, text));
                }
            }
        }
        return found;
    }

    /** A comment begins with a # that begins a word, and isn't quoted. */
    private static String withoutComment(String line) {
        var quote = ' ';
        for (int i = 0; i < line.length(); i++) {
            var c = line.charAt(i);
            if (quote != ' ') {
                quote = c == quote ? ' ' : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '#' && (i == 0 || Character.isWhitespace(line.charAt(i - 1)))) {
                return line.substring(0, i).strip();
            }
        }
        return line;
    }
}
