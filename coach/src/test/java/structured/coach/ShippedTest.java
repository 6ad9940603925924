package structured.coach;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("an exercise as shipped")
class ShippedTest {

    private static final String STUB = """
            class Gather {
                static void gather() {
                    // TODO step 1: fork
                    // TODO step 2: join
                    throw new UnsupportedOperationException("gather is not written yet");
                }
            }
            """;
    private static final String HALF = STUB.replace("// TODO step 1: fork", "scope.fork(task);");
    private static final String SOLVED = "class Gather { static void gather() { done(); } }\n";

    @TempDir
    private Path root;

    private Path gather;
    private Shipped shipped;

    @BeforeEach
    void write() throws Exception {
        gather = root.resolve("Gather.java");
        shipped = new Shipped(root, root.resolve("copies"));
    }

    @Test
    @DisplayName("is known after commits of half and of whole answers")
    void afterCommits() throws Exception {
        git("init", "-q");
        commit(STUB);
        commit(HALF);
        commit(SOLVED);
        assertThat(shipped.text(gather)).contains(STUB);
    }

    @Test
    @DisplayName("is the newest of several that were shipped")
    void newest() throws Exception {
        git("init", "-q");
        commit(STUB);
        commit(SOLVED);
        var better = STUB.replace("fork", "fork them all");
        commit(better);
        commit(HALF);
        assertThat(shipped.text(gather)).contains(better);
    }

    @Test
    @DisplayName("is known without git from the time when it was untouched")
    void withoutGit() throws Exception {
        Files.writeString(gather, STUB);
        shipped.remember(List.of(gather));
        Files.writeString(gather, HALF);
        shipped.remember(List.of(gather));
        assertThat(shipped.text(gather)).contains(STUB);
    }

    @Test
    @DisplayName("is not known where nothing tells, and a file that was no stub is given")
    void given() throws Exception {
        var solution = Files.writeString(root.resolve("Solution.java"), SOLVED);
        Files.writeString(gather, SOLVED.replace("done()", "solved()"));
        assertThat(shipped.text(gather)).isEmpty();
        assertThat(shipped.isGiven(gather, solution)).as("given, when nothing is known of it").isFalse();
        git("init", "-q");
        commit(SOLVED.replace("done()", "solved()"));
        assertThat(shipped.isGiven(gather, solution)).as("given, when all that is known are answers").isFalse();
        commit(SOLVED);
        Files.writeString(gather, "class Gather {}");
        assertThat(shipped.isGiven(gather, solution)).as("given, when it was once what it is in the solution").isTrue();
    }

    private void commit(String text) throws IOException, InterruptedException {
        Files.writeString(gather, text);
        git("add", "-A");
        git("-c", "user.name=A Learner", "-c", "user.email=learner@example.org", "commit", "-qm", "so far");
    }

    private void git(String... args) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("git", "-C", root.toString()));
        command.addAll(List.of(args));
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).as(command.toString()).isZero();
    }
}
