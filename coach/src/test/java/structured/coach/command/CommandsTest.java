package structured.coach.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import structured.coach.InOneClone;

/** The commands one after another in one clone, as in a learner's session. */
@DisplayName("the commands")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CommandsTest extends InOneClone {

    @BeforeAll
    void fewer() throws Exception {
        tutorial.withOnly("01", "04");
    }

    @Test
    @Order(1)
    @DisplayName("check: red is status 1, and names the learner's line and the step to read")
    void red() throws Exception {
        var check = tutorial.coach("check", "gather");
        assertThat(check.status()).as(check.output()).isEqualTo(1);
        assertThat(check.output()).contains("RED  0 of 18 tests pass", "Gather.java:44", ">  44 |", "Read step 1 in modules/04-gather/README.md.");
    }

    @Test
    @Order(2)
    @DisplayName("solution: not before green, unless it is asked for twice")
    void solutionBeforeGreen() throws Exception {
        var shy = tutorial.coach("solution", "4");
        assertThat(shy.status()).isEqualTo(1);
        assertThat(shy.output()).contains("--reveal").doesNotContain("ShutdownOnFailure");
        var revealed = tutorial.coach("solution", "4", "--reveal");
        assertThat(revealed.status()).isZero();
        assertThat(revealed.output()).contains("+        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {");
    }

    @Test
    @Order(3)
    @DisplayName("hint: one more each time, the last one again, and for the step that is asked for")
    void hints() throws Exception {
        assertThat(tutorial.coach("hint", "04").output()).contains("step 1, hint 1 of 3");
        assertThat(tutorial.coach("hint", "04").output()).contains("step 1, hint 2 of 3");
        assertThat(tutorial.coach("hint", "04", "--step", "2").output()).contains("step 2, hint 1 of 2");
        assertThat(tutorial.coach("hint", "04").output()).contains("step 1, hint 3 of 3").doesNotContain("the last one");
        assertThat(tutorial.coach("hint", "04").output()).contains("step 1, hint 3 of 3", "the last one");
        assertThat(tutorial.coach("hint", "04", "--step", "9").status()).isEqualTo(2);
    }

    @Test
    @Order(4)
    @DisplayName("check --json: the verdict for other programs")
    void json() throws Exception {
        var red = JsonMapper.builder().build().readTree(tutorial.coach("check", "04", "--json").output()).get(0);
        assertThat(red.at("/first/test").asText()).as("the first failure").startsWith("GatherTest.");
        assertThat(red.get("step").asInt()).as("the step to read").isEqualTo(1);
        Files.writeString(tutorial.gather(), tutorial.solution());
        var check = tutorial.coach("check", "04", "--json");
        assertThat(check.status()).as(check.output()).isZero();
        var verdict = JsonMapper.builder().build().readTree(check.output()).get(0);
        assertThat(verdict.get("exercise").asText()).isEqualTo("04-gather");
        assertThat(verdict.get("status").asText()).isEqualTo("GREEN");
        assertThat(verdict.get("tests")).hasSize(18).allMatch(test -> test.get("passed").asBoolean());
    }

    @Test
    @Order(5)
    @DisplayName("hint: none is given for what is green, unless it is for a step")
    void hintOnGreen() throws Exception {
        assertThat(tutorial.coach("hint", "04").output()).contains("04-gather is green: no hint is needed.").doesNotContain("hint 1 of");
        assertThat(tutorial.coach("hint", "04", "--step", "4").output()).contains("step 4, hint 1 of");
    }

    @Test
    @Order(6)
    @DisplayName("list: tells what is green at once, and is never stale")
    void list() throws Exception {
        assertThat(tutorial.coach("list").output()).contains("✔ 04-gather              all 18 tests pass");
        Files.writeString(tutorial.gather(), tutorial.solution().replace("scope.join().throwIfFailed();", "scope.join();"));
        assertThat(tutorial.coach("list").output()).contains("✘ 04-gather              10 of 18 tests pass");
    }

    @Test
    @Order(7)
    @DisplayName("reset: takes the exercise back, and its hints, tells where the learner's version is, and can be undone")
    void reset() throws Exception {
        var mine = Files.readString(tutorial.gather());
        var reset = tutorial.coach("reset", "04");
        assertThat(reset.status()).as(reset.output()).isZero();
        assertThat(tutorial.gather()).content().contains("gather is not written yet");
        assertThat(reset.output()).contains(".workshop/kept/04-gather/");
        assertThat(tutorial.coach("hint", "04", "--step", "1").output()).as("after those that were given above").contains("hint 1 of");
        assertThat(tutorial.coach("reset", "04", "--undo").status()).isZero();
        assertThat(tutorial.gather()).hasContent(mine);
    }

    @Test
    @Order(8)
    @DisplayName("a wrong name is status 2, with the right names and the nearest")
    void wrongName() throws Exception {
        assertThat(tutorial.coach("check", "gahter").status()).isEqualTo(2);
        var ofOne = tutorial.coachOn("", Stream.of("check", "hint", "reset", "watch", "solution").map(command -> List.of(command, "gahter")).toList());
        assertThat(ofOne).hasSize(5).allSatisfy(wrong -> {
            assertThat(wrong.status()).isEqualTo(2);
            assertThat(wrong.output()).contains("There is no exercise 'gahter'. Did you mean 04-gather?", "01-hello, 04-gather");
        });
        var none = tutorial.coachOn("", List.of(List.of("chekc"), List.of("chekc", "--help"), List.of("chekc", "04")));
        assertThat(none).hasSize(3).allSatisfy(wrong -> {
            assertThat(wrong.status()).as(wrong.output()).isEqualTo(2);
            assertThat(wrong.output()).contains("chekc", "Did you mean", "check").doesNotContain("Usage");
        });
        var variants = tutorial.coachOn("", List.of(List.of("solution", "04", "--alternative", "lopo", "--reveal"),
                List.of("solution", "04", "--alternative", "loop", "--reveal"), List.of("timeline", "04", "--pitfall", "joined")));
        assertThat(variants.getFirst().status()).isEqualTo(2);
        assertThat(variants.getFirst().output()).contains("04-gather has no alternative 'lopo'. There are:", "own-scope");
        assertThat(variants.get(1).output()).contains("solutions/04-gather/alternatives/loop/Gather.java", "return results;");
        assertThat(variants.getLast().output()).contains("04-gather has no pitfall 'joined'. There are:", "join-per-task");
    }

    @Test
    @Order(11)
    @DisplayName("reset: asks the tutorial's own git, whichever the environment is about")
    void otherRepository() throws Exception {
        Files.writeString(tutorial.gather(), tutorial.solution());
        // What the coach has seen of it before.
        Files.delete(tutorial.root().resolve(".workshop/shipped").resolve(tutorial.root().relativize(tutorial.gather())));
        var reset = new ProcessBuilder(tutorial.command(false, "reset", "04")).redirectErrorStream(true);
        reset.environment().put("GIT_DIR", folder.resolve("elsewhere/.git").toString());
        reset.environment().put("GIT_WORK_TREE", folder.toString());
        var process = reset.start();
        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).contains("04-gather is as it was shipped");
        assertThat(tutorial.gather()).content().contains("gather is not written yet");
    }
}
