package structured.coach.verify.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("the check of snippets")
class SnippetsTest {

    private static final String GATHER = """
            class Gather {
                void gather() {
                    try (var scope = open()) {
                        // One for each task.
                        var subtasks = tasks.stream().map(scope::fork).toList();

                        scope.join().throwIfFailed();
                    }
                }
            }
            """;

    @TempDir
    private Path folder;

    private SmallSite small;

    @BeforeEach
    void write() throws Exception {
        small = new SmallSite(folder).with("solutions/04-gather/src/main/java/Gather.java", GATHER)
                .with("solutions/05-gather-even/src/main/java/Even.java", "return even;\n");
    }

    @Test
    @DisplayName("takes lines of a source, with other indentation, gaps, blanks, and without comments")
    void right() throws Exception {
        assertThat(flaws("java", "try (var scope = open()) {\n  // One for each task.\n  var subtasks = tasks.stream().map(scope::fork).toList();")).isEmpty();
        assertThat(flaws("java", "try (var scope = open()) {\n    var subtasks = tasks.stream().map(scope::fork).toList();")).isEmpty();
        assertThat(flaws("java", "void gather() {\n    ...\n    scope.join().throwIfFailed();")).isEmpty();
        assertThat(flaws("java", "void gather() {\n    // ...\n}\n...")).isEmpty();
        assertThat(flaws("java", "var subtasks = tasks.stream().map(____::____).toList();\n\nscope.____();")).isEmpty();
    }

    @Test
    @DisplayName("says which line no source has, or that they don't follow each other")
    void wrong() throws Exception {
        assertThat(flaws("java", "void gather() {\n    scope.join();")).singleElement().satisfies(flaw -> {
            assertThat(flaw.what()).isEqualTo("no Java source of 04-gather has these lines, nor this one: scope.join();");
            assertThat(flaw.line()).isEqualTo(3);
        });
        assertThat(flaws("java", "void gather() {\nscope.join().throwIfFailed();")).singleElement()
                .satisfies(flaw -> assertThat(flaw.what()).endsWith("one after another"));
        assertThat(flaws("java", "scope.join().throwIfFailed();\n...\nvoid gather() {")).hasSize(1);
        assertThat(flaws("java", "// Two for each task.\nvar subtasks = tasks.stream().map(scope::fork).toList();")).hasSize(1);
        assertThat(flaws("java", "var subtasks = ____.toSet();")).hasSize(1);
    }

    @Test
    @DisplayName("looks for a lesson's lines only in its own exercise, for those of docs anywhere")
    void where() throws Exception {
        assertThat(flaws("java", "return even;")).hasSize(1);
        small.with("docs/guide.md", "```java\nreturn even;\n```\n");
        assertThat(flaws("text", "")).isEmpty();
    }

    @Test
    @DisplayName("leaves alone a sketch, and other languages")
    void sketch() throws Exception {
        assertThat(flaws("java sketch", "anything();")).isEmpty();
        assertThat(flaws("python", "await gather(*tasks)")).isEmpty();
        assertThat(flaws("java schetch", "anything();")).hasSize(1);
    }

    private List<Flaw> flaws(String fence, String code) throws IOException, InterruptedException {
        return Snippets.check(small.with("modules/04-gather/README.md", "# Gather\n\n```%s\n%s\n```\n".formatted(fence, code)).site()).flaws();
    }
}
