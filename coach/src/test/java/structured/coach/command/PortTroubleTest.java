package structured.coach.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import structured.coach.InOneClone;
import structured.coach.TutorialCopy.Ended;

/** What can be in the way of a port. Neither a JDK 25 nor a 27 is known to these coaches, unless a test says so. */
@DisplayName("a port that can't be as it should")
class PortTroubleTest extends InOneClone {

    @BeforeAll
    void fewer() throws Exception {
        tutorial.withOnly("04", "05");
    }

    private Ended coach(String... args) throws Exception {
        return tutorial.coachOn("", args);
    }

    @Test
    @DisplayName("is to a JDK that there are solutions for, and of an exercise: any other is status 2, and says which there are")
    void wrongNames() throws Exception {
        var commands = new ArrayList<List<String>>();
        for (var command : List.of("port", "check", "watch", "solution")) {
            for (var jdk : List.of("24", "21", "26", "abc", "", "025")) {
                commands.add(List.of(command, "04", "--jdk=" + jdk));
            }
        }
        var ended = tutorial.coachOn("", commands);
        for (int i = 0; i < ended.size(); i++) {
            assertThat(ended.get(i).status()).as("%s: %s", commands.get(i), ended.get(i).output()).isEqualTo(2);
            assertThat(ended.get(i).output()).contains("There are no ports to JDK '%s', but to these: 25, 27.".formatted(commands.get(i).getLast().substring("--jdk=".length())));
        }
        assertThat(coach("port", "gahter").output()).contains("There is no exercise 'gahter'. Did you mean 04-gather?");
        assertThat(coach("port").status()).isEqualTo(2);
    }

    @Test
    @DisplayName("whose JDK is missing, or doesn't start, is status 2 and a sentence; the board shows it as not known")
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "needs links, permissions and sh")
    void noJdk() throws Exception {
        Files.writeString(tutorial.gather(), tutorial.solution());
        assertThat(coach("port", "04", "--jdk", "25").status()).isZero();
        var port = coach("port", "04");
        assertThat(port.status()).as(port.output()).isZero();
        assertThat(port.output()).contains("src/port27", "JDK 27 was not found", "docs/later-jdks.md");
        for (var command : List.of("check", "watch")) {
            var missing = coach(command, "04", "--jdk", "27");
            assertThat(missing.status()).as(missing.output()).isEqualTo(2);
            assertThat(missing.output()).contains("JDK 27 was not found on this machine", "docs/later-jdks.md");
        }
        var broken = Files.createDirectories(folder.resolve("broken/bin"));
        Files.writeString(broken.resolveSibling("release"), "JAVA_VERSION=\"25\"");
        Files.writeString(broken.resolve("java"), "#!/bin/sh\necho libc is too old\nexit 1\n");
        assertThat(broken.resolve("java").toFile().setExecutable(true)).isTrue();
        var check = tutorial.coachOn(broken.getParent().toString(), "check", "04", "--jdk", "25");
        assertThat(check.status()).as(check.output()).isEqualTo(2);
        assertThat(check.output()).contains("on the JDK in " + broken.getParent(), "libc is too old").doesNotContain("\tat ");
        var list = tutorial.coachOn(broken.getParent().toString(), "list");
        assertThat(list.status()).as(list.output()).isZero();
        assertThat(list.output()).contains("jdk25  jdk27\n", "all 18 tests pass   --     --\n", "This says why: ./workshop check 04-gather --jdk 25");
    }

    @Test
    @DisplayName("is not written where something else is, nor through a link, nor where it is read-only")
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "needs links, permissions and sh")
    void noPlace() throws Exception {
        var five = tutorial.exercise("05");
        Files.copy(five.solution().getFirst(), five.main().getFirst(), StandardCopyOption.REPLACE_EXISTING);
        var place = five.on(25).sources().getParent();

        Files.writeString(place, "a file");
        assertRefused("modules/05-gather-even/src/port25 is a file");
        assertThat(place).hasContent("a file");
        Files.delete(place);

        var elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Files.createSymbolicLink(place, elsewhere);
        assertRefused("modules/05-gather-even/src/port25 is a symbolic link");
        Files.delete(place);

        Files.createSymbolicLink(Files.createDirectories(place).resolve("java"), elsewhere);
        assertRefused("modules/05-gather-even/src/port25/java is a symbolic link");
        assertThat(elsewhere).isEmptyDirectory();
        Files.delete(place.resolve("java"));
        Files.delete(place);

        var src = five.folder().resolve("src");
        var before = Files.getPosixFilePermissions(src);
        Files.setPosixFilePermissions(src, PosixFilePermissions.fromString("r-xr-xr-x"));
        assertRefused("modules/05-gather-even/src is read-only");
        Files.setPosixFilePermissions(src, before);

        assertThat(coach("port", "05", "--jdk", "25").status()).isZero();
        var file = five.on(25).main().getFirst();
        var target = Files.move(file, elsewhere.resolve("Linked.java"));
        Files.createSymbolicLink(file, target);
        var text = Files.readString(target);
        Files.writeString(five.main().getFirst(), text + "// changed\n");
        assertRefused("GatherEven.java is a symbolic link");
        assertThat(target).hasContent(text);
    }

    private void assertRefused(String reason) throws Exception {
        var port = coach("port", "05", "--jdk", "25", "--again");
        assertThat(port.status()).as(port.output()).isEqualTo(2);
        assertThat(port.output()).contains("There is no new port of 05-gather-even", reason, "Your files are as they were.");
    }
}
