package structured.coach.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("a kit's zip file")
class UnpackTest {

    @TempDir
    private Path folder;

    @Test
    @DisplayName("adds what is missing, leaves what is there, and goes on after it was stopped in the middle of a file")
    void adds() throws Exception {
        var zip = zip("org/a.jar", "org/b.jar", "org/c.jar");
        var home = Files.createDirectories(folder.resolve("home/org")).getParent();
        Files.writeString(home.resolve("org/b.jar"), "mine");
        Files.writeString(home.resolve("org/c.jar.part"), "half");
        assertThat(Unpack.into(zip, home)).isEqualTo(2);
        assertThat(home.resolve("org/a.jar")).hasContent("org/a.jar");
        assertThat(home.resolve("org/b.jar")).hasContent("mine");
        assertThat(home.resolve("org/c.jar")).hasContent("org/c.jar");
        try (var files = Files.list(home.resolve("org"))) {
            assertThat(files).hasSize(3);
        }
        assertThat(Unpack.into(zip, home)).isZero();
    }

    @Test
    @DisplayName("puts nothing beside the folder")
    void beside() throws Exception {
        var zip = zip("../evil.txt");
        assertThatThrownBy(() -> Unpack.into(zip, folder.resolve("home"))).hasMessageContaining("another folder");
        assertThat(folder.resolve("evil.txt")).doesNotExist();
    }

    @Test
    @DisplayName("is unpacked by a JDK alone, from the source; what is wrong is a sentence, and exit status 2")
    void byAJdk() throws Exception {
        var zip = zip("org/a.jar").toString();
        var home = folder.resolve("a home").toString();
        assertThat(unpack(zip, home).output()).isEqualToIgnoringNewLines("kit.zip: 1 files were added in " + home);
        Files.writeString(folder.resolve("file"), "");
        var failed = unpack(zip, folder.resolve("file").toString());
        assertThat(failed.status()).isEqualTo(2);
        assertThat(failed.output()).contains("could not be unpacked into").doesNotContain("\tat ");
    }

    private static Running.Ended unpack(String zip, String to) throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin/java").toString();
        return Running.quietly(List.of(java, "src/main/java/structured/coach/kit/Unpack.java", zip, to,
                "%1$s: %2$d files were added in %3$s", "%1$s could not be unpacked into %2$s: %3$s"));
    }

    private Path zip(String... names) throws Exception {
        var zip = folder.resolve("kit.zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (var name : names) {
                out.putNextEntry(new ZipEntry(name));
                out.write(name.getBytes());
            }
        }
        return zip;
    }
}
