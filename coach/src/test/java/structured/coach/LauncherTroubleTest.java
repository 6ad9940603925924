package structured.coach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Machines as they are: what is wrong with one is said by its cause, and what need not stop anybody doesn't. */
@DisplayName("The launcher, on a machine that isn't as one would wish,")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "paths have two forms there, and the launcher's is not Java's")
class LauncherTroubleTest extends InAShell {

    @BeforeEach
    void copy() throws IOException {
        launcher = Files.copy(TutorialCopy.ORIGINAL.resolve("workshop"), folder.toRealPath().resolve("workshop"));
        Files.createDirectories(folder.resolve("modules"));
    }

    @ParameterizedTest(name = "{1}")
    @DisplayName("says why Maven stopped, by what its log says:")
    @CsvSource(delimiter = '|', value = {
        "authentication failed for http://mirror/a.pom, status: 401 Unauthorized|wants a name and a password (401)",
        "Could not transfer artifact a from/to m (http://mirror): status code: 401, reason phrase: Unauthorized (401)|wants a name and a password (401)",
        "authorization failed for http://mirror/a.pom, status: 403 Forbidden|refuses what Maven asks for (403)",
        "Could not transfer artifact a from/to m: proxy authentication failed, status: 407 Proxy Authentication Required|The proxy wants a name and a password (407)",
        "Could not transfer artifact a from/to m: PKIX path building failed: unable to find valid certification path|Java doesn't trust the certificate",
        "Could not transfer artifact a from/to m: Checksum validation failed, no checksums available|not what their checksums say",
        "Could not transfer artifact a from/to m: Connect to mirror failed: Connection refused|has no network",
        "Could not find artifact a in m (http://mirror)|Could not find artifact a in m"})
    void whyMavenStopped(String log, String told) throws Exception {
        assertThat(reason("[INFO] Building\n[ERROR] Failed: " + log + "\n")).startsWith("It failed.\n").contains(told)
                .endsWith("Details: .workshop/a.log. See also docs/setup.md.");
    }

    @Test
    @DisplayName("shows the lines that tell, not those around them, whatever colours they have")
    void linesThatTell() throws Exception {
        assertThat(reason("\033[0m\033[0m[ERROR] Could not create local repository at /.m2/repository -> [Help 1]\n[ERROR] \n"
                + "[ERROR] To see the full stack trace of the errors, re-run Maven with the -e switch.\n"
                + "[ERROR] Re-run Maven using the -X switch to enable full debug logging.\n"))
                .isEqualTo("It failed.\n[ERROR] Could not create local repository at /.m2/repository -> [Help 1]\nDetails: .workshop/a.log. See also docs/setup.md.");
        assertThat(reason("[ERROR] Error executing Maven.\n[ERROR] 1 problem was encountered while building the effective settings\n"
                + "[FATAL] Non-parseable settings /home/me/.m2/settings.xml: end tag name\n")).contains("[FATAL] Non-parseable settings /home/me/.m2/settings.xml");
        assertThat(reason("Error occurred during initialization of VM\nMultiple garbage collectors selected\n")).contains("Multiple garbage collectors selected");
        assertThat(reason("Exception in thread \"main\" java.io.IOException: No worker could be started\n")).contains("No worker could be started");
    }

    private String reason(String log) throws Exception {
        Files.createDirectories(folder.resolve(".workshop"));
        Files.writeString(folder.resolve(".workshop/a.log"), log);
        return run(WITHOUT_COMMANDS + "log=$work/a.log\ngive_up 'It failed.'", Map.of());
    }

    @Test
    @DisplayName("finds the tutorial through a link to itself, and makes nothing beside that")
    void link() throws Exception {
        var bin = Files.createDirectories(folder.resolve("bin"));
        Files.createSymbolicLink(folder.resolve("middle"), Path.of("workshop"));
        var link = Files.createSymbolicLink(bin.resolve("workshop"), Path.of("../middle"));
        launcher = link;
        assertThat(run(WITHOUT_COMMANDS + "need_to_write; say \"$root\"", Map.of())).isEqualTo(folder.toRealPath().toString());
        try (var files = Files.list(bin)) {
            assertThat(files).containsExactly(link);
        }
    }

