package structured.coach.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With a kit in which all is small: its launcher only writes down what it is asked. {@link KitTest} has the real one. */
@DisplayName("A kit's install.sh")
@DisabledOnOs(value = {OS.WINDOWS, OS.MAC}, disabledReason = "it is told that it is on Linux here")
class InstallTest {

    private static final String LAUNCHER = """
            #!/bin/sh
            root=$(cd "$(dirname "$0")" && pwd)
            echo "$*" | sed "s|$KIT|KIT|" >>"$HOME/../calls"
            case $1$2 in
              # as the real one does for "setup --missing)": says what is missing, and notes the JDK that is there
              setup--missing) mkdir -p "$root/.workshop"
                case $MISSING in *jdk*) [ -f "$root/.workshop/jdk" ] || { echo $MISSING; exit; } ;; esac
                [ -f "$root/.workshop/jdk" ] || echo "21.0.1 $JDK" >"$root/.workshop/jdk"
                echo ${MISSING#jdk} ;;
              setup--kit) [ -f "$3" ] ;;
              doctor) echo "This machine is ready." ;;
            esac
            """;

    @TempDir
    private Path folder;

    private Path kit;
    private Path home;
    private Path to;
    private Repository tutorial;

    @BeforeEach
    void kit() throws Exception {
        folder = folder.toRealPath();
        kit = folder.resolve("the stick's, número 1");
        home = Files.createDirectories(folder.resolve("a home"));
        to = home.resolve("structured");
        tutorial = Repository.in(folder.resolve("tutorial"));
        tutorial.write("workshop", LAUNCHER);
        tutorial.write("coach/src/main/java/structured/coach/kit/Unpack.java", Files.readString(Path.of("src/main/java/structured/coach/kit/Unpack.java")));
        var commit = tutorial.commit("with a launcher");
        var made = KitFolder.toBeFilled(kit, folder.resolve("tutorial"));
        Release.of(tutorial.root(), "main").bundle(made.file(KitFolder.BUNDLE), null);
        var maven = Files.createDirectories(folder.resolve("maven/apache-maven-3/bin"));
        Files.writeString(maven.resolve("mvn"), "#!/bin/sh\n");
        Packing.zip(folder.resolve("maven"), "", file -> true, made.file(KitFolder.MAVEN));
        Packing.zip(maven, "", file -> true, made.file(KitFolder.REPOSITORY));
        jdk("exec '%s' \"$@\"".formatted(Path.of(System.getProperty("java.home"), "bin/java")));
        made.write(KitFolder.ABOUT, "commit=" + commit + "\nrepository-mb=1\n");
        Sheets.into(made, List.of());
        made.write(KitFolder.JDKS, "macos-x64 21.0.5 jdks/other.tar.gz\n" + JdkArchive.platformHere() + " 21.0.5 jdks/a JDK, número 1.tar.gz\n");
        made.close();
    }

    private void jdk(String java) throws Exception {
        var jdk = Files.createDirectories(folder.resolve("jdk/jdk-21.0.5+11/bin"));
        for (var program : List.of("java", "javac")) {
            Files.writeString(jdk.resolve(program), "#!/bin/sh\n" + java + "\n");
            assertThat(jdk.resolve(program).toFile().setExecutable(true)).isTrue();
        }
        Files.writeString(jdk.resolveSibling("release"), "JAVA_VERSION=\"21.0.5\"\n");
        assertThat(Running.quietly(List.of("tar", "-czf", kit.resolve("jdks/a JDK, número 1.tar.gz").toString(), "-C", folder.resolve("jdk").toString(), ".")).status()).isZero();
    }

    private Running.Ended install(String missing, String... args) throws Exception {
        return install("sh", Map.of("MISSING", missing), args);
    }

    private Running.Ended install(String shell, Map<String, String> variables, String... args) throws IOException, InterruptedException {
        var environment = new HashMap<>(Map.of("HOME", home.toString(), "PATH", System.getenv("PATH"), "KIT", kit.toString(),
                "JDK", System.getProperty("java.home")));
        environment.putAll(variables);
        var command = new ArrayList<>(List.of(shell.split(" ")));
        command.add(kit.resolve("install.sh").toString());
        command.addAll(List.of(args));
        return new Running(folder, environment, folder.resolve("log")).runAlone(command);
    }

    private List<String> calls() throws IOException {
        var calls = folder.resolve("calls");
        var lines = Files.exists(calls) ? Files.readAllLines(calls) : List.<String>of();
        Files.deleteIfExists(calls);
        return lines;
    }

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

