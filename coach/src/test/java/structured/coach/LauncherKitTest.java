package structured.coach;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisplayName("The launcher, on a laptop that is set up from a kit,")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "paths have two forms there, and the launcher's is not Java's")
class LauncherKitTest extends InAShell {

    private Map<String, String> path;

    @BeforeEach
    void tutorial() throws IOException {
        launcher = Files.copy(TutorialCopy.ORIGINAL.resolve("workshop"), folder.toRealPath().resolve("workshop"));
        for (var pom : List.of("pom.xml", "modules/pom.xml", "modules/01-hello/pom.xml")) {
            Files.createDirectories(folder.resolve(pom).getParent());
            Files.writeString(folder.resolve(pom), "<project/>");
        }
        Files.createDirectories(folder.resolve(".workshop"));
        path = Map.of("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
    }

    private void maven(String place, String version) throws IOException {
        var program = Files.createDirectories(folder.toRealPath().resolve(place)).resolve("mvn");
        Files.writeString(program, "#!/bin/sh\n[ \"$1\" = --version ] && echo 'Apache Maven %s'\necho '[DEBUG] Using local repository at %s'\n"
                .formatted(version, folder.toRealPath().resolve("a repository")));
        assertThat(program.toFile().setExecutable(true)).isTrue();
    }

    @Test
    @DisplayName("takes the kit's Maven, which is only there because there was none, or too old a one")
    void maven() throws Exception {
        maven("bin", "3.3.9");
        assertThat(run(WITHOUT_COMMANDS + "find_maven; echo $?", path)).contains("Maven 3.3.9 is too old");
        maven(".workshop/kit/apache-maven-3.9.16/bin", "3.9.16");
        assertThat(run(WITHOUT_COMMANDS + "find_maven; echo \"$mvn\"", path)).isEqualTo(folder.toRealPath() + "/.workshop/kit/apache-maven-3.9.16/bin/mvn");
        // One that was unpacked by half can't be run yet.
        assertThat(folder.resolve(".workshop/kit/apache-maven-3.9.16/bin/mvn").toFile().setExecutable(false)).isTrue();
        assertThat(run(WITHOUT_COMMANDS + "find_maven; echo $?", path)).contains("Maven 3.3.9 is too old");
    }

    @Test
    @DisplayName("says what the kit has to bring: a JDK, Maven, also for one that is too old, or nothing")
    void missing() throws Exception {
        maven("bin", "3.3.9");
        assertThat(run(WITHOUT_COMMANDS + "find_jdk() { return 1; }\nmissing_tools", path)).isEqualTo("jdk\nmaven");
        assertThat(run(WITHOUT_COMMANDS + "find_jdk() { :; }\nmissing_tools", path)).isEqualTo("maven");
        maven("bin", "3.9.9");
        assertThat(run(WITHOUT_COMMANDS + "find_jdk() { :; }\nmissing_tools", path)).isEmpty();
    }

    @Test
    @DisplayName("adds the kit's downloads where Maven itself keeps them, and is ready then; but not if they are damaged")
    void downloads() throws Exception {
        maven("bin", "3.9.9");
        var unpack = folder.resolve("coach/src/main/java/structured/coach/kit/Unpack.java");
        Files.createDirectories(unpack.getParent());
        Files.copy(Path.of("src/main/java/structured/coach/kit/Unpack.java"), unpack);
        var zip = folder.resolve("repository.zip");
        Files.writeString(zip, "damaged");
        var add = WITHOUT_COMMANDS + "find_jdk() { jdk='%s' jdk_version=21; }\nfind_tools() { find_jdk && find_maven; }\nbuild_coach() { echo built; }\n".formatted(System.getProperty("java.home"))
                + "(from_kit '" + zip + "'); echo $?; ready && echo ready";
        assertThat(run(add, path)).contains("repository.zip could not be unpacked").endsWith("2");
        assertThat(folder.resolve(".workshop/ready")).doesNotExist();
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("org/junit/jupiter/a.jar"));
        }
        assertThat(run(add, path)).contains("1 files were added in " + folder.toRealPath().resolve("a repository"), "built").endsWith("0\nready");
        assertThat(folder.resolve("a repository/org/junit/jupiter/a.jar")).exists();
    }
}
