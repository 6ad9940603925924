package structured.coach.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("an archive in a kit's folder jdks")
class JdkArchiveTest {

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{2}")
    @DisplayName("is known by what the JDK in it says of itself, wherever in it that is:")
    @CsvSource({"Linux,x86_64,linux-x64,gnu,jdk-21/", "Linux,aarch64,linux-aarch64,gnu,jdk-21/", "Linux,x86_64,linux-musl-x64,musl,''",
        "Darwin,aarch64,macos-aarch64,default,jdk-21.jdk/Contents/Home/", "Windows,x86_64,windows-x64,default,jdk-21/"})
    void platform(String system, String processor, String platform, String libc, String place) throws Exception {
        jdk(place, "21.0.5", system, processor, libc);
        for (var file : new Path[] {tar("jdk.tar.gz"), zip("jdk.zip")}) {
            var archive = JdkArchive.of(file);
            assertThat(archive.platform()).isEqualTo(platform);
            assertThat(archive.line()).isEqualTo("%s 21.0.5 jdks/%s", platform, file.getFileName());
        }
    }

    @Test
    @DisplayName("is refused by what is wrong with it: each by a sentence, and all of them at once")
    void refused() throws Exception {
        var jdks = Files.createDirectory(folder.resolve("jdks"));
        jdk("jdk/", "17.0.2", "Linux", "x86_64", "gnu");
        Files.move(tar("old.tar.gz"), jdks.resolve("old.tar.gz"));
        jdk("jdk/", "21.0.5", "Linux", "x86_64", "gnu");
        Files.move(tar("good.tar.gz"), jdks.resolve("good.tar.gz"));
        Files.delete(folder.resolve("jdk/jdk/bin/javac"));
        Files.move(tar("jre.tar.gz"), jdks.resolve("jre.tar.gz"));
        Files.delete(folder.resolve("jdk/jdk/release"));
        Files.move(tar("holiday.tar.gz"), jdks.resolve("holiday.tar.gz"));
        Files.writeString(jdks.resolve("jdk.msi"), "");
        Files.writeString(jdks.resolve("readme.txt"), "");
        assertThatThrownBy(() -> JdkArchive.in(jdks)).isInstanceOf(IOException.class).hasMessageContainingAll(
                "jdks/old.tar.gz is a JDK 17.0.2, and this tutorial needs 21.", "jdks/jre.tar.gz is a JRE, without a compiler",
                "jdks/holiday.tar.gz has no JDK in it", "jdks/jdk.msi is an installer", "jdks/readme.txt is neither a .tar.gz nor a .zip")
                .hasMessageNotContaining("good");
    }

    @ParameterizedTest(name = "{0}, {1}")
    @DisplayName("is refused if it is not whole, wherever it was cut off:")
    @CsvSource({"jdk.tar.gz,0", "jdk.tar.gz,0.5", "jdk.tar.gz,0.99", "jdk.zip,0", "jdk.zip,0.5", "jdk.zip,0.99"})
    void cutOff(String name, double at) throws Exception {
        jdk("jdk/", "21.0.5", "Linux", "x86_64", "gnu");
        Files.write(folder.resolve("jdk/jdk/lib"), new Random(1).ints(50_000).collect(StringBuilder::new, StringBuilder::append, StringBuilder::append).toString().getBytes());
        var file = name.endsWith("zip") ? zip(name) : tar(name);
        var whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, (int) (whole.length * at)));
        assertThatThrownBy(() -> JdkArchive.of(file)).isInstanceOf(IOException.class).hasMessageContaining(name + " is not whole");
    }

    @Test
    @DisplayName("that is the newest for its platform comes last, and so is the one that install.sh takes")
    void newest() throws Exception {
        var jdks = Files.createDirectory(folder.resolve("jdks"));
        for (var version : new String[] {"21.0.10", "21.0.9", "21"}) {
            jdk("jdk/", version, "Linux", "x86_64", "gnu");
            Files.move(tar("a.tar.gz"), jdks.resolve(version + ".tar.gz"));
        }
        assertThat(JdkArchive.in(jdks)).extracting(JdkArchive::version).containsExactly("21", "21.0.9", "21.0.10");
    }

    private void jdk(String place, String version, String system, String processor, String libc) throws IOException {
        var jdk = Files.createDirectories(folder.resolve("jdk").resolve(place + "bin")).getParent();
        Files.writeString(jdk.resolve("bin/javac"), "");
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"%s\"\nOS_NAME=\"%s\"\nOS_ARCH=\"%s\"\nLIBC=\"%s\"\n".formatted(version, system, processor, libc));
    }

    private Path tar(String name) throws Exception {
        var file = folder.resolve(name);
        assertThat(Running.quietly(List.of("tar", "-czf", file.toString(), "-C", folder.resolve("jdk").toString(), ".")).status()).isZero();
        return file;
    }

    private Path zip(String name) throws IOException {
        Packing.zip(folder.resolve("jdk"), "", file -> true, folder.resolve(name));
        return folder.resolve(name);
    }
}
