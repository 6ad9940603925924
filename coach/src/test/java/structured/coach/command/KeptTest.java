package structured.coach.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import structured.coach.Tutorial.Exercise;

@DisplayName("a version that is put aside")
class KeptTest {

    /** Not in UTF-8, and with lines as on Windows: what is kept is kept to the byte. */
    private static final byte[] MINE = "class Gather {} // caf\u00e9\r\n".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] SHIPPED = "class Gather {}\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path root;

    private Exercise exercise;
    private Path gather;
    private Kept kept;

    @BeforeEach
    void write() throws IOException {
        exercise = new Exercise(root, "04-gather");
        gather = exercise.folder().resolve("src/main/java/structured/gather/Gather.java");
        Files.createDirectories(gather.getParent());
        Files.write(gather, MINE);
        kept = new Kept(exercise, root.resolve("kept"));
    }

    @Test
    @DisplayName("can be had back to the byte, and so can what was there in between")
    void backAndForth() throws IOException {
        kept.replaceWith(Map.of(gather, SHIPPED));
        assertThat(gather).hasBinaryContent(SHIPPED);
        kept.replaceWith(kept.filesOf(kept.latest().orElseThrow()));
        assertThat(gather).hasBinaryContent(MINE);
        kept.replaceWith(kept.filesOf(kept.latest().orElseThrow()));
        assertThat(gather).hasBinaryContent(SHIPPED);
    }

    @Test
    @DisplayName("has the learner's own files too, which are not in the way meanwhile")
    void ownFiles() throws IOException {
        var helper = Files.writeString(gather.resolveSibling("Helper.java"), "class Helper {}");
        kept.replaceWith(Map.of(gather, SHIPPED));
        assertThat(helper).doesNotExist();
        kept.replaceWith(kept.filesOf(kept.latest().orElseThrow()));
        assertThat(helper).hasContent("class Helper {}");
    }

    @Test
    @DisplayName("is not made of a file that is read-only: the file stays as it is")
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "no POSIX permissions")
    void readOnly() throws IOException {
        Files.setPosixFilePermissions(gather, PosixFilePermissions.fromString("r--r--r--"));
        assertThatThrownBy(() -> kept.replaceWith(Map.of(gather, SHIPPED))).hasMessageContaining("Gather.java is read-only");
        assertThat(gather).hasBinaryContent(MINE);
    }

    @Test
    @DisplayName("has to be safe before anything is replaced: where it can't be written, nothing is")
    void nowhereToKeepIt() throws IOException {
        Files.writeString(root.resolve("kept"), "a file where the folder should be");
        assertThatThrownBy(() -> kept.replaceWith(Map.of(gather, SHIPPED))).isInstanceOf(IOException.class);
        assertThat(gather).hasBinaryContent(MINE);
    }

    @Test
    @DisplayName("takes the place of nothing if one of the new files can't be written")
    void newFileCantBeWritten() throws IOException {
        // Its folder would have to be where a file is.
        var impossible = gather.resolveSibling("Gather.java").resolve("Other.java");
        assertThatThrownBy(() -> kept.replaceWith(Map.of(impossible, SHIPPED))).isInstanceOf(IOException.class);
        assertThat(gather).hasBinaryContent(MINE);
        try (var files = Files.list(gather.getParent())) {
            assertThat(files).as("what is left of the attempt").containsExactly(gather);
        }
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("is what a link leads to: that is replaced, and the link stays")
    @ValueSource(strings = {"structured/gather/Gather.java", "structured/gather", "structured", "."})
    void links(String linked) throws IOException {
        var link = exercise.folder().resolve("src/main/java").resolve(linked).normalize();
        var mine = root.resolve("mine");
        Files.move(link, mine);
        Files.createSymbolicLink(link, mine);
        kept.replaceWith(Map.of(gather, SHIPPED));
        assertThat(gather).hasBinaryContent(SHIPPED);
        assertThat(link).isSymbolicLink();
        assertThat(kept.filesOf(kept.latest().orElseThrow()).get(gather)).isEqualTo(MINE);
        undo();
        assertThat(gather).hasBinaryContent(MINE);
        assertThat(link).isSymbolicLink();
    }

    @Test
    @DisplayName("has a file once that has two names by a link, and leaves the exercise with it")
    void twoNames() throws IOException {
        Files.createSymbolicLink(gather.getParent().resolveSibling("other"), gather.getParent());
        kept.replaceWith(Map.of(gather, SHIPPED));
        assertThat(gather).hasBinaryContent(SHIPPED);
        undo();
        assertThat(gather).hasBinaryContent(MINE);
    }

    @Test
    @DisplayName("is not made of what is elsewhere, and only a link leads to: that stays, and so does everything")
    void elsewhere() throws IOException {
        var project = Files.writeString(Files.createDirectory(root.resolve("project")).resolve("Project.java"), "class Project {}");
        Files.createSymbolicLink(gather.resolveSibling("project"), project.getParent());
        assertThatThrownBy(() -> kept.replaceWith(Map.of(gather, SHIPPED))).hasMessageContaining("a link leads to it");
        assertThat(project).exists();
        assertThat(gather).hasBinaryContent(MINE);
    }

    @Test
    @DisplayName("is not made where a link leads nowhere: what it leads to may only be away")
    void nowhere() throws IOException {
        Files.delete(gather);
        Files.createSymbolicLink(gather, root.resolve("away/Gather.java"));
        assertThatThrownBy(() -> kept.replaceWith(Map.of(gather, SHIPPED))).hasMessageContaining("a link that leads nowhere");
        assertThat(gather).isSymbolicLink();
    }

    @Test
    @DisplayName("is not made of what is no source: a pipe, which would never come to an end, or a gigabyte")
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "no mkfifo")
    void noSource() throws Exception {
        Files.delete(gather);
        assertThat(new ProcessBuilder("mkfifo", gather.toString()).start().waitFor()).isZero();
        assertThatThrownBy(() -> kept.replaceWith(Map.of(gather, SHIPPED))).hasMessageContaining("Gather.java is no file");
        Files.delete(gather);
        try (var file = new RandomAccessFile(gather.toFile(), "rw")) {
            file.setLength(1 << 30);
        }
        assertThatThrownBy(() -> kept.replaceWith(Map.of(gather, SHIPPED))).hasMessageContaining("1024 MB");
    }

    @Test
    @DisplayName("has what was saved in the midst of it, too")
    void savedMeanwhile() throws IOException {
        var later = "class Gather {} // saved".getBytes(StandardCharsets.UTF_8);
        kept.replaceWith(inTheMidst(() -> Files.write(gather, later)));
        assertThat(gather).hasBinaryContent(SHIPPED);
        assertThat(kept.filesOf(kept.latest().orElseThrow()).get(gather)).as("what comes back").isEqualTo(later);
        var editor = Files.write(gather.resolveSibling("Gather.java~"), later);
        kept.replaceWith(inTheMidst(() -> Files.move(editor, gather, StandardCopyOption.REPLACE_EXISTING)));
        assertThat(kept.filesOf(kept.latest().orElseThrow()).get(gather)).as("what comes back").isEqualTo(later);
    }

    /** What comes after the copy, and before the rest. */
    private Map<Path, byte[]> inTheMidst(Callable<?> what) {
        return new LinkedHashMap<>(Map.of(gather, SHIPPED)) {
            @Override
            public Set<Map.Entry<Path, byte[]>> entrySet() {
                try {
                    what.call();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
                return super.entrySet();
            }
        };
    }

    @Test
    @DisplayName("is later than the one before it, even if the clock was put back in between")
    void clockPutBack() throws IOException {
        var tomorrow = LocalDateTime.now().plusDays(1).format(DateTimeFormatter.ofPattern("uuuu-MM-dd'_'HH-mm-ss.SSS"));
        Files.createDirectories(root.resolve("kept/04-gather").resolve(tomorrow));
        Files.createDirectories(root.resolve("kept/04-gather/my own notes"));
        for (int i = 0; i < 3; i++) {
            var version = kept.replaceWith(Map.of(gather, SHIPPED));
            assertThat(kept.latest()).isPresent().isEqualTo(version);
        }
    }

    @Test
    @DisplayName("is not made of nothing, which would be the last one then")
    void ofNothing() throws IOException {
        kept.replaceWith(Map.of(gather, SHIPPED));
        Files.delete(gather);
        assertThat(kept.replaceWith(Map.of(gather, SHIPPED))).isEmpty();
        undo();
        assertThat(gather).hasBinaryContent(MINE);
    }

    @Test
    @DisplayName("is for no other eyes than the file was, and so is what comes in its place, and back")
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "no POSIX permissions")
    void modes() throws IOException {
        var helper = Files.writeString(gather.resolveSibling("Helper.java"), "class Helper {}");
        for (var file : List.of(gather, helper)) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
        kept.replaceWith(Map.of(gather, SHIPPED));
        assertThat(Files.getPosixFilePermissions(gather)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        undo();
        for (var file : List.of(gather, helper)) {
            assertThat(Files.getPosixFilePermissions(file)).as(file.toString()).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    @DisplayName("is not written through a link that has the name of what is only there meanwhile")
    void draftIsALink() throws IOException {
        var precious = Files.writeString(root.resolve("precious"), "precious");
        Files.createSymbolicLink(gather.resolveSibling(".Gather.java.draft"), precious);
        kept.replaceWith(Map.of(gather, SHIPPED));
        assertThat(precious).hasContent("precious");
    }

    @Test
    @DisplayName("is whole, and all is tidy, after the death of a reset at any of its steps")
    void killed() throws IOException {
        var moved = gather.resolveSibling(".Gather.java.reset-1.old");
        Files.move(gather, moved);
        Files.write(gather.resolveSibling(".Gather.java.reset-1.draft"), SHIPPED);
        Files.createDirectories(root.resolve("kept/04-gather/.2025-01-01_00-00-00.000/src"));
        kept.recover();
        assertThat(gather).hasBinaryContent(MINE);
        // Later, when the new one was in its place.
        Files.move(gather, moved);
        Files.write(gather, SHIPPED);
        kept.recover();
        assertThat(gather).hasBinaryContent(SHIPPED);
        assertThat(kept.filesOf(kept.latest().orElseThrow()).get(gather)).isEqualTo(MINE);
        try (var files = Files.list(gather.getParent()); var versions = Files.list(root.resolve("kept/04-gather"))) {
            assertThat(files).containsExactly(gather);
            assertThat(versions.filter(Files::isDirectory)).containsExactly(kept.latest().orElseThrow());
        }
    }

    @Test
    @DisplayName("is whole after the death of a reset of what a link leads to, and has what was saved then")
    void killedBehindALink() throws IOException {
        var mine = Files.move(gather, Files.createDirectory(root.resolve("mine")).resolve("My.java"));
        Files.createSymbolicLink(gather, mine);
        var other = Files.writeString(gather.resolveSibling("Other.java"), "class Other {}");
        kept.replaceWith(Map.of(gather, SHIPPED, other, SHIPPED));
        undo();
        var moved = Files.move(mine, mine.resolveSibling(".My.java.reset-1.old"));
        kept.recover();
        assertThat(gather).hasBinaryContent(MINE);
        Files.writeString(moved, "class Gather {} // saved");
        kept.recover();
        undo();
        assertThat(gather).hasContent("class Gather {} // saved");
        assertThat(other).exists();
        assertThat(moved).doesNotExist();
    }

    @Test
    @DisplayName("is not made while another one is")
    void twoAtATime() throws IOException {
        assertThatThrownBy(() -> kept.replaceWith(inTheMidst(() -> kept.replaceWith(Map.of(gather, SHIPPED)))))
                .hasStackTraceContaining("another reset of it is at work");
        assertThat(gather).hasBinaryContent(MINE);
    }

    private void undo() throws IOException {
        kept.replaceWith(kept.filesOf(kept.latest().orElseThrow()));
    }
}