    @Test
    @DisplayName("says whose .workshop is if it is somebody else's, such as root's in a container")
    void otherUsersFiles() throws Exception {
        Files.createDirectories(folder.resolve(".workshop"));
        // As for root everything can be written, the shell is told otherwise.
        var told = run(WITHOUT_COMMANDS.replace("eval", "test() { :; }; eval").replace("\"$0\")", "\"$0\" | sed 's/-w \"$work\"/! -e \"$work\"/')")
                + "need_to_write; echo $?", Map.of());
        assertThat(told).contains(".workshop belongs to another user", "sudo chown -R").doesNotContain("Copy the tutorial");
    }

    @Test
    @DisplayName("takes another locale if that of the caller doesn't know the letters of a folder's name")
    void locale() throws Exception {
        // Java itself may know no such name here.
        var script = WITHOUT_COMMANDS.replace("$0", "$1") + "need_to_write; locale charmap";
        Files.writeString(folder.resolve("script"), script);
        var inThere = "e=$(printf '\\303\\251'); mkdir -p \"$e/modules\"; cp workshop \"$e\"; sh -c \"$(cat script)\" \"$PWD/$e/workshop\" \"$PWD/workshop\" 2>/dev/null";
        assumeTrue(run("LC_ALL=C.UTF-8 locale charmap", Map.of()).equals("UTF-8"), "no C.UTF-8 here");
        for (var variables : List.of(Map.of("LC_ALL", "C"), Map.<String, String>of(), Map.of("LANG", "xx_XX.UTF-8"))) {
            assertThat(run("cd " + folder + "; " + inThere, variables)).as("%s", variables).isEqualTo("UTF-8");
        }
    }

    @Test
    @DisplayName("builds the coach once for two terminals, and lets the second one wait; a build that was killed keeps nobody waiting")
    void twoTerminals() throws Exception {
        var build = WITHOUT_COMMANDS + """
                find_tools() { jdk=/nowhere mvn=$root/mvn; }
                on_coach() { :; }
                mkdir -p "$work"
                build_coach 2>&1
                """;
        Files.createDirectories(folder.resolve("coach/src"));
        for (var file : List.of("pom.xml", "coach/pom.xml", "coach/src/Main.java")) {
            Files.writeString(folder.resolve(file), "text");
        }
        Files.writeString(folder.resolve("mvn"), "#!/bin/sh\necho built >>builds\nmkdir -p coach/target\n: >coach/target/coach.jar\nsleep 1\ndate >coach/target/coach.jar\n");
        assumeTrue(folder.resolve("mvn").toFile().setExecutable(true));
        Files.writeString(folder.resolve("build"), build);
        var both = run("both() { sh -c \"$(cat build)\" \"$0\"; [ -s coach/target/coach.jar ] && echo there; }; cd " + folder + "; both & sleep 0.5; both; wait", Map.of());
        assertThat(both.lines()).containsExactlyInAnyOrder("Building the coach ...", "It is being built in another terminal: waiting ...", "there", "there");
        assertThat(folder.resolve("builds")).hasContent("built");
        Files.delete(folder.resolve("coach/target/coach.jar"));
        run("true & echo $! >.workshop/building; wait; sh -c \"$(cat build)\" \"$0\"".replace(".workshop", folder + "/.workshop").replace("cat build", "cat " + folder + "/build"), Map.of());
        assertThat(folder.resolve("builds")).content().isEqualTo("built\nbuilt\n");
        assertThat(folder.resolve(".workshop/building")).doesNotExist();
    }

