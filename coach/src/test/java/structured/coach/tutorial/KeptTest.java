package structured.coach.tutorial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisplayName("a version that is put aside")
class KeptTest extends KeptFiles {

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
}
