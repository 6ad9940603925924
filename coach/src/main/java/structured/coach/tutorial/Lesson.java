package structured.coach.tutorial;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import structured.coach.machine.SourceText;
import structured.coach.words.Language;

/** The text that belongs to an exercise: what its steps are called, and what to think about when it is done. */
public final class Lesson {

    private static final Pattern QUESTION = Pattern.compile("(?s)\\*\\*\\d\\.\\*\\* (.+)");

    private final Exercise exercise;
    private final Path written;
    private final Page page;
    private final TestNames names;

    /** The lesson of an exercise; an empty one, if it can't be read: a verdict can do without. */
    public Lesson(Exercise exercise) {
        this.exercise = exercise;
        written = Language.here().of(exercise.folder().resolve("README.md"));
        names = TestNames.of(exercise);
        page = new Page(written.getFileName().toString(), read(written));
    }

    private static String read(Path file) {
        try {
            return new String(SourceText.bytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    /** The lesson's file, seen from the root; in the language of whoever reads it, where it was translated. */
    public Path file() {
        return exercise.root().relativize(written);
    }

    /** The numbers of its steps. */
    public Set<Integer> steps() {
        return page.steps(3).keySet();
    }

    /** What a step is called, or an empty text. */
    public String titleOf(int step) {
        return Optional.ofNullable(page.steps(3).get(step)).map(page::titleOf).orElse("");
    }

    /** The sentence of a test such as {@code GatherTest.order}, where it has another one in this language. */
    public Optional<String> nameOf(String test) {
        return names.of(test);
    }

    /** What those who are done may ask themselves: the first question that can be read without the code below it. */
    public Optional<String> question() {
        return page.all(Paragraph.class).filter(Lesson::isAnsweredNext).map(page::source).map(QUESTION::matcher).filter(Matcher::matches)
                .map(question -> question.group(1).strip().replaceAll("\\s+", " ")).findFirst();
    }

    /** The answer is folded. */
    private static boolean isAnsweredNext(Node question) {
        return question.getNext() instanceof HtmlBlock html && html.getLiteral().startsWith("<details>");
    }
}
