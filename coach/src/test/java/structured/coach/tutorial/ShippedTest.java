package structured.coach.tutorial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
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
        shipped = shippedWith(new Git(root), Map.of());
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

    private Shipped shippedWith(Git git, Map<String, String> checksums) {
        return new Shipped(root, root.resolve("copies"), git, checksums);
    }

    private static Map<String, String> checksumOf(String text) {
        return Map.of("Gather.java", Shipped.checksum(text));
    }

    @Test
    @DisplayName("is known without git from the time when it was untouched, also with lines as on Windows")
    void withoutGit() throws Exception {
        for (var stub : List.of(STUB, STUB.replace("\n", "\r\n"))) {
            Files.writeString(gather, stub);
            var here = shippedWith(new Git(root), checksumOf(STUB));
            here.remember(List.of(gather));
            Files.writeString(gather, HALF);
            here.remember(List.of(gather));
            assertThat(here.text(gather)).get().asString().isEqualToNormalizingNewlines(STUB);
        }
    }

    @Test
    @DisplayName("is not what was there first, but had been changed, although it is still to be written")
    void changedBefore() throws Exception {
        Files.writeString(gather, STUB.replace("class Gather {", "class Gather { int mine;"));
        var here = shippedWith(new Git(root), checksumOf(STUB));
        here.remember(List.of(gather));
        assertThat(here.text(gather)).isEmpty();
        assertThat(here.problem()).startsWith("git says: fatal: not a git repository");
        git("init", "-q");
        commit(STUB);
        commit(STUB.replace("class Gather {", "class Gather { int mine;"));
        assertThat(here.text(gather)).as("what is known by its checksum, not the newest").contains(STUB);
    }

    @Test
    @DisplayName("is copied anew when there is a newer one")
    void newerTutorial() throws Exception {
        Files.writeString(gather, STUB);
        shippedWith(new Git(root), checksumOf(STUB)).remember(List.of(gather));
        var newer = STUB.replace("fork", "fork them all");
        Files.writeString(gather, newer);
        var here = shippedWith(new Git(root), checksumOf(newer));
        here.remember(List.of(gather));
        Files.writeString(gather, HALF);
        assertThat(here.text(gather)).contains(newer);
    }

    @Test
    @DisplayName("is looked for without git, or with one that hangs, only for a moment, and it is said why it isn't found")
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "no shell")
    void noGit() throws Exception {
        Files.writeString(gather, HALF);
        var none = shippedWith(new Git(root, List.of("no-such-git"), Duration.ofSeconds(10)), checksumOf(STUB));
        assertThat(none.text(gather)).isEmpty();
        assertThat(none.problem()).isEqualTo("there is no git here");
        var start = System.nanoTime();
        var hanging = shippedWith(new Git(root, List.of("sh", "-c", "sleep 1000; true"), Duration.ofSeconds(2)), checksumOf(STUB));
        for (int i = 0; i < 5; i++) {
            assertThat(hanging.text(gather)).isEmpty();
        }
        assertThat(hanging.problem()).isEqualTo("git did not answer within 2 seconds");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
        for (var sleep : ProcessHandle.current().descendants().filter(it -> it.info().commandLine().orElse("").contains("sleep 1000")).toList()) {
            assertThat(sleep.onExit()).as("what git had started").succeedsWithin(Duration.ofSeconds(5));
        }
    }

    @Test
    @DisplayName("is no pipe, which would never come to an end, and nothing very large")
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "no mkfifo")
    void noSource() throws Exception {
        assertThat(new ProcessBuilder("mkfifo", gather.toString()).start().waitFor()).isZero();
        shipped.remember(List.of(gather));
        assertThat(shipped.text(gather)).isEmpty();
        Files.delete(gather);
        try (var file = new RandomAccessFile(gather.toFile(), "rw")) {
            file.setLength(1L << 32);
        }
        shipped.remember(List.of(gather));
        assertThat(shipped.text(gather)).isEmpty();
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

    @Test
    @DisplayName("is given, too, where git has made lines of Windows of both")
    void givenOnWindows() throws Exception {
        var solution = Files.writeString(root.resolve("Solution.java"), SOLVED.replace("\n", "\r\n"));
        git("init", "-q");
        git("config", "core.autocrlf", "false");
        commit(SOLVED);
        Files.writeString(gather, "class Gather {}");
        assertThat(shipped.isGiven(gather, solution)).isTrue();
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
