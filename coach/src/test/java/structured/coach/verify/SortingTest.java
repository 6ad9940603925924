package structured.coach.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import structured.coach.TutorialCopy;
import structured.coach.tutorial.Exercise;
import structured.coach.tutorial.Kinds;
import structured.coach.tutorial.Pitfall;
import structured.coach.tutorial.Tutorial;
import structured.coach.verify.Check.Finding;

@DisplayName("the pitfalls, by kinds of mistakes")
class SortingTest {

    private static final String LATE = """
            late.title=Comes late
            late.promise=It comes in time.
            late.question=When does it come?
            """;

    @TempDir
    private Path root;

    private Exercise exercise;

    @BeforeEach
    void kinds() throws IOException {
        exercise = new Exercise(root, "04-gather");
        Files.createDirectories(root.resolve("solutions"));
        Files.writeString(root.resolve(Kinds.FILE), LATE);
    }

    private void pitfall(String name, String... head) throws IOException {
        var folder = Files.createDirectories(root.resolve("solutions/04-gather/pitfalls").resolve(name));
        Files.writeString(folder.resolve("Gather.java"), String.join("\n", head) + "\npackage structured.gather;\n// Kind: not in the head\n");
    }

    private static String told(Check check) throws Exception {
        return check.trial().with(null) instanceof Finding.Short found ? found.what() : "";
    }

    @Test
    @DisplayName("of this tutorial are sorted")
    void ours() throws Exception {
        var exercises = new Tutorial(TutorialCopy.ORIGINAL).exercises();
        for (var each : exercises) {
            assertThat(told(Sorting.ofPitfalls(each))).as(each.name()).isEmpty();
            assertThat(Pitfall.of(each)).as(each.name()).allSatisfy(pitfall -> {
                assertThat(pitfall.sentence()).as("the sentence of " + pitfall.name()).isNotEmpty();
                assertThat(pitfall.why()).as("why people write " + pitfall.name()).isNotEmpty();
                assertThat(pitfall.tests()).as("the tests that catch " + pitfall.name()).isNotEmpty();
            });
        }
        assertThat(told(Sorting.ofKinds(exercises))).isEmpty();
        assertThat(Kinds.of(TutorialCopy.ORIGINAL).all()).hasSizeBetween(20, 40).allMatch(kind -> kind.question().endsWith("?") && kind.promise().endsWith("."));
    }

    @Test
    @DisplayName("each have one kind, that there is")
    void eachHasOne() throws Exception {
        pitfall("none", "// Pitfall: comes late,", "//     by an hour.", "// Why: it is far.", "// Caught by: it comes in time");
        pitfall("another", "// Pitfall: comes late.", "// Kind: later", "// Caught by: it comes in time");
        pitfall("two", "// Pitfall: comes late.", "// Kind: late", "// Kind: late", "// Caught by: it comes in time");
        pitfall("right", "// Pitfall: comes late.", "// Kind: late", "// Caught by: it comes in time");
        assertThat(told(Sorting.ofPitfalls(exercise))).contains("none does not say what kind of mistake it is (\"// Kind: ...\", one of those in solutions/kinds.properties)",
                "another is said to be of the kind \"later\", which solutions/kinds.properties does not have", "two is said to be of 2 kinds").doesNotContain("right ");
        assertThat(Pitfall.of(exercise)).filteredOn(pitfall -> pitfall.name().equals("none")).singleElement().satisfies(pitfall -> {
            assertThat(pitfall.sentence()).isEqualTo("comes late, by an hour.");
            assertThat(pitfall.tests()).isEqualTo(List.of("it comes in time"));
        });
    }

    @Test
    @DisplayName("leave no kind without one, and each kind has a title, a promise and a question, once")
    void eachIsUsed() throws Exception {
        Files.writeString(root.resolve(Kinds.FILE), LATE + "early.title=Comes early\nearly.promise=\nlate.title=Late\nlate=x\nlate.akin=early, late\n");
        pitfall("right", "// Pitfall: comes late.", "// Kind: late", "// Caught by: it comes in time");
        assertThat(told(Sorting.ofKinds(List.of(exercise)))).contains("no pitfall is of the kind \"early\": take it out of solutions/kinds.properties, or sort one into it",
                "has no early.promise", "has no early.question", "has late.title twice", "has \"late\", and a key there ends in .title, .promise, .question or .akin", "has \"late\" in late.akin, which is no other kind");
    }
}
