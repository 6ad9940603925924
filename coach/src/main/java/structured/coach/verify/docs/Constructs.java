package structured.coach.verify.docs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.Code;
import structured.coach.tutorial.Construct;
import structured.coach.tutorial.Page;

/**
 * The table of constructs in docs/later-jdks.md says what their file says: a row for each, a column for each JDK, in it the code
 * that is new there.
 */
final class Constructs {

    private static final String PAGE = "docs/later-jdks.md";
    private static final Pattern JDK = Pattern.compile("(\\d+)(,.*)?");

    private final Tally tally = new Tally("constructs");
    private final List<Construct> constructs;

    private Constructs(List<Construct> constructs) {
        this.constructs = constructs;
    }

    static Tally check(Site site) throws IOException {
        var check = new Constructs(site.has(Construct.FILE) ? Construct.in(site.read(Construct.FILE)) : List.of());
        var rows = site.page(PAGE).stream().flatMap(page -> page.all(TableBlock.class)).map(Tables::rows)
                .filter(table -> Page.text(table.getFirst().getFirst()).equals("Construct")).findFirst().orElse(List.of());
        check.constructs.forEach(construct -> check.check(construct, rows));
        for (var row : rows.isEmpty() ? rows : rows.subList(1, rows.size())) {
            if (check.constructs.stream().noneMatch(construct -> construct.name().equals(Page.text(row.getFirst())))) {
                check.tally.flawed(PAGE, Page.line(row.getFirst()), "no construct of %s has this name".formatted(Construct.FILE),
                        "Write it there too: then it is compiled on each JDK.");
            }
        }
        return check.tally;
    }

    private void check(Construct construct, List<List<TableCell>> rows) {
        for (var name : construct.foundBy()) {
            if (construct.forms().values().stream().noneMatch(form -> Construct.has(form, name))) {
                tally.flawed(Construct.FILE, construct.line(), "no form of \"%s\" has %s".formatted(construct.name(), name), "Correct what it is found by.");
            }
        }
        var row = rows.stream().filter(cells -> Page.text(cells.getFirst()).equals(construct.name())).findFirst();
        if (row.isEmpty()) {
            tally.flawed(Construct.FILE, construct.line(), "\"%s\" has no row in %s".formatted(construct.name(), PAGE), "Write one.");
            return;
        }
        var wrong = new ArrayList<String>();
        for (int i = 1; i < row.get().size(); i++) {
            var heading = JDK.matcher(Page.text(rows.getFirst().get(i)));
            if (heading.matches()) {
                wrong.addAll(wrong(construct, Integer.parseInt(heading.group(1)), row.get().get(i)));
            }
        }
        if (wrong.isEmpty()) {
            tally.fine();
        } else {
            tally.flawed(PAGE, Page.line(row.get().getFirst()), String.join("; ", wrong), "Say what %s says at line %d.".formatted(Construct.FILE, construct.line()));
        }
    }

    /** What is wrong with a cell: its code has to be in the form that the construct has from that JDK on. */
    private static List<String> wrong(Construct construct, int jdk, TableCell cell) {
        var code = Tables.children(cell, Code.class).map(Code::getLiteral).toList();
        var form = construct.forms().get(jdk);
        if (form == null) {
            return code.isEmpty() ? List.of() : List.of("nothing changes on JDK %d".formatted(jdk));
        }
        if (code.isEmpty() && !form.isEmpty()) {
            return List.of("JDK %d has another form, which has to be shown".formatted(jdk));
        }
        return code.stream().filter(part -> !Pattern.compile(pattern(part)).matcher(form).find())
                .map(part -> "the form for JDK %d has no %s".formatted(jdk, part)).toList();
    }

    /** With {@code ...} for anything. */
    private static String pattern(String code) {
        return Stream.of(code.split("\\.\\.\\.", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
    }
}
