package structured.coach.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import structured.coach.TutorialCopy;

@DisplayName("a step that is asked for")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class StepTest {

    @Test
    @DisplayName("leads in a verdict, in JSON, and in the hints after it; green, it decides the exit status")
    void leads(@TempDir Path folder) throws Exception {
        var tutorial = TutorialCopy.in(folder);
        var hint = tutorial.coach("hint", "08");
        assertThat(hint.output()).contains("step 1, hint 1 of");
        var red = tutorial.coach("check", "08", "--step", "5");
        assertThat(red.status()).isEqualTo(1);
        assertThat(red.output()).contains("08-considerations, step 5  RED", "firstSuccessful is not", "Read step 5").doesNotContain("gatherInBatches is not");
        assertThat(tutorial.coach("hint", "08").output()).contains("step 5, hint 1 of");
        var exercise = tutorial.exercise("08");
        var race = exercise.solution().stream().filter(file -> file.endsWith("Race.java")).findFirst().orElseThrow();
        Files.copy(race, exercise.fileLike(race), StandardCopyOption.REPLACE_EXISTING);
        var json = tutorial.coach("check", "08", "--step", "5", "--json");
        assertThat(json.status()).isZero();
        var verdict = new ObjectMapper().readTree(json.output()).get(0);
        assertThat(verdict.get("status").asText()).isEqualTo("RED");
        assertThat(verdict.at("/asked/step").asInt()).isEqualTo(5);
        assertThat(verdict.at("/asked/status").asText()).isEqualTo("GREEN");
        assertThat(verdict.has("first")).isFalse();
        assertThat(verdict.get("notBegun").toString()).isEqualTo("[1,2,3,4]");
    }

    @Test
    @DisplayName("that there is not, or of several exercises, is answered by a sentence, and nothing is judged")
    void wrong(@TempDir Path folder) throws Exception {
        var tutorial = TutorialCopy.in(folder);
        for (var command : List.of("check", "watch", "hint")) {
            var ended = tutorial.coach(command, "04", "--step", "9");
            assertThat(ended.status()).isEqualTo(2);
            assertThat(ended.output()).contains("04-gather has no step 9. Its steps are 1, 2, 3, 4.").doesNotContain("\tat ");
            assertThat(tutorial.coach(command, "04", "--step", "two").output()).contains("--step takes the number of a step, such as 2, and 'two' is none.").doesNotContain("\tat ");
            assertThat(tutorial.coach(command, "04", "--step", "0").status()).isEqualTo(2);
        }
        assertThat(tutorial.coach("check", "04", "05", "--step", "1").output()).contains("--step is for one exercise, and these are 2.");
    }
}