    @ParameterizedTest(name = "{0}")
    @DisplayName("uses nothing that was damaged on the way, and names it:")
    @ValueSource(strings = {"tutorial.bundle", "jdks/a JDK, número 1.tar.gz", "maven.zip", "repository.zip"})
    void damaged(String file) throws Exception {
        var whole = Files.readAllBytes(kit.resolve(file));
        Files.write(kit.resolve(file), Arrays.copyOf(whole, whole.length / 2));
        var ended = install("jdk maven");
        assertThat(ended.output()).contains(file + " is damaged, or wasn't copied as a whole.");
        assertThat(ended.status()).isEqualTo(2);
        assertThat(calls()).doesNotContain("doctor");
        Files.delete(kit.resolve(file));
        assertThat(install("jdk maven").output()).contains(file + " is damaged");
        Files.write(kit.resolve(file), whole);
        assertThat(install("jdk maven").status()).isZero();
    }

    @ParameterizedTest(name = "{1}")
    @DisplayName("says what is wrong, and what to do:")
    @CsvSource(delimiter = '|', value = {
        "rm \"$KIT/SHA256SUMS\"|This kit is not whole", "rm \"$KIT/kit.txt\"|This kit is not whole",
        "mkdir -p \"$HOME/structured\" && touch \"$HOME/structured/mine\"|is there already, and it isn't the tutorial",
        "touch \"$HOME/structured\"|is there already, and it isn't the tutorial",
        "mkdir -p \"$HOME/structured/modules\" && touch \"$HOME/structured/workshop\"|It is of another state than this kit",
        "git clone -q tutorial \"$HOME/structured\" && git -C \"$HOME/structured\" reset -q --hard HEAD~|It is of another state than this kit",
        "sed -i '/linux/d' \"$KIT/jdks.txt\"|There is no JDK 21 on this machine, and none for linux-",
        "touch \"$HOME/.jdks\"|.jdks can't be made",
        "printf '#!/bin/sh\\necho; echo \"/dev/disk 1000000 999000 1000 99%% /\"\\n' >bin/df|There is too little room on the disk of"})
    void wrong(String how, String what) throws Exception {
        var bin = Files.createDirectories(folder.resolve("bin"));
        var environment = Map.of("HOME", home.toString(), "KIT", kit.toString(), "PATH", System.getenv("PATH"));
        assertThat(new Running(folder, environment, folder.resolve("log")).runAlone(List.of("sh", "-c", how + "; chmod +x bin/* 2>/dev/null; :")).status()).isZero();
        var ended = install("sh", Map.of("MISSING", "jdk maven", "PATH", bin + ":" + System.getenv("PATH")));
        assertThat(ended.output()).contains(what);
        assertThat(ended.status()).isEqualTo(2);
        assertThat(home.resolve("structured/mine").toFile().exists()).isEqualTo(how.contains("mine"));
    }

    @Test
    @DisplayName("says so if the kit's JDK doesn't start here, and leaves nothing of it")
    void otherMachine() throws Exception {
        jdk("echo 'not for this processor' >&2; exit 126");
        new KitFolder(kit).close();
        var ended = install("jdk maven");
        assertThat(ended.output()).contains("doesn't start on this machine: not for this processor");
        assertThat(ended.status()).isEqualTo(2);
        assertThat(home.resolve(".jdks")).isEmptyDirectory();
    }

    @Test
    @DisplayName("says so if there is no git, and what the kit has that could help")
    void noGit() throws Exception {
        var bin = Files.createDirectories(folder.resolve("few"));
        for (var program : List.of("sh", "dirname", "uname", "sed", "ls", "locale")) {
            var found = Running.quietly(List.of("sh", "-c", "command -v " + program)).output().strip();
            Files.writeString(bin.resolve(program), "#!%s\nexec %s \"$@\"\n".formatted(Path.of("/bin/sh").toRealPath(), found));
            assertThat(bin.resolve(program).toFile().setExecutable(true)).isTrue();
        }
        Files.writeString(kit.resolve("extras/git.deb"), "");
        var ended = install("sh", Map.of("PATH", bin.toString()));
        assertThat(ended.output()).contains("There is no git on this machine", "There is: git.deb");
        assertThat(ended.status()).isEqualTo(2);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("refuses what it can't do:")
    @CsvSource(delimiter = '|', value = {"--too|install.sh knows no --too", "--to|After --to comes a folder", "--to=KIT/here|is inside the kit", "--to=/tmp/a:b|There is a colon"})
    void options(String option, String what) throws Exception {
        var ended = install("", option.replace("KIT", kit.toString()));
        assertThat(ended.output()).contains(what);
        assertThat(ended.status()).isEqualTo(2);
        assertThat(home).isEmptyDirectory();
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
}
