package structured.coach.verify.docs;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import structured.coach.tutorial.Page;

/**
 * A paragraph of a page, or what is as large as one: a heading, a row of a table, a block of code or of HTML.
 *
 * @param line the line that it begins in
 * @param text what is written there, as one line: where lines are broken is nobody's translation
 */
record Passage(int line, String text) {

    private static final List<Class<? extends Node>> KINDS = List.of(Paragraph.class, Heading.class, TableRow.class, FencedCodeBlock.class,
            IndentedCodeBlock.class, HtmlBlock.class);

    private static final int FEW = 40;

    /** All of a page, in their order. */
    static List<Passage> of(Page page) {
        return page.all(Node.class).filter(node -> KINDS.stream().anyMatch(kind -> kind.isInstance(node)))
                .map(node -> new Passage(Page.line(node), page.source(node).strip().replaceAll("\\s+", " "))).toList();
    }

    /** Eight digits, which are others when the text is another. */
    String checksum() {
        var sum = new CRC32();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        return "%08x".formatted(sum.getValue());
    }

    /** So much of it as tells which one it is. */
    String firstWords() {
        return text.length() <= FEW ? text : text.substring(0, Math.max(text.lastIndexOf(' ', FEW), FEW / 2)) + " ...";
    }
}
