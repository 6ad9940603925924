package structured.coach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The launcher's search for a JDK. It is for a JDK 99 here, which no machine has: what is found is what a test has made, in a
 * home of its own, whatever else is installed.
 */
@DisplayName("The launcher's search")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "paths have two forms there, and the launcher's is not Java's")
class LauncherTest {

    /** The launcher without its last part, which runs a command. */
    private static final String SEARCH = """
            eval "$(sed '/^# ---- Commands/,$d' "$0")"
            work=$HOME
            if find_jdk 99; then say "$jdk"; else what_is_missing; fi
            """;

    @TempDir
    private Path home;

    @ParameterizedTest(name = "{0}")
    @DisplayName("finds a JDK wherever Maven's own search does in a home, and in a few places more")
    @ValueSource(strings = {".sdkman/candidates/java/99-tem", ".jdks/temurin-99", ".jdks/in a folder with spaces", ".m2/jdks/jdk-99",
        ".asdf/installs/java/temurin-99", ".local/share/mise/installs/java/99", ".jenv/versions/99", ".jbang/cache/jdks/99",
        ".jabba/jdk/temurin@99", ".jabba/jdk/temurin@99/Contents/Home",
        ".gradle/jdks/eclipse_adoptium-99-amd64-linux.2", ".gradle/jdks/temurin-99/jdk-99+1",
        "hostedtoolcache/Java_Temurin-Hotspot_jdk/99.0.1-1/x64", "hostedtoolcache/Java_Temurin-Hotspot_jdk/99.0.1-1/arm64/Contents/Home",
        "Library/Java/JavaVirtualMachines/temurin-99.jdk/Contents/Home", "scoop/apps/temurin99-jdk/current"})
    void inHome(String place) throws Exception {
        assertThat(searched("sh", Map.of())).isEqualTo("none found.");
        var jdk = jdk(place, "99.0.1");
        assertThat(searched("sh", Map.of())).isEqualTo(jdk.toString());
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("follows the variables that move those places, and those that name a JDK")
    @ValueSource(strings = {"JAVA_HOME=moved", "JAVA_HOME_99_X64=moved", "JAVA99_HOME=moved", "JDK_99=moved",
        "SDKMAN_DIR=moved/candidates/java/99", "ASDF_DATA_DIR=moved/installs/java/99", "MISE_DATA_DIR=moved/installs/java/99",
        "XDG_DATA_HOME=moved/mise/installs/java/99", "GRADLE_USER_HOME=moved/jdks/99", "JENV_ROOT=moved/versions/99",
        "JBANG_CACHE_DIR=moved/jdks/99", "JABBA_HOME=moved/jdk/99", "SCOOP=moved/apps/temurin99-jdk/current",
        "RUNNER_TOOL_CACHE=moved/Java_Temurin-Hotspot_jdk/99/x64",
        "HOMEBREW_PREFIX=moved/opt/openjdk@99/libexec/openjdk.jdk/Contents/Home"})
    void moved(String variable) throws Exception {
        var name = variable.split("=");
        var jdk = jdk(name[1], "99");
        assertThat(searched("sh", Map.of(name[0], home.resolve("moved").toString()))).isEqualTo(jdk.toString());
    }

    @Test
    @DisplayName("asks a java on the PATH that is only a shim where it is")
    void behindAShim() throws Exception {
        var jdk = jdk("somewhere/else", "99");
        var shim = withShim("[ \"$1\" = -XshowSettings:properties ] && printf '    java.home = %s\\r\\n' '" + jdk + "' >&2");
        assertThat(searched("sh", shim)).isEqualTo(jdk.toString());
    }

    @Test
    @DisplayName("passes a shim by that has no Java to start, other versions, and what has no compiler")
    void others() throws Exception {
        jdk(".asdf/installs/java/temurin-9", "9.0.4");
        jdk(".asdf/installs/java/temurin-999", "999");
        Files.delete(jdk(".jdks/jre-99", "99.0.2").resolve("bin/javac"));
        var shim = withShim("echo 'No version is set for command java' >&2; exit 126");
        assertThat(searched("sh", shim)).startsWith("only a JRE, no compiler:").endsWith("/.jdks/jre-99");
        var jdk = jdk(".jenv/versions/99", "99.0.1");
        assertThat(searched("sh", shim)).isEqualTo(jdk.toString());
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("comes to the same in every shell that is here")
    @MethodSource
    void shells(String shell) throws Exception {
        var jdk = jdk(".gradle/jdks/temurin-99/jdk-99+1", "99");
        assertThat(searched(shell, Map.of())).isEqualTo(jdk.toString());
    }

    static Stream<String> shells() {
        var folders = System.getenv("PATH").split(File.pathSeparator);
        return Stream.of("sh", "dash", "bash", "busybox sh", "ksh", "mksh", "posh", "yash").filter(shell ->
                Stream.of(folders).anyMatch(folder -> Files.isExecutable(Path.of(folder, shell.split(" ")[0]))));
    }

    /** A folder that looks like a JDK. */
    private Path jdk(String place, String version) throws IOException {
        var jdk = home.toRealPath().resolve(place);
        script(place + "/bin/javac", "");
        Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"nobody\"\nJAVA_VERSION=\"%s\"\n".formatted(version));
        return jdk;
    }

    private void script(String place, String text) throws IOException {
        var file = home.toRealPath().resolve(place);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + text + "\n");
        assumeTrue(file.toFile().setExecutable(true));
    }

    /** A PATH on which java is this script. */
    private Map<String, String> withShim(String text) throws IOException {
        script("shims/java", text);
        return Map.of("PATH", home.resolve("shims") + File.pathSeparator + System.getenv("PATH"));
    }

    /** The JDK 99 that the launcher finds, or what it says instead. */
    private String searched(String shell, Map<String, String> variables) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(shell.split(" ")));
        command.addAll(List.of("-c", SEARCH, TutorialCopy.ORIGINAL.resolve("workshop").toString()));
        var search = new ProcessBuilder(command).redirectErrorStream(true);
        search.environment().clear();
        search.environment().putAll(Map.of("HOME", home.toRealPath().toString(), "PATH", System.getenv("PATH")));
        search.environment().putAll(variables);
        var process = search.start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output.strip();
    }
}
