package structured.coach.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import structured.coach.tutorial.Exercise;
import structured.coach.tutorial.Pitfall;
import structured.coach.verdict.Outcome;
import structured.coach.verdict.TestResult;
import structured.coach.verdict.Verdict;
import structured.coach.verdict.Verdict.Status;

@DisplayName("what a pitfall is red at")
class RedAtTest {

    @TempDir
    private Path root;

    private Exercise exercise;
    private Path source;

    @BeforeEach
    void write() throws Exception {
        exercise = new Exercise(root, "04-gather");
        var test = "@Test @DisplayName(\"it %s\") void %1$s() { } ";
        write("modules/04-gather/src/test/java/structured/gather/GatherTest.java", "class GatherTest { " + test.formatted("comes") + test.formatted("goes")
                + test.formatted("stays") + test.formatted("rests") + "}");
        write("solutions/04-gather/src/main/java/structured/gather/Gather.java", "class Gather { }");
        source = write("solutions/04-gather/pitfalls/late/Gather.java", "// Pitfall: comes late.\n// Caught by: it comes\nclass Gather { int n; }");
    }

    private Path write(String file, String text) throws IOException {
        Files.createDirectories(root.resolve(file).getParent());
        return Files.writeString(root.resolve(file), text);
    }

    private static Verdict verdict(Status status, String... outcomes) {
        return new Verdict(status, "", Stream.of(outcomes).map(outcome -> new TestResult("GatherTest." + outcome.substring(1), outcome.substring(1), 1,
                outcome.startsWith("+") ? Outcome.PASSED : Outcome.FAILED, "", List.of())).toList(), List.of(), "");
    }

    private void record(Verdict... runs) throws IOException {
        new Recording(exercise).write(verdict(Status.GREEN, "+comes", "+goes", "+stays", "+rests"), Map.of(source.getParent(), List.of(runs)));
    }

    private Optional<Set<String>> red() throws IOException {
        return RedAt.of(exercise).of(Pitfall.of(exercise).getFirst());
    }

    @Test
    @DisplayName("is what it names itself, what fails, if only in some runs, and what would have come after a hang, by their sentences")
    void all() throws Exception {
        record(verdict(Status.HUNG, "-comes", "+goes", "-stays"), verdict(Status.HUNG, "-comes", "+goes", "+stays"));
        assertThat(red()).contains(Set.of("it comes", "it stays", "it rests"));
    }

    @Test
    @DisplayName("is also what it was red at before, in some runs of the same code, but not of other code")
    void before() throws Exception {
        record(verdict(Status.RED, "-comes", "+goes", "-stays", "+rests"), verdict(Status.RED, "-comes", "+goes", "+stays", "+rests"));
        record(verdict(Status.RED, "-comes", "+goes", "+stays", "+rests"));
        assertThat(red()).contains(Set.of("it comes", "it stays"));
        Files.writeString(source, Files.readString(source).replace("int", "long"));
        record(verdict(Status.RED, "-comes", "+goes", "+stays", "+rests"));
        assertThat(red()).contains(Set.of("it comes"));
    }

    @Test
    @DisplayName("is not known of code that has changed, nor where nothing is recorded, but of such whose first lines were reworded")
    void unknown() throws Exception {
        assertThat(red()).isEmpty();
        record(verdict(Status.RED, "-comes", "+goes", "+stays", "+rests"));
        Files.writeString(source, Files.readString(source).replace("late.", "an hour late."));
        assertThat(red()).isPresent();
        Files.writeString(source, Files.readString(source).replace("int", "long"));
        assertThat(red()).isEmpty();
    }
}
