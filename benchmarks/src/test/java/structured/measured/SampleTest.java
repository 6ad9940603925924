package structured.measured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("a file of results")
class SampleTest {

    @Test
    @DisplayName("gives back what was written to it, also what was never measured, line by line")
    void back(@TempDir Path folder) throws Exception {
        var file = folder.resolve("results/tasks.csv");
        var facts = new LinkedHashMap<String, String>();
        facts.put("machine", "any: with a colon");
        var measured = new Sample(2, "gather-21", 100_000, 1000, 3, 812.123456, 640.5, 300.1, 4.25, "");
        var stopped = new Sample(1, "threads", 100_000, 1000, 1, Double.NaN, Double.NaN, Double.NaN, Double.NaN, "stopped 32114 no more");
        Results.begin(file, facts);
        Results.add(file, measured);
        Results.add(file, stopped);
        var read = Results.read(file);
        assertThat(read.facts()).isEqualTo(facts);
        assertThat(read.samples()).containsExactly(measured, stopped);
        assertThat(read.contestants()).containsExactly("gather-21", "threads");
    }

    @Test
    @DisplayName("that isn't there holds nothing")
    void none(@TempDir Path folder) throws Exception {
        assertThat(Results.read(folder.resolve("none.csv")).samples()).isEmpty();
    }

    @Test
    @DisplayName("has no line with too few columns, and none whose note would take two")
    void columns() {
        assertThatIllegalArgumentException().isThrownBy(() -> Sample.of("1,gather-21,5")).withMessageContaining("1,gather-21,5");
        assertThatIllegalArgumentException().isThrownBy(() -> new Sample(1, "a", 1, 1, 1, 1, 1, 1, 1, "one, two"));
    }

    @ParameterizedTest
    @DisplayName("says in which line something can't be read")
    @ValueSource(strings = {"1,gather-21,5", "1,gather-21,five,1000,1,2.0,,,1.0,"})
    void spoilt(String line, @TempDir Path folder) throws Exception {
        var file = Files.writeString(folder.resolve("tasks.csv"), "# machine: any\n" + Sample.COLUMNS + "\n" + line + "\n");
        assertThatIllegalStateException().isThrownBy(() -> Results.read(file)).withMessageContaining("tasks.csv:3").withMessageContaining("delete it");
    }

    @Test
    @DisplayName("counts the runs of what had the fewest, and of what had the most")
    void runs() {
        var results = new Results(new LinkedHashMap<>(), List.of(Trial.sample(1, "a", 5, 1, 1), Trial.sample(2, "a", 5, 1, 1), Trial.sample(1, "b", 5, 1, 1)));
        assertThat(results.runs(true)).isEqualTo(1);
        assertThat(results.runs(false)).isEqualTo(2);
    }
}
