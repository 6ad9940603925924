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
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import structured.coach.InOneClone;
import structured.coach.TutorialCopy;
import structured.coach.TutorialCopy.Ended;

/** A learner's way from JDK 21 to 25, in one clone. No JDK 27 is known to these coaches. */
@DisplayName("a port")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PortTest extends InOneClone {

    private String jdk25;

    @BeforeAll
    void findJdk25() throws Exception {
        tutorial.withOnly("01", "04", "05");
        jdk25 = TutorialCopy.jdk25().map(Path::toString).orElse("");
    }

    private Ended coach(String... args) throws Exception {
        return tutorial.coachOn(jdk25, args);
    }

    private void needJdk25() {
        assumeTrue(!jdk25.isEmpty(), "there is no JDK 25 here to judge ports on");
    }

    private Path port() throws Exception {
        return tutorial.exercise("04").on(25).fileLike(tutorial.exercise("04").solution().getFirst());
    }

    @Test
    @Order(1)
    @DisplayName("is not made of an exercise that isn't green")
    void notGreen() throws Exception {
        var port = coach("port", "04", "--jdk", "25");
        assertThat(port.status()).as(port.output()).isEqualTo(1);
        assertThat(port.output()).contains("04-gather is not green yet: 0 of 18 tests pass", "./workshop watch 04-gather");
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
        var watch = new ProcessBuilder(tutorial.commandOn(jdk25, "watch", "04", "--jdk", "25")).redirectErrorStream(true).start();
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

    private void save(String text) throws Exception {
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
        save(tutorial.solution().replace("new StructuredTaskScope.ShutdownOnFailure()", "StructuredTaskScope.open()").replace(".throwIfFailed()", "; scope.fork(() -> null)"));
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
    @DisplayName("that is green is shown beside the solution, and on the board, and leads on to the next")
    void green() throws Exception {
        needJdk25();
        assertThat(coach("port", "04").status()).as("one to JDK 27, beside").isZero();
        save(Files.readString(tutorial.exercise("04").on(25).solution().getFirst()) + "class Mine {}\n");
        var check = coach("check", "--jdk", "25");
        assertThat(check.status()).as(check.output()).isZero();
        assertThat(check.output()).contains("+++ solutions/jdk25/04-gather/src/main/java/structured/gather/Gather.java", "-class Mine {}",
                "Well done: 04-gather on JDK 25 is green.", "./workshop port 05-gather-even --jdk 25");
        assertThat(coach("solution", "04", "--jdk", "25").output()).contains("-class Mine {}").doesNotContain("alternatives");
        assertThat(coach("list").output()).contains("✔ 04-gather              all 18 tests pass   ✔      --\n");
        var json = JsonMapper.builder().build();
        var row = json.readTree(coach("list", "--json").output()).get(1);
        assertThat(row.at("/ports/0/jdk").asInt()).isEqualTo(25);
        assertThat(row.at("/ports/0/status").asText()).isEqualTo("GREEN");
        assertThat(row.at("/ports/1/status").isNull()).as("nothing is known of the one to 27").isTrue();
        assertThat(json.readTree(coach("check", "04", "--jdk", "25", "--json").output()).get(0).get("jdk").asInt()).isEqualTo(25);
    }
}
