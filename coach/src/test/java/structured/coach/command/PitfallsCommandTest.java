package structured.coach.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import structured.coach.TutorialCopy;
import structured.coach.tutorial.Exercise;
import structured.coach.tutorial.Pitfall;

@DisplayName("pitfalls")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class PitfallsCommandTest {

    @TempDir
    private Path folder;

    @Test
    @DisplayName("shows wrong answers when the exercise is green, or if it is asked for all the same; never before")
    void onceGreen() throws Exception {
        var tutorial = TutorialCopy.in(folder);
        var shy = tutorial.coach("pitfalls", "04");
        assertThat(shy.status()).as(shy.output()).isEqualTo(1);
        assertThat(shy.output()).contains("04-gather is not green yet", "--reveal").doesNotContain("join-per-task");
        assertThat(tutorial.coach("pitfalls", "04", "--show", "join-per-task").output()).doesNotContain("scope.join");
        var hidden = tutorial.coach("pitfalls", "04", "--json");
        assertThat(hidden.status()).isEqualTo(1);
        assertThat(JsonMapper.builder().build().readTree(hidden.output()).get("pitfalls")).isEmpty();
        var revealed = tutorial.coach("pitfalls", "04", "--reveal");
        assertThat(revealed.status()).isZero();
        assertThat(revealed.output()).contains("join-per-task");

        Files.writeString(tutorial.gather(), tutorial.solution());
        int known = Pitfall.of(new Exercise(TutorialCopy.ORIGINAL, "04-gather")).size();
        var all = tutorial.coach("pitfalls", "4");
        assertThat(all.status()).as(all.output()).isZero();
        assertThat(all.output()).contains("Waits for a task before it forks the next", "how many have been forked?", "  join-per-task",
                "Waits for each task before it forks the next, so nothing overlaps.", "Why: fork, join and get stand together in one loop",
                "Caught by: all tasks are in flight at the same time", known + " wrong answers");
        var code = tutorial.coach("pitfalls", "04", "--show", "join-per-task");
        assertThat(code.output()).contains("solutions/04-gather/pitfalls/join-per-task/Gather.java", "public final class Gather {");
        var wrong = tutorial.coach("pitfalls", "04", "--show", "join-per-tsak");
        assertThat(wrong.status()).isEqualTo(2);
        assertThat(wrong.output()).contains("04-gather has no pitfall 'join-per-tsak'. Their names: ./workshop pitfalls 04");
        var json = JsonMapper.builder().build().readTree(tutorial.coach("pitfalls", "04", "--json").output());
        assertThat(json.get("status").asText()).isEqualTo("GREEN");
        assertThat(json.get("pitfalls")).hasSize(known).anySatisfy(pitfall -> {
            assertThat(pitfall.get("pitfall").asText()).isEqualTo("join-per-task");
            assertThat(pitfall.get("kind").asText()).isEqualTo("waits-in-the-loop");
            assertThat(pitfall.get("question").asText()).endsWith("?");
            assertThat(pitfall.get("tests").get(0).asText()).isEqualTo("all tasks are in flight at the same time");
        });
    }
}
