package structured.coach.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import structured.coach.TutorialCopy;
import structured.coach.TutorialCopy.Ended;

/** A learner's way from JDK 21 to 25, in one clone. No JDK 27 is known to these coaches. */
@DisplayName("a port")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(value = 100, unit = TimeUnit.SECONDS)
class PortTest {

    @TempDir
    private static Path folder;

    private static TutorialCopy tutorial;
    private static String jdk25;

    @BeforeAll
    static void copy() throws Exception {
        tutorial = TutorialCopy.in(folder);
        jdk25 = TutorialCopy.jdk25().map(Path::toString).orElse("");
    }

    private static Ended coach(String... args) throws Exception {
        return coachOn(jdk25, args);
    }

    private static Ended coachOn(String jdk, String... args) throws Exception {
        return TutorialCopy.run(commandOn(jdk, args));
    }

    private static List<String> commandOn(String jdk, String... args) {
        var command = new ArrayList<>(tutorial.command(false, args));
        command.addAll(1, List.of("-Dworkshop.jdk25=" + jdk, "-Dworkshop.jdk27="));
        return command;
    }

    private static void needJdk25() {
        assumeTrue(!jdk25.isEmpty(), "there is no JDK 25 here to judge ports on");
    }

    private static Path port() throws Exception {
        return tutorial.exercise("04").on(25).fileLike(tutorial.exercise("04").solution().getFirst());
    }

    @Test
    @Order(1)
    @DisplayName("is not made of an exercise that isn't green")
    void notGreen() throws Exception {
        var port = coach("port", "04", "--jdk", "25");
        assertThat(port.status()).as(port.output()).isEqualTo(1);
        assertThat(port.output()).contains("04-gather is not green yet: 0 of 16 tests pass", "./workshop watch 04-gather");
        assertThat(port()).doesNotExist();
    }

    @Test
    @Order(2)
    @DisplayName("that isn't there can't be judged, which names the command that makes one")
    void none() throws Exception {
        for (var command : List.of("check", "watch", "solution")) {
            var none = coach(command, "04", "--jdk", "25");
            assertThat(none.status()).as(none.output()).isEqualTo(2);
            assertThat(none.output()).contains("There is no port of 04-gather to JDK 25 yet", "./workshop port 04-gather --jdk 25");
        }
        assertThat(coach("check", "--jdk", "27").output()).contains("There is no port of 01-hello to JDK 27", "./workshop port 01-hello\n");
    }

    @Test
    @Order(2)
    @DisplayName("is to a JDK that there are solutions for, and of an exercise: any other is status 2, and says which there are")
    void wrongNames() throws Exception {
        for (var command : List.of("port", "check", "watch", "solution")) {
            for (var jdk : List.of("24", "21", "26", "abc", "", "025")) {
                var wrong = coach(command, "04", "--jdk=" + jdk);
                assertThat(wrong.status()).as(wrong.output()).isEqualTo(2);
                assertThat(wrong.output()).contains("There are no ports to JDK '" + jdk + "', but to these: 25, 27.");
            }
        }
        assertThat(coach("port", "gahter").output()).contains("There is no exercise 'gahter'. Did you mean 04-gather?");
        assertThat(coach("port").status()).isEqualTo(2);
    }

    @Test
    @Order(3)
    @DisplayName("is a copy of the learner's own class, which git shows and the exercise's verdict doesn't see")
    void made() throws Exception {
        Files.writeString(tutorial.gather(), tutorial.solution() + "// mine\n");
        assertThat(coach("list").output()).as("the board without a port").doesNotContain("jdk");
        var port = coach("port", "04", "--jdk", "25");
        assertThat(port.status()).as(port.output()).isZero();
        assertThat(port.output()).contains("modules/04-gather/src/port25\n", "./workshop watch 04-gather --jdk 25");
        assertThat(port()).hasSameBinaryContentAs(tutorial.gather());
        Files.writeString(port(), "class Gather { none");
        assertThat(coach("check", "04").status()).as("the exercise beside a port that doesn't compile").isZero();
        Files.copy(tutorial.gather(), port(), StandardCopyOption.REPLACE_EXISTING);
        assertThat(TutorialCopy.run(List.of("git", "-C", tutorial.root().toString(), "status", "--porcelain")).output())
                .contains("?? modules/04-gather/src/port25/");
    }

    @Test
    @Order(4)
    @DisplayName("is told what has become of the API of JDK 21, where it still has it: once, and at every save")
    void told() throws Exception {
        needJdk25();
        var check = coach("check", "04", "--jdk", "25");
        assertThat(check.status()).as(check.output()).isEqualTo(1);
        assertThat(check.output()).contains("04-gather on JDK 25  AMBER", "symbol:   class ShutdownOnFailure", "What ShutdownOnFailure did, open() does",
                "    try (var scope = StructuredTaskScope.open()) {\n        scope.fork(task);\n");
        var watch = new ProcessBuilder(commandOn(jdk25, "watch", "04", "--jdk", "25")).redirectErrorStream(true).start();
        try (var lines = new BufferedReader(new InputStreamReader(watch.getInputStream(), StandardCharsets.UTF_8))) {
            readUntil(lines, "  What ShutdownOnFailure did");
            save(tutorial.solution().replace("new StructuredTaskScope.ShutdownOnFailure()", "StructuredTaskScope.open()"));
            readUntil(lines, "symbol:   method throwIfFailed()");
        } finally {
            watch.destroyForcibly();
        }
    }

