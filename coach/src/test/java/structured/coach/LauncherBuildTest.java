package structured.coach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** When it builds, and in which surroundings it starts what. Maven is a script here that only makes a jar. */
@DisplayName("The launcher")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "paths have two forms there, and the launcher's is not Java's")
class LauncherBuildTest extends InAShell {

    private static final String BUILD = WITHOUT_COMMANDS + """
            find_tools() { jdk=/nowhere mvn=$root/mvn; }
            on_coach() { :; }
            mkdir -p "$work"
            build_coach 2>&1
            """;

    private void tutorial() throws IOException {
        launcher = Files.copy(TutorialCopy.ORIGINAL.resolve("workshop"), folder.toRealPath().resolve("workshop"));
        Files.createDirectories(folder.resolve("coach/src"));
        for (var file : List.of("pom.xml", "coach/pom.xml", "coach/src/Main.java")) {
            Files.writeString(folder.resolve(file), "text");
        }
        Files.writeString(folder.resolve("mvn"), "#!/bin/sh\nmkdir -p coach/target && date >coach/target/coach.jar\n");
        assumeTrue(folder.resolve("mvn").toFile().setExecutable(true));
    }

    @Test
    @DisplayName("builds the coach once, although a source is from the future; and again when that has changed")
    void fromTheFuture() throws Exception {
        tutorial();
        var source = folder.resolve("coach/src/Main.java");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plus(Duration.ofHours(5))));
        assertThat(run(BUILD, Map.of())).isEqualTo("Building the coach ...");
        assertThat(run(BUILD, Map.of())).as("the second time").isEmpty();
        Files.writeString(source, "another text");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plus(Duration.ofHours(5))));
        assertThat(run(BUILD, Map.of())).as("with another text").isEqualTo("Building the coach ...");
        assertThat(run(BUILD, Map.of())).isEmpty();
        Files.writeString(folder.resolve("coach/src/New.java"), "text");
        assertThat(run(BUILD, Map.of())).as("with a file more").isEqualTo("Building the coach ...");
    }

    @Test
    @DisplayName("says so if what was built doesn't work here, and why, and is not in its own way the next time")
    void doesNotWork() throws Exception {
        tutorial();
        var failing = BUILD.replace("on_coach() { :; }", "on_coach() { say 'Exception in thread \"main\" java.io.IOException: No worker could be started'; return 1; }");
        assertThat(run("(%s); echo $?".formatted(failing), Map.of())).contains("The coach was built, but doesn't work on this machine.",
                "No worker could be started").endsWith("\n2");
        Files.writeString(folder.resolve("coach/src/Main.java"), "another text");
        Files.setLastModifiedTime(folder.resolve("coach/src/Main.java"), FileTime.from(Instant.now().plus(Duration.ofHours(5))));
        assertThat(run(BUILD, Map.of())).isEqualTo("Building the coach ...");
    }

    @Test
    @DisplayName("doesn't take a jar that somebody else has built for its own")
    void notItsOwn() throws Exception {
        tutorial();
        assertThat(run(BUILD, Map.of())).isEqualTo("Building the coach ...");
        var future = Instant.now().plus(Duration.ofHours(5));
        Files.setLastModifiedTime(folder.resolve("coach/target/coach.jar"), FileTime.from(future));
        Files.setLastModifiedTime(folder.resolve("coach/src/Main.java"), FileTime.from(future.plusSeconds(5)));
        assertThat(run(BUILD, Map.of())).isEqualTo("Building the coach ...");
    }

    @Test
    @DisplayName("keeps options for all JVMs, but for a collector, of which a JVM takes only one")
    void collector() throws Exception {
        tutorial();
        for (var name : List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "MAVEN_OPTS")) {
            var options = "-Da=b -XX:+UseG1GC -XX:-UseParallelGC -XX:+UseDynamicNumberOfGCThreads -Dc=d -XX:+UseZGC";
            assertThat(run(WITHOUT_COMMANDS + "printenv " + name, Map.of(name, options))).isEqualTo("-Da=b -XX:+UseDynamicNumberOfGCThreads -Dc=d");
        }
    }

    @Test
    @DisplayName("says what is wrong with a colon in a folder's name, which Java can't take, and so does its doctor")
    void colon() throws Exception {
        var root = Files.createDirectories(folder.toRealPath().resolve("a:b/modules")).getParent();
        launcher = Files.copy(TutorialCopy.ORIGINAL.resolve("workshop"), root.resolve("workshop"));
        for (var command : List.of("list", "setup", "check 04", "verify")) {
            assertThat(run("sh \"$0\" " + command + "; echo $?", Map.of())).contains("There is a colon in the name of a folder here:", root.toString()).endsWith("2");
        }
        assertThat(run("sh \"$0\" doctor; echo $?", Map.of())).contains("no no colon in the name of a folder: " + root).endsWith("2");
    }
}
