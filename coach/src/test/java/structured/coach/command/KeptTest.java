package structured.coach.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
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
    @DisplayName("comes back if one of the files can't be replaced when others are already")
    void halfWay() throws IOException {
        var helper = Files.writeString(gather.resolveSibling("Helper.java"), "class Helper {}");
        var occupied = Files.createDirectories(gather.resolveSibling("Other/full")).getParent();
        var files = new LinkedHashMap<Path, byte[]>();
        files.put(gather, SHIPPED);
        files.put(occupied, SHIPPED);
        assertThatThrownBy(() -> kept.replaceWith(files)).isInstanceOf(IOException.class);
        assertThat(gather).hasBinaryContent(MINE);
        assertThat(helper).hasContent("class Helper {}");
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
}
