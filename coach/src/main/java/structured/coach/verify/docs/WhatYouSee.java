package structured.coach.verify.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import structured.coach.tutorial.Exercise;
import structured.coach.tutorial.Page;
import structured.coach.tutorial.Tutorial;
import structured.coach.verdict.TestResult;
import structured.coach.verdict.Verdict;
import structured.coach.verdict.Verdict.Status;

/**
 * What the workshop guide says that is seen of a mistake, in its tables with a column "What you see". A row names pitfalls, as code. In
 * quotes it has the test whose failure the coach shows first, and, as code, words of what is said of it; {@code …} stands for anything.
 * Where it isn't RED, it says so. Where it is luck which test that is, or how it ends, it says each. What comes after the first failure isn't asked: whether the run ends, say.
 */
public final class WhatYouSee {

    static final String GUIDE = "docs/workshop-guide.md";

    /** Nothing is said, or nobody asks. */
    public static final WhatYouSee NOTHING = new WhatYouSee(List.of());

    static final String COLUMN = "What you see";
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");

    /** Of a message, so much as tells which one it is. */
    private static final int ENOUGH = 240;

    /** A row: what stands in its column is text around words. */
    private record Row(int line, List<Mistake> mistakes, String text, List<String> words) {}

    /** A pitfall by the name of its folder, if there is one. */
    private record Mistake(String exercise, String name, Path folder) {}

    private final List<Row> rows;

    private WhatYouSee(List<Row> rows) {
        this.rows = rows;
    }

    /** What this tutorial's guide says. */
    public static WhatYouSee of(Tutorial tutorial) throws IOException {
        var file = tutorial.root().resolve(GUIDE);
        return Files.exists(file) ? of(new Page(GUIDE, Files.readString(file)), tutorial.exercises()) : NOTHING;
    }

    static WhatYouSee of(Page guide, List<Exercise> exercises) {
        var rows = new ArrayList<Row>();
        guide.all(TableBlock.class).forEach(table -> {
            var cells = Tables.rows(table);
            var column = Tables.headings(cells).indexOf(COLUMN);
            var exercise = exerciseAt(guide, Page.line(table), exercises);
            if (column > 0) {
                cells.stream().skip(1).forEach(row -> rows.add(row(row, column, exercise)));
            }
        });
        return new WhatYouSee(rows);
    }

    /** The exercise by whose number the last heading before a line begins. */
    private static Optional<Exercise> exerciseAt(Page guide, int line, List<Exercise> exercises) {
        var above = guide.all(Heading.class).filter(heading -> Page.line(heading) < line).reduce((first, next) -> next).map(Page::text).orElse("");
        return exercises.stream().filter(exercise -> above.startsWith(exercise.number() + " ")).findFirst();
    }

    private static Row row(List<TableCell> cells, int column, Optional<Exercise> exercise) {
        var seen = cells.get(column);
        return new Row(Page.line(seen), code(cells.getFirst()).map(name -> new Mistake(exercise.map(Exercise::name).orElse("no exercise"), name,
                exercise.map(its -> pitfall(its, name)).filter(Files::isDirectory).orElse(null))).toList(), text(seen), code(seen).toList());
    }

    private static String text(TableCell seen) {
        return Tables.children(seen, Node.class).map(part -> part instanceof Text plain ? plain.getLiteral() : " ").collect(Collectors.joining());
    }

    /** What is in quotes there: sentences of tests, or parts of them. */
    static List<String> quoted(TableCell seen) {
        return quoted(text(seen));
    }

    private static List<String> quoted(String text) {
        return QUOTED.matcher(text).results().map(found -> found.group(1)).toList();
    }

    private static Path pitfall(Exercise exercise, String name) {
        return exercise.root().resolve("solutions").resolve(exercise.name()).resolve("pitfalls").resolve(name);
    }

    private static Stream<String> code(Node cell) {
        return Tables.children(cell, Code.class).map(Code::getLiteral);
    }

    /** The pitfalls that it names, each a folder: what it says is compared with the verdicts on them, by all tests. */
    public List<Path> pitfalls() {
        return rows.stream().flatMap(row -> row.mistakes().stream()).map(Mistake::folder).filter(folder -> folder != null).distinct().toList();
    }

    /** Compares it with these verdicts. */
    Tally compare(Map<Path, Verdict> verdicts) {
        var tally = new Tally("seen");
        for (var row : rows) {
            if (row.mistakes().isEmpty()) {
                tally.flawed(GUIDE, row.line(), "this row names no pitfall", "Name the folder of one, as code, in its first column.");
            }
            for (var mistake : row.mistakes()) {
                var verdict = Optional.ofNullable(mistake.folder()).map(verdicts::get);
                var wrong = mistake.folder() == null ? "there is no pitfall %s in solutions/%s/pitfalls".formatted(mistake.name(), mistake.exercise())
                        : verdict.map(its -> wrong(row, its)).orElse("there is no verdict on " + mistake.name());
                if (wrong.isEmpty()) {
                    tally.fine();
                } else {
                    tally.flawed(GUIDE, row.line(), wrong, verdict.map(its -> "What is shown first of %s: %s".formatted(mistake.name(), shown(its)))
                            .orElse("Name one that is there."));
                }
            }
        }
        return tally;
    }

    /** What is wrong with a row about code with this verdict; nothing if all is right. */
    private static String wrong(Row row, Verdict verdict) {
        var tests = quoted(row.text());
        if (tests.isEmpty()) {
            return "the row has no test in quotes";
        }
        var name = verdict.firstFailure().map(TestResult::name).orElse("");
        if (tests.stream().noneMatch(test -> like(test).matcher(name).matches())) {
            return "another test is shown first than \"%s\"".formatted(String.join("\" or \"", tests));
        }
        var statuses = Stream.of(Status.values()).filter(status -> row.text().contains(status.name())).toList();
        if (statuses.isEmpty() ? verdict.status() != Status.RED : !statuses.contains(verdict.status())) {
            return "it is %s, which the row doesn't say".formatted(verdict.status());
        }
        return row.words().stream().filter(words -> !like(words).matcher(said(verdict)).find()).findFirst()
                .map(words -> "nothing that is shown first has the words: " + words).orElse("");
    }

    /** What the coach says first: of the first failure, and, where the run didn't come to its end, of that. */
    private static String said(Verdict verdict) {
        var message = verdict.firstFailure().map(TestResult::message).orElse("");
        var all = verdict.status() == Status.RED || message.equals(verdict.sentence()) ? message : message + " " + verdict.sentence();
        return all.replaceAll("\\s+", " ").strip();
    }

    private static String shown(Verdict verdict) {
        var said = said(verdict);
        return "%s, \"%s\": %s".formatted(verdict.status(), verdict.firstFailure().map(TestResult::name).orElse("no test"),
                said.length() > ENOUGH ? said.substring(0, ENOUGH) + " ..." : said);
    }

    /** Words in which {@code …} stands for anything. */
    static Pattern like(String words) {
        return Pattern.compile(Stream.of(words.split("\\s*…\\s*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
    }
}
