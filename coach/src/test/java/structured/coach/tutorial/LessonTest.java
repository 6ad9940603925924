package structured.coach.tutorial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import structured.coach.words.Language;

@DisplayName("a lesson")
class LessonTest {

    private static final String TEXT = """
            # Gather

            ## Steps

            ### Step 1: fork a subtask for each task, with `fork`

            ```java
            ### Step 2: in a block of code
            ```

            ### Step 2: wait

            ## Questions

            **1.** What does this print?

            ```java
            print();
            ```

            <details><summary>Answer</summary>One.</details>

            **2.** Why does `join`
            come *before* `get`?

            <details><summary>Answer</summary>Since.</details>

            **3.** And now?

            <details><summary>Answer</summary>Go on.</details>
            """;

    @TempDir
    private Path root;

    private Exercise exercise;

    @BeforeEach
    void write() throws IOException {
        exercise = new Exercise(root, "04-gather");
        Files.createDirectories(exercise.folder());
        Files.writeString(exercise.folder().resolve("README.md"), TEXT);
    }

    @Test
    @DisplayName("calls its steps as its headings do, with their markup")
    void titles() {
        var lesson = new Lesson(exercise);
        assertThat(lesson.titleOf(1)).isEqualTo("fork a subtask for each task, with `fork`");
        assertThat(lesson.titleOf(2)).isEqualTo("wait");
        assertThat(lesson.titleOf(3)).isEmpty();
    }

    @Test
    @DisplayName("has a question for those who are done: the first whose answer comes right after it, in one line")
    void question() {
        assertThat(new Lesson(exercise).question()).contains("Why does `join` come *before* `get`?");
    }

    @Test
    @DisplayName("that was saved on Windows is no other one")
    void windows() throws Exception {
        Files.writeString(exercise.folder().resolve("README.md"), TEXT.replace("\n", "\r\n"));
        assertThat(new Lesson(exercise).titleOf(2)).isEqualTo("wait");
        assertThat(new Lesson(exercise).question()).contains("Why does `join` come *before* `get`?");
    }

    @Test
    @DisplayName("that is gone has no titles and no questions, and still a place")
    void gone() throws Exception {
        Files.delete(exercise.folder().resolve("README.md"));
        var lesson = new Lesson(exercise);
        assertThat(lesson.titleOf(1)).isEmpty();
        assertThat(lesson.question()).isEmpty();
        assertThat(lesson.file()).isEqualTo(Path.of("modules", "04-gather", "README.md"));
    }

    @Test
    @DisplayName("in another language is read there, with the sentences of its tests; what it hasn't is the first one's")
    void inAnotherLanguage() throws Exception {
        Files.writeString(exercise.folder().resolve("README.pt-BR.md"), "### Passo 1: faça o fork\n");
        Files.writeString(exercise.folder().resolve("tests.pt-BR.properties"), "GatherTest.order=na ordem das \u00e1rvores\n");
        var lesson = Language.in(Language.called("pt-BR").orElseThrow(), () -> new Lesson(exercise));
        assertThat(lesson.titleOf(1)).isEqualTo("faça o fork");
        assertThat(lesson.file()).isEqualTo(Path.of("modules", "04-gather", "README.pt-BR.md"));
        assertThat(lesson.nameOf("GatherTest.order")).contains("na ordem das árvores");
        assertThat(lesson.nameOf("GatherTest.results")).isEmpty();
        assertThat(new Lesson(exercise).nameOf("GatherTest.order")).isEmpty();
    }
}
