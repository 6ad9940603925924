package structured.coach.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import structured.coach.tutorial.Exercise;
import structured.coach.tutorial.Pitfall;
import structured.coach.tutorial.RedAt;
import structured.coach.verdict.Outcome;
import structured.coach.verdict.TestResult;
import structured.coach.verdict.Verdict;
import structured.coach.verdict.Verdict.Status;
import structured.coach.verify.Check.Finding;

@DisplayName("what is noted of the tests that pitfalls are red at")
class RedsTest {

    @TempDir
    private Path root;

    private Exercise exercise;

    @BeforeEach
    void pitfalls() throws IOException {
        exercise = new Exercise(root, "04-gather");
        pitfall("late", "class Gather {}");
        pitfall("early", "class Gather { int n; }");
        var redAt = RedAt.of(exercise);
        for (var pitfall : Pitfall.of(exercise)) {
            redAt.put(pitfall, Set.of("it comes in time", "it comes"));
        }
        redAt.write(exercise);
    }

    private void pitfall(String name, String code) throws IOException {
        var folder = Files.createDirectories(root.resolve("solutions/04-gather/pitfalls").resolve(name));
        Files.writeString(folder.resolve("Gather.java"), "// Pitfall: comes late.\n// Kind: late\n// Caught by: it comes in time\n" + code);
    }

    private String told() throws Exception {
        return Reds.ofPitfalls(exercise).trial().with(null) instanceof Finding.Short found ? found.what() : "";
    }

    @Test
    @DisplayName("is read as it was written")
    void kept() throws Exception {
        assertThat(told()).isEmpty();
        assertThat(Files.readString(RedAt.file(exercise))).contains("\n1: it comes\n2: it comes in time\nearly ", ": 1 2\nlate ").doesNotContain("\r");
        assertThat(RedAt.of(exercise).of(Pitfall.of(exercise).getFirst())).contains(Set.of("it comes in time", "it comes"));
    }

    @Test
    @DisplayName("is about the code that there is: else it has to be found out again, and the command is named")
    void stale() throws Exception {
        pitfall("late", "class Gather { long n; }");
        pitfall("new", "class Gather {}");
        Files.delete(root.resolve("solutions/04-gather/pitfalls/early/Gather.java"));
        Files.delete(root.resolve("solutions/04-gather/pitfalls/early"));
        assertThat(told()).contains("of early, late, new:", "./workshop verify --rewrite --module 04");
    }

    @Test
    @DisplayName("stays when only the first lines are reworded, but not when they name another test")
    void reworded() throws Exception {
        var source = root.resolve("solutions/04-gather/pitfalls/late/Gather.java");
        Files.writeString(source, Files.readString(source).replace("comes late.", "comes an hour late."));
        assertThat(told()).isEmpty();
        Files.writeString(source, Files.readString(source).replace("it comes in time", "it is there"));
        assertThat(told()).contains("of late:");
    }

    private static Verdict verdict(Status status, String... outcomes) {
        return new Verdict(status, "", Stream.of(outcomes).map(outcome -> new TestResult("GatherTest." + outcome, outcome.substring(1), 1,
                outcome.startsWith("+") ? Outcome.PASSED : Outcome.FAILED, "", List.of())).toList(), List.of(), "");
    }

    @Test
    @DisplayName("is what fails, what comes after a hang, and what failed before in another run of the same code")
    void found() throws Exception {
        var early = Pitfall.of(exercise).getFirst();
        var late = Pitfall.of(exercise).getLast();
        var reds = Reds.of(List.of(exercise));
        assertThat(reds.getFirst().found(early, verdict(Status.RED, "+it comes", "-it comes in time", "+it goes", "+it stays"))).isEqualTo(Finding.TRUE);
        assertThat(reds.getFirst().found(late, verdict(Status.HUNG, "+it comes", "+it stays", "-it comes in time", "-all of it"))).isEqualTo(Finding.TRUE);
        Reds.write(reds);
        assertThat(RedAt.of(exercise).of(early)).as("with what it was red at before").contains(Set.of("it comes", "it comes in time"));
        assertThat(RedAt.of(exercise).of(late)).as("with what was not tried any more").contains(Set.of("it comes", "it comes in time", "it goes"));
        pitfall("early", "class Gather { long n; }");
        var anew = Reds.of(List.of(exercise));
        anew.getFirst().found(Pitfall.of(exercise).getFirst(), verdict(Status.RED, "+it comes", "-it comes in time"));
        Reds.write(anew);
        assertThat(RedAt.of(exercise).of(Pitfall.of(exercise).getFirst())).as("of other code").contains(Set.of("it comes in time"));
        assertThat(reds.getFirst().found(late, verdict(Status.GREEN, "+it comes"))).isInstanceOf(Finding.Short.class);
    }

    @Test
    @DisplayName("is refused, and its line shown, where it can't be read")
    void spoilt() throws Exception {
        Files.writeString(RedAt.file(exercise), "late: 1\n");
        assertThatThrownBy(() -> RedAt.of(exercise)).isInstanceOf(IOException.class).hasMessageContaining("neither a test nor a pitfall: late: 1");
    }
}
