package structured.coach.tutorial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("hints")
class HintsTest {

    private static final String TEXT = """
            # Hints

            ## Step 1

            ### Hint 1

            Two loops,
            not one.

            ### Hint 2: code

            ```java
            ## no heading
            fork(task);
            ```

            ## Step 2: wait

            ### Hint 1

            Wait for all.
            """;

    @TempDir
    private Path root;

    private Exercise exercise;
    private Path given;

    @BeforeEach
    void write() throws IOException {
        exercise = new Exercise(root, "04-gather");
        given = root.resolve(".workshop/hints.properties");
        Files.createDirectories(exercise.folder());
        Files.writeString(exercise.folder().resolve("hints.md"), TEXT);
    }

    private Hints hints() throws IOException {
        return new Hints(exercise, given);
    }

    @Test
    @DisplayName("are given one after another, as they are written, also by another run of the coach")
    void escalate() throws Exception {
        assertThat(hints().next(1)).isEqualTo(new Hints.Hint(1, 1, 2, true, "Two loops,\nnot one."));
        assertThat(hints().next(1)).isEqualTo(new Hints.Hint(1, 2, 2, true, "```java\n## no heading\nfork(task);\n```"));
    }

    @Test
    @DisplayName("come to an end, after which the last one is given again, and said to be known")
    void end() throws Exception {
        hints().next(2);
        assertThat(hints().next(2)).isEqualTo(new Hints.Hint(2, 1, 1, false, "Wait for all."));
    }

    @Test
    @DisplayName("of one step and one exercise don't count for another")
    void apart() throws Exception {
        hints().next(1);
        assertThat(hints().next(2).isNew()).isTrue();
        var other = new Exercise(root, "05-gather-even");
        Files.createDirectories(other.folder());
        Files.writeString(other.folder().resolve("hints.md"), TEXT);
        assertThat(new Hints(other, given).next(1).number()).isEqualTo(1);
        assertThat(hints().next(1).number()).isEqualTo(2);
    }

    @Test
    @DisplayName("are for the steps that have any")
    void steps() throws Exception {
        assertThat(hints().steps()).containsExactly(1, 2);
        Files.writeString(exercise.folder().resolve("hints.md"), TEXT + "\n## Step 3\n");
        assertThat(hints().steps()).containsExactly(1, 2);
    }

    @Test
    @DisplayName("that are gone are told of, with where to have them back")
    void none() throws Exception {
        Files.writeString(exercise.folder().resolve("hints.md"), "# Hints\n");
        assertThatThrownBy(this::hints).isInstanceOf(IOException.class).hasMessageContaining("hints.md").hasMessageContaining("git checkout");
    }

    @Test
    @DisplayName("are given also where nobody can note it down")
    void noPlace() throws Exception {
        Files.writeString(root.resolve(".workshop"), "a file");
        assertThat(hints().next(1).text()).startsWith("Two loops");
        assertThat(hints().next(1).text()).startsWith("Two loops");
    }
}
