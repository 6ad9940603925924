package structured.coach.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import structured.coach.terminal.Harmless;
import structured.coach.terminal.Style;
import structured.coach.tutorial.Exercise;

@DisplayName("the solution")
class SolutionViewTest {

    private static final String TEN_LINES = String.join("", IntStream.rangeClosed(1, 10).mapToObj("        line %d;\n"::formatted).toList());

    @TempDir
    private Path root;

    private Exercise exercise;

    @BeforeEach
    void folders() throws Exception {
        exercise = new Exercise(root, "04-gather");
        Files.createDirectories(exercise.sources());
        Files.createDirectories(root.resolve("solutions/04-gather/src/main/java"));
    }

    @Test
    @DisplayName("is shown where it is different, with three lines around it, and the line to look at")
    void context() throws Exception {
        assertThat(shown(80, TEN_LINES, TEN_LINES.replace("line 6", "other 6"))).containsExactly("",
                "--- modules/04-gather/src/main/java/Gather.java", "+++ solutions/04-gather/src/main/java/Gather.java", "line 3",
                "         line 3;", "         line 4;", "         line 5;", "-        line 6;", "+        other 6;",
                "         line 7;", "         line 8;", "         line 9;");
    }

    @Test
    @DisplayName("stands beside the learner's code where there is room, in columns, also of wide letters")
    void sideBySide() throws Exception {
        var shown = shown(110, TEN_LINES.replace("line 6", "\u65e5\u672c\u8a9e 6"), TEN_LINES.replace("line 6", "other 6").replace("line 9;\n", "line 9;\n        added;\n"));
        assertThat(shown.subList(1, 3)).containsExactly("  yours: Gather.java" + " ".repeat(38) + "the solution", "line 3");
        assertThat(shown).contains("  line 3;" + " ".repeat(49) + "line 3;", "- \u65e5\u672c\u8a9e 6;" + " ".repeat(45) + "+ other 6;", " ".repeat(56) + "+ added;");
    }

    @Test
    @DisplayName("fits every width, and no word is cut where a line can go on elsewhere")
    void widths() throws Exception {
        var code = "        var subtasks = tasks.stream().map(scope::fork).filter(Subtask::isDone).toList(); // until all of them have come to an ExecutionException\n";
        for (int width = 40; width <= 120; width++) {
            var room = width;
            var shown = shown(width, TEN_LINES.replace("        line 5;\n", code), TEN_LINES);
            assertThat(shown).as("at %d columns", width).allSatisfy(line -> assertThat(Harmless.width(line)).isLessThanOrEqualTo(Math.max(room, 63)));
            assertThat(String.join("\n", shown)).as("at %d columns", width).contains("ExecutionException", "Subtask::isDone)");
        }
    }

    @Test
    @DisplayName("takes all columns of a wide terminal: no line goes on that has room there")
    void wide() throws Exception {
        var code = "        var subtasks = tasks.stream().map(scope::fork).filter(Subtask::isDone).toList(); // until all have come to an end\n";
        assertThat(shown(240, TEN_LINES.replace("        line 5;\n", code), TEN_LINES)).contains("- " + code.strip() + " ".repeat(6) + "+ line 5;");
        var loop = Files.createDirectories(root.resolve("solutions/04-gather/alternatives/loop"));
        Files.writeString(loop.resolve("Gather.java"), code + code.repeat(2).replace("\n", ""));
        var printed = printed(out -> new SolutionView(exercise, new Style(false, true, 150)).printAlternative(loop, out));
        assertThat(printed).contains(code.stripTrailing()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(150));
    }

    @Test
    @DisplayName("says so if the code is the same, or the same but for comments")
    void same() throws Exception {
        assertThat(shown(80, TEN_LINES, TEN_LINES)).containsExactly("Your code is the same as the solution, to the letter.");
        assertThat(shown(80, "/** Mine. */\n" + TEN_LINES + "        // TODO\n", "/** Theirs. */\n" + TEN_LINES)).containsExactly("Your code is the same as the solution, but for comments.");
    }

    @Test
    @DisplayName("comes with the other right answers, and what is different about each")
    void alternatives() throws Exception {
        var loop = Files.createDirectories(root.resolve("solutions/04-gather/alternatives/loop"));
        Files.writeString(loop.resolve("Gather.java"), "// Alternative: a loop, for who finds\n//     streams hard to read.\nclass Gather {}\n");
        assertThat(shown(80, TEN_LINES, TEN_LINES)).contains("  loop", "      a loop, for who finds streams hard to read.", "To see one: ./workshop solution 04-gather --alternative loop");
        assertThat(printed(out -> new SolutionView(exercise, new Style(false, true, 80)).printAlternative(loop, out)))
                .startsWith("solutions/04-gather/alternatives/loop/Gather.java").contains("class Gather {}");
    }

    @Test
    @DisplayName("is shown whole to who has no such file, or one in another encoding")
    void oddFiles() throws Exception {
        assertThat(shown(80, null, "class Gather {}\n")).contains("+class Gather {}");
        Files.write(exercise.sources().resolve("Gather.java"), "// \u00e9\033[2J\nclass Other {}\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(shown(80, null, "class Gather {}\n")).contains("-class Other {}", "+class Gather {}").noneMatch(line -> line.contains("\033"));
    }

    private List<String> shown(int width, String yours, String solution) throws Exception {
        if (yours != null) {
            Files.writeString(exercise.sources().resolve("Gather.java"), yours);
        }
        Files.writeString(root.resolve("solutions/04-gather/src/main/java/Gather.java"), solution);
        return printed(out -> new SolutionView(exercise, new Style(false, true, width)).print(out));
    }

    private interface Printing {
        void to(PrintStream out) throws Exception;
    }

    private static List<String> printed(Printing what) throws Exception {
        var bytes = new ByteArrayOutputStream();
        what.to(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
