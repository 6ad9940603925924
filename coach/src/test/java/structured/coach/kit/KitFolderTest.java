package structured.coach.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("a kit's folder")
class KitFolderTest {

    @TempDir
    private Path folder;

    private Path tutorial;
    private Path stick;

    @BeforeEach
    void tutorial() throws Exception {
        tutorial = Files.createDirectory(folder.resolve("tutorial"));
        stick = folder.resolve("stick/kit");
    }

    @Test
    @DisplayName("is made, with places for JDKs and the rest; an older kit's is taken again, and so is one that a drive's system has files in")
    void filled() throws Exception {
        KitFolder.toBeFilled(stick, tutorial);
        assertThat(stick.resolve("jdks")).isEmptyDirectory();
        assertThat(stick.resolve("extras")).isEmptyDirectory();
        Files.writeString(stick.resolve("tutorial.bundle"), "");
        Files.writeString(stick.resolve(".DS_Store"), "");
        Files.createDirectory(stick.resolve("System Volume Information"));
        KitFolder.toBeFilled(stick, tutorial);
    }

    @Test
    @DisplayName("has nothing else in it, is not in the tutorial, nor by a link, and is a folder")
    void others() throws Exception {
        Files.createDirectories(stick);
        Files.writeString(stick.resolve("holiday.jpg"), "");
        assertThatThrownBy(() -> KitFolder.toBeFilled(stick, tutorial)).hasMessageContaining("has something else in it, such as holiday.jpg");
        assertThatThrownBy(() -> KitFolder.toBeFilled(tutorial.resolve("target/kit"), tutorial)).hasMessageContaining("is inside the tutorial itself");
        assertThatThrownBy(() -> KitFolder.toBeFilled(tutorial, tutorial)).hasMessageContaining("is inside the tutorial itself");
        Files.createSymbolicLink(folder.resolve("link"), tutorial);
        assertThatThrownBy(() -> KitFolder.toBeFilled(folder.resolve("link/kit"), tutorial)).hasMessageContaining("is inside the tutorial itself");
        assertThatThrownBy(() -> KitFolder.toBeFilled(stick.resolve("holiday.jpg"), tutorial)).hasMessageContaining("is no folder");
    }

    @Test
    @DisplayName("is on a drive with enough room, and where something can be written")
    void room() throws Exception {
        KitFolder.checkRoom(folder, 1);
        assertThatThrownBy(() -> KitFolder.checkRoom(folder, 1L << 40)).hasMessageContaining("MB free in " + folder).hasMessageContaining("Make room there");
        Files.writeString(folder.resolve("a file"), "");
        assertThatThrownBy(() -> KitFolder.toBeFilled(folder.resolve("a file/kit"), tutorial)).isInstanceOf(IOException.class);
    }

    @Test
    @DisplayName("is whole once it is closed: from its opening on, and if it was killed then, it isn't")
    void whole() throws Exception {
        var kit = KitFolder.toBeFilled(stick, tutorial);
        assertThatThrownBy(() -> KitFolder.whole(stick)).hasMessageContaining("or one that was not finished");
        kit.write(KitFolder.ABOUT, "commit=1\n");
        kit.close();
        assertThat(KitFolder.whole(stick).about("commit")).contains("1");
        Files.writeString(kit.draft(KitFolder.BUNDLE), "half");
        assertThat(kit.isAsNoted(KitFolder.ABOUT)).isTrue();
        kit.open();
        assertThat(kit.isAsNoted(KitFolder.ABOUT)).isFalse();
        kit.tidyUp();
        assertThat(kit.draft(KitFolder.BUNDLE)).doesNotExist();
        assertThatThrownBy(() -> KitFolder.whole(stick)).hasMessageContaining("or one that was not finished");
    }

    @Test
    @DisplayName("has checksums that sha256sum reads, of all that belongs to it, also in folders; what is damaged, cut off or gone is named")
    @DisabledOnOs(value = {OS.WINDOWS, OS.MAC}, disabledReason = "sha256sum is of Linux")
    void checksums() throws Exception {
        var kit = KitFolder.toBeFilled(stick, tutorial);
        Files.writeString(stick.resolve("jdks/a JDK, número 1.zip"), "jdk");
        kit.write(KitFolder.ABOUT, "commit=1\n");
        kit.write(KitFolder.BUNDLE, "bundle");
        kit.close();
        var check = List.of("sh", "-c", "cd \"$0\" && sha256sum -c SHA256SUMS", stick.toString());
        assertThat(Running.quietly(check)).isEqualTo(new Running.Ended(0, "jdks/a JDK, número 1.zip: OK\nkit.txt: OK\ntutorial.bundle: OK\n"));
        assertThat(kit.damaged()).isEmpty();
        kit.write(KitFolder.ABOUT, "commit=2\n");
        Files.delete(stick.resolve(KitFolder.BUNDLE));
        assertThat(Running.quietly(check).status()).isEqualTo(1);
        assertThat(kit.damaged()).containsExactly("kit.txt", "tutorial.bundle");
    }
}
