package structured.coach.verify.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("the check of sample output")
class OutputsTest {

    private static final String RACE = """
            I/O Task 1 has started, waiting for 4.159 seconds...
            I/O Task 2 has started, waiting for 2.627 seconds...
            I/O Task 3 has started, waiting for 1.640 seconds...
            I/O Task 4 has started, waiting for 2.243 seconds...
            I/O Task 5 has started, waiting for 1.179 seconds...
            I/O Task 5 has been completed after 1.179 seconds.
            The first Task has been completed in 1.216 seconds.
            """;

    @TempDir
    private Path folder;

    @Test
    @DisplayName("takes what the main prints, whatever the figures are")
    void right() throws Exception {
        assertThat(flaws(RACE)).isEmpty();
        assertThat(flaws(RACE.replace("2.627", "3.000"))).isEmpty();
    }

    @Test
    @DisplayName("says where a lesson shows other lines than the main prints")
    void wrong() throws Exception {
        for (var other : List.of(RACE.replace("completed", "finished"), RACE.replace("2.627", "2,627"), RACE.replaceFirst(".*\n", ""))) {
            assertThat(flaws(other)).singleElement().satisfies(flaw -> {
                assertThat(flaw.what()).isEqualTo("Race prints other lines than these");
                assertThat(flaw.line()).isEqualTo(7);
            });
        }
    }

    private List<Flaw> flaws(String output) throws IOException, InterruptedException {
        var command = "java --enable-preview --source 21 modules/08-considerations/src/main/java/structured/considerations/Race.java    # or in an IDE";
        return Outputs.check(new SmallSite(folder).with("modules/08-considerations/README.pt-BR.md",
                "```sh\n%s\n```\n\nIt prints:\n\n```\n%s```\n".formatted(command, output)).site()).flaws();
    }
}
