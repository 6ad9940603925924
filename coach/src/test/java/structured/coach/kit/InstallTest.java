package structured.coach.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A kit's install.sh")
@DisabledOnOs(value = {OS.WINDOWS, OS.MAC}, disabledReason = "it is told that it is on Linux here")
class InstallTest extends FromASmallKit {

    @ParameterizedTest(name = "{0}")
    @DisplayName("sets a bare machine up, in every shell that is here, and says how to begin")
    @MethodSource
    void shells(String shell) throws Exception {
        var there = home.resolve("it's here, número 2/tutorial");
        var ended = install(shell, Map.of("MISSING", "jdk maven", "LC_ALL", "C.UTF-8"), "--to", there.toString());
        assertThat(ended.output()).contains("This machine is ready.", "cd '" + there + "'", ". .workshop/kit/env");
        assertThat(ended.status()).isZero();
        assertThat(calls()).containsExactly("setup --missing", "setup --missing", "setup --kit KIT/repository.zip", "doctor");
        var jdk = home.resolve(".jdks/jdk-21.0.5+11");
        assertThat(there.resolve(".workshop/jdk")).hasContent("21.0.5 " + jdk);
        assertThat(there.resolve(".workshop/kit/apache-maven-3/bin/mvn")).isExecutable();
        var env = Running.quietly(List.of("sh", "-c", "cd \"$0\" && . .workshop/kit/env && echo \"$JAVA_HOME\" && command -v mvn && command -v javac", there.toString()));
        assertThat(env.output()).isEqualTo(jdk + "\n" + there.resolve(".workshop/kit/apache-maven-3/bin/mvn") + "\n" + jdk.resolve("bin/javac") + "\n");
        var clone = new Repository(there);
        assertThat(clone.git("status", "--porcelain", "-uno", "--branch")).isEqualTo("## main");
        assertThat(clone.git("remote")).isEmpty();
        try (var files = Files.list(home)) {
            assertThat(files).as("no start-up file, no settings").containsExactlyInAnyOrder(home.resolve(".jdks"), there.getParent());
        }
    }

    static Stream<String> shells() {
        var folders = System.getenv("PATH").split(File.pathSeparator);
        return Stream.of("sh", "dash", "bash", "busybox sh", "ksh", "mksh", "posh", "yash").filter(shell ->
                Stream.of(folders).anyMatch(folder -> Files.isExecutable(Path.of(folder, shell.split(" ")[0]))));
    }

    @Test
    @DisplayName("unpacks no JDK and no Maven where there are some, but with --all")
    void nothingMissing() throws Exception {
        assertThat(install("").status()).isZero();
        assertThat(home.resolve(".jdks")).doesNotExist();
        assertThat(to.resolve(".workshop/kit/apache-maven-3")).doesNotExist();
        assertThat(install("maven").status()).isZero();
        assertThat(install("", "--all").output()).contains("Unpacking JDK 21.0.5", "Unpacking Maven");
        assertThat(to.resolve(".workshop/jdk")).hasContent("21.0.5 " + home.resolve(".jdks/jdk-21.0.5+11"));
    }

    @Test
    @DisplayName("touches nothing the second time that a learner has written, and asks for no more than is missing")
    void again() throws Exception {
        assertThat(install("jdk maven").status()).isZero();
        new Repository(to).write(Repository.GATHER, "an answer");
        new Repository(to).commit("an answer");
        new Repository(to).write(Repository.TESTS, "changed");
        var ended = install("");
        assertThat(ended.status()).isZero();
        assertThat(ended.output()).contains("is in " + to + " already: what is there stays.").doesNotContain("Unpacking", "Cloning");
        assertThat(new Repository(to).read(Repository.GATHER)).isEqualTo("an answer");
        assertThat(new Repository(to).read(Repository.TESTS)).isEqualTo("changed");
    }

    @Test
    @DisplayName("goes on where it was killed: what was half done is done anew, and a JDK that isn't its own stays as it is")
    void killed() throws Exception {
        Files.createDirectories(home.resolve(".structured-kit.part/.git"));
        Files.createDirectories(home.resolve(".jdks/.kit.part/half"));
        var other = Files.createDirectories(home.resolve(".jdks/jdk-21.0.5+11"));
        Files.writeString(other.resolve("note"), "mine");
        assertThat(install("jdk").status()).isZero();
        assertThat(home.resolve(".structured-kit.part")).doesNotExist();
        assertThat(home.resolve(".jdks/.kit.part")).doesNotExist();
        assertThat(other.resolve("note")).hasContent("mine");
        assertThat(to.resolve(".workshop/jdk")).hasContent("21.0.5 " + home.resolve(".jdks/jdk-21.0.5+11-kit"));
    }

    @Test
    @DisplayName("takes what was corrected since the kit was made, if the kit has it")
    void update() throws Exception {
        Files.writeString(kit.resolve(KitFolder.UPDATE), "");
        new KitFolder(kit).close();
        assertThat(install("").status()).isZero();
        assertThat(calls()).containsExactly("setup --missing", "setup --missing", "setup --kit KIT/repository.zip", "update KIT/update.bundle", "doctor");
        Files.writeString(kit.resolve(KitFolder.UPDATE), "cut off");
        assertThat(install("").output()).contains("update.bundle is damaged");
    }

    @Test
    @DisplayName("runs from a drive that knows no modes, and on which nothing can be written")
    void drive() throws Exception {
        Files.move(kit, folder.resolve("drive"), StandardCopyOption.ATOMIC_MOVE);
        kit = folder.resolve("drive");
        try (var files = Files.walk(kit)) {
            for (var file : files.toList()) {
                file.toFile().setExecutable(Files.isDirectory(file));
                file.toFile().setWritable(false);
            }
        }
        assertThat(install("jdk maven").status()).isZero();
        try (var files = Files.walk(kit)) {
            files.forEach(file -> file.toFile().setWritable(true));
        }
    }

    @Test
    @DisplayName("speaks the language of the laptop, or the one that is asked for, and has the tutorial's launcher speak it, too")
    void language() throws Exception {
        var ended = install("sh", Map.of("MISSING", "jdk maven", "LANG", "pt_BR.UTF-8"));
        assertThat(ended.status()).as(ended.output()).isZero();
        assertThat(ended.output()).contains("Clonando o tutorial em " + to, "Descompactando JDK 21.0.5 em ", "maven.zip: 1 arquivos foram acrescentados em ",
                "Acrescentando os downloads do Maven", "Comece assim:\n  cd '" + to + "'\n  ./workshop watch 01", "Antes de digitar mvn em um terminal");
        assertThat(install("sh", Map.of("MISSING", "", "LANG", "en_US.UTF-8"), "--lang", "pt-BR").output()).contains("O tutorial já está em " + to);
        assertThat(Files.readString(home.resolve("../calls"))).contains("doctor --lang pt-BR");
        assertThat(install("sh", Map.of("MISSING", ""), "--to", "relative", "--lang=xx", "--loud").output()).startsWith("install.sh knows no --loud.");
        assertThat(kit.resolve("set-up-linux.pt-BR.html")).content().contains("Preparação sem rede: Linux", "Esta máquina está pronta.").doesNotContainPattern("@[A-Z]+@");
    }
}
