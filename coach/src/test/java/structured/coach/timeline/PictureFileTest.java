package structured.coach.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("a picture is written")
class PictureFileTest {

    @TempDir
    private Path folder;

    private static String svg(String title) {
        return SvgChart.file(List.of(timeline(title)));
    }

    private static Timeline timeline(String title) {
        return new Timeline(title, List.of(), new Density(0, 1), new Timeline.Totals(0, 0, 0, 0, false), List.of());
    }

    private String html(String title) throws IOException {
        var source = Files.writeString(folder.resolve("Demo.java"), "class Demo {}");
        return HtmlPage.of(List.of(new HtmlPage.Part(new Program(title, List.of(source), source), timeline(title))));
    }

    @Test
    @DisplayName("to a new file, and over one that was written before, which stays for the same eyes")
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "no POSIX permissions")
    void again() throws IOException {
        var picture = PictureFile.svg(folder.resolve("a.svg"));
        var page = PictureFile.html(folder.resolve("a.html"));
        for (var title : List.of("first", "second")) {
            assertThat(picture.problem()).isEmpty();
            picture.write(svg(title));
            assertThat(picture.path()).content().contains(title);
            assertThat(page.problem()).isEmpty();
            page.write(html(title));
            assertThat(page.path()).content().contains(title);
            Files.setPosixFilePermissions(page.path(), PosixFilePermissions.fromString("rw-------"));
        }
        assertThat(Files.getPosixFilePermissions(page.path())).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    @DisplayName("to an empty file: there is nothing to lose")
    void empty() throws IOException {
        var picture = PictureFile.svg(Files.createFile(folder.resolve("empty")));
        assertThat(picture.problem()).isEmpty();
        picture.write(svg("a picture"));
        assertThat(picture.path()).content().contains("a picture");
    }

    @Test
    @DisplayName("neither over another file nor through a link, into a folder or a pipe, not even if that came meanwhile")
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "no mkfifo")
    void nothingElse() throws Exception {
        var source = Files.writeString(folder.resolve("Mine.java"), "class Mine {}");
        var link = Files.createSymbolicLink(folder.resolve("link.svg"), source);
        var toNowhere = Files.createSymbolicLink(folder.resolve("nowhere.svg"), folder.resolve("new.svg"));
        var pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
        for (var file : List.of(source, link, toNowhere, pipe, folder, Path.of(""))) {
            for (var picture : List.of(PictureFile.svg(file), PictureFile.html(file))) {
                assertThat(picture.problem()).as(picture.toString()).get().asString().startsWith("'" + file + "' can't be written: ");
                assertThatThrownBy(() -> picture.write(svg("a picture"))).isInstanceOf(IOException.class).hasMessageContaining("can't be written");
            }
        }
        assertThat(source).hasContent("class Mine {}");
        assertThat(folder.resolve("new.svg")).doesNotExist();
    }

    @Test
    @DisplayName("into a folder that is made for it, but not where something else has its name")
    void newFolder() throws IOException {
        var picture = PictureFile.svg(folder.resolve("no/such/a.svg"));
        assertThat(picture.problem()).isEmpty();
        assertThat(folder.resolve("no")).as("before there is anything to write").doesNotExist();
        picture.write(svg("a picture"));
        assertThat(picture.path()).content().contains("a picture");
        Files.writeString(folder.resolve("file"), "mine");
        var wrong = PictureFile.svg(folder.resolve("file/sub/a.svg"));
        assertThat(wrong.problem()).get().asString().contains("can't be written: " + folder.resolve("file") + " is no folder");
    }
}