    private static void readUntil(BufferedReader lines, String part) throws Exception {
        var all = new StringBuilder();
        for (String line; (line = lines.readLine()) != null; all.append(line).append('\n')) {
            if (line.contains(part)) {
                return;
            }
        }
        throw new AssertionError("Not shown: " + part + "\nbut:\n" + all);
    }

    private static void save(String text) throws Exception {
        Files.writeString(port(), text);
    }

    @Test
    @Order(5)
    @DisplayName("is told what has become of it also where only a test shows that")
    void toldByATest() throws Exception {
        needJdk25();
        save(tutorial.solution().replace("new StructuredTaskScope.ShutdownOnFailure()", "StructuredTaskScope.open()").replace(".throwIfFailed()", ""));
        assertThat(coach("check", "04", "--jdk", "25").output()).contains("RED", "StructuredTaskScope$FailedException", "join throws when a subtask has failed",
                "} catch (FailedException e) {", "modules/04-gather/README.md, and in", "docs/later-jdks.md");
        save(tutorial.solution().replaceAll("(?s)var subtasks = .*return subtasks[^;]*;", """
                var results = new java.util.ArrayList<T>();
                for (var task : tasks) {
                    var one = scope.fork(task);
                    scope.join();
                    results.add(one.get());
                }
                return results;""").replace("new StructuredTaskScope.ShutdownOnFailure()", "StructuredTaskScope.open()"));
        assertThat(coach("check", "04", "--jdk", "25").output()).contains("Already joined or scope is closed", "A scope is joined once");
        save(tutorial.solution().replace("new StructuredTaskScope.ShutdownOnFailure()", "StructuredTaskScope.open(Joiner.<T>allSuccessfulOrThrow())"));
        assertThat(coach("check", "04", "--jdk", "25").output()).contains("It has to be imported:\n    import java.util.concurrent.StructuredTaskScope.Joiner;");
    }

    @Test
    @Order(6)
    @DisplayName("that is there is never overwritten")
    void kept() throws Exception {
        save("class Mine {}");
        var port = coach("port", "04", "--jdk", "25");
        assertThat(port.status()).as(port.output()).isZero();
        assertThat(port.output()).contains("is there already", "modules/04-gather/src/port25", "./workshop watch 04-gather --jdk 25",
                "./workshop port 04-gather --jdk 25 --again");
        assertThat(port()).hasContent("class Mine {}");
        var again = coach("port", "04", "--jdk", "25", "--again");
        assertThat(again.status()).as(again.output()).isZero();
        assertThat(port()).hasSameBinaryContentAs(tutorial.gather());
        var aside = tutorial.root().resolve(again.output().lines().filter(line -> line.contains(".workshop/kept/")).findFirst().orElseThrow().strip());
        try (var files = Files.walk(aside)) {
            assertThat(files.filter(Files::isRegularFile).findFirst().orElseThrow()).hasContent("class Mine {}");
        }
    }

    @Test
    @Order(7)
    @DisplayName("whose JDK is missing, or doesn't start, is status 2 and a sentence; the board shows it as not known")
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "needs links, permissions and sh")
    void noJdk() throws Exception {
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
        var check = coachOn(broken.getParent().toString(), "check", "04", "--jdk", "25");
        assertThat(check.status()).as(check.output()).isEqualTo(2);
        assertThat(check.output()).contains("on the JDK in " + broken.getParent(), "libc is too old").doesNotContain("\tat ");
        var list = coachOn(broken.getParent().toString(), "list");
        assertThat(list.status()).as(list.output()).isZero();
        assertThat(list.output()).contains("jdk25  jdk27\n", "all 16 tests pass   --     --\n", "This says why: ./workshop check 04-gather --jdk 25");
    }

    @Test
    @Order(8)
    @DisplayName("that is green is shown beside the solution, and on the board, and leads on to the next")
    void green() throws Exception {
        needJdk25();
        save(Files.readString(tutorial.exercise("04").on(25).solution().getFirst()) + "// mine\n");
        var check = coach("check", "--jdk", "25");
        assertThat(check.status()).as(check.output()).isZero();
        assertThat(check.output()).contains("+++ solutions/jdk25/04-gather/src/main/java/structured/gather/Gather.java", "-// mine",
                "Well done: 04-gather on JDK 25 is green.", "./workshop port 05-gather-even --jdk 25");
        assertThat(coach("solution", "04", "--jdk", "25").output()).contains("-// mine").doesNotContain("alternatives");
        assertThat(coach("list").output()).contains("✔ 04-gather              all 16 tests pass   ✔      --\n");
        var json = JsonMapper.builder().build();
        var row = json.readTree(coach("list", "--json").output()).get(3);
        assertThat(row.at("/ports/0/jdk").asInt()).isEqualTo(25);
        assertThat(row.at("/ports/0/status").asText()).isEqualTo("GREEN");
        assertThat(row.at("/ports/1/status").isNull()).as("nothing is known of the one to 27").isTrue();
        assertThat(json.readTree(coach("check", "04", "--jdk", "25", "--json").output()).get(0).get("jdk").asInt()).isEqualTo(25);
    }

    @Test
    @Order(9)
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

    private static void assertRefused(String reason) throws Exception {
        var port = coach("port", "05", "--jdk", "25", "--again");
        assertThat(port.status()).as(port.output()).isEqualTo(2);
        assertThat(port.output()).contains("There is no new port of 05-gather-even", reason, "Your files are as they were.");
    }
}
