package structured.coach.verify.docs;

import java.util.List;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.Node;
import structured.coach.tutorial.Page;

/** Tables of a page, by rows and cells. */
final class Tables {

    private Tables() {}

    /** The table's cells, its heading first. */
    static List<List<TableCell>> rows(TableBlock table) {
        return children(table, Node.class).flatMap(part -> children(part, TableRow.class)).map(row -> children(row, TableCell.class).toList()).toList();
    }

    /** What is to be read in the heading of rows. */
    static List<String> headings(List<List<TableCell>> rows) {
        return rows.getFirst().stream().map(Page::text).toList();
    }

    /** The parts of a kind that are right below a part. */
    static <T extends Node> Stream<T> children(Node parent, Class<T> kind) {
        return Stream.iterate(parent.getFirstChild(), node -> node != null, Node::getNext).filter(kind::isInstance).map(kind::cast);
    }
}