    @Test
    @DisplayName("finds the JDK, and gets to its work, whatever the files have become in which it keeps what it has found")
    void spoiltFiles() throws Exception {
        var jdk = Files.createDirectories(folder.toRealPath().resolve(".jdks/temurin-99/bin")).getParent();
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"99.0.1\"\n");
        Files.writeString(jdk.resolve("bin/javac"), "");
        assumeTrue(jdk.resolve("bin/javac").toFile().setExecutable(true));
        var spoilt = Files.createDirectories(folder.resolve("spoilt"));
        Mutations.of(("99.0.1 " + jdk + "\n").getBytes(), 15, (number, bytes) -> write(spoilt.resolve("jdk" + number), bytes));
        Mutations.of("12345\n".getBytes(), 15, (number, bytes) -> write(spoilt.resolve("pid" + number), bytes));
        for (var pid : List.of("0", "-1", "1", "")) {
            write(spoilt.resolve("pid" + pid), pid.getBytes());
        }
        assertThat(run(WITHOUT_COMMANDS + """
                mkdir -p "$work" "$root/coach/target"
                cd "$root/spoilt"
                for file in jdk*; do
                  cp "$file" "$work/jdk99"
                  find_jdk 99 2>/dev/null && [ "$(cd "$jdk" && pwd -P)" = "$HOME/.jdks/temurin-99" ] || say "$file: $jdk"
                done
                is_built() { :; }
                sleep() { :; }
                for file in pid*; do
                  cp "$file" "$work/building"
                  # Such a process may be there.
                  kill() { [ "$1" = -0 ] && [ "$2" -le 1 ] 2>/dev/null; }
                  build_coach
                  [ ! -e "$work/building" ] || say "$file"
                done
                """, Map.of("HOME", folder.toRealPath().toString()))).isEmpty();
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    @DisplayName("is ready, says its doctor, if Maven starts without a network and one exercise gets a verdict, and no option will keep Maven from starting")
    void doctor() throws Exception {
        Files.createDirectories(folder.resolve("coach/target"));
        Files.writeString(folder.resolve("coach/target/coach.jar"), "");
        Files.writeString(folder.resolve("git"), "#!/bin/sh\n");
        Files.writeString(folder.resolve("mvn"), "#!/bin/sh\n[ ! -e fails ] || { echo '[ERROR] Cannot access corp in offline mode'; exit 1; }\n");
        assumeTrue(folder.resolve("git").toFile().setExecutable(true) && folder.resolve("mvn").toFile().setExecutable(true));
        var doctor = WITHOUT_COMMANDS + """
                find_jdk() { jdk=/nowhere jdk_version=21; }
                find_maven() { mvn=$root/mvn maven_version=3; }
                ready() { :; }
                coach() { say "" "$verdict" "more"; return $rc; }
                rc=%d verdict='No worker could be started'
                doctor; echo $?
                """;
        var path = Map.of("PATH", folder + ":" + System.getenv("PATH"));
        for (int rc : new int[] {0, 1}) {
            assertThat(run(doctor.formatted(rc), path)).contains("ok Maven, tried without a network", "ok a verdict on 01, tried").endsWith("This machine is ready.\n0");
        }
        assertThat(run(doctor.formatted(2), path)).contains("no a verdict on 01, tried\n      No worker could be started").endsWith("\n2");
        Files.writeString(folder.resolve("fails"), "");
        assertThat(run(doctor.formatted(0), path)).contains("no Maven, tried without a network\n      [ERROR] Cannot access corp in offline mode").endsWith("\n2");
        assertThat(run(doctor.formatted(0), Map.of("PATH", path.get("PATH"), "MAVEN_OPTS", "-XX:+UseG1GC"))).contains("no no garbage collector in MAVEN_OPTS").endsWith("\n2");
        Files.writeString(folder.resolve("git"), "#!/bin/sh\necho \"fatal: detected dubious ownership in repository at '/x'\" >&2\nexit 128\n");
        assertThat(run(doctor.formatted(0), path)).contains("git config --global --add safe.directory");
    }
}
