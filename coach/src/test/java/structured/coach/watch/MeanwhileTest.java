package structured.coach.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import structured.coach.TutorialCopy;
import structured.coach.judge.Progress;
import structured.coach.terminal.Harmless;
import structured.coach.terminal.Style;
import structured.coach.tutorial.Exercise;
import structured.coach.verdict.Outcome;
import structured.coach.verdict.TestResult;
import structured.coach.words.Language;

@DisplayName("while a run goes on")
class MeanwhileTest {

    private static final Optional<Progress> THIRD = Optional.of(new Progress(3, 16, "GatherTest.aTest", "all tasks are in flight at once", "", Optional.empty()));

    private static List<String> said(long millis, Optional<Progress> progress, int columns) {
        return Meanwhile.lines("04-gather", Duration.ofMillis(millis), progress, new Style(false, true, columns));
    }

    @Test
    @DisplayName("nothing is said at first, then that it runs, and after five seconds which test does, and when that is given up")
    void saysMore() {
        assertThat(said(399, THIRD, 80)).isEmpty();
        assertThat(said(400, THIRD, 80)).containsExactly("Running the tests of 04-gather ...");
        assertThat(said(4999, THIRD, 80)).containsExactly("Running the tests of 04-gather ...");
        assertThat(said(5000, THIRD, 80)).containsExactly("Still running, for 5 s: test 3 of 16, all tasks are in flight at once",
                "A call that never comes back is given up after 4 s, or later on a busy machine.");
        assertThat(said(65_999, Optional.empty(), 80)).containsExactly("Still running, for 65 s: no test has begun yet.");
    }

    @Test
    @DisplayName("what is red already is told as such, in a few lines, and where it is")
    void redAlready() {
        var message = "A callback was called while another one was running.\n    at structured.taskgroup.TaskGroup.handleComplete(TaskGroup.java:37)\n    See step 2 in README.md.";
        var failure = new TestResult("CallbacksTest.oneAtATime", "callbacks come one at a time", 2, Outcome.FAILED, message,
                List.of("structured.taskgroup.TaskGroup.handleComplete(TaskGroup.java:37)"));
        var exercise = new Exercise(TutorialCopy.ORIGINAL, "06-taskgroup");
        var lines = Meanwhile.of(exercise, Duration.ofMillis(400), Optional.of(new Progress(8, 27, "GatherTest.aTest", "results come", "", Optional.of(failure))));
        assertThat(lines.apply(new Style(false, true, 80))).containsExactly("Running the tests of 06-taskgroup ...",
                "✘ Red already: callbacks come one at a time",
                "  A callback was called while another one was running.",
                "  At TaskGroup.java:37. The other tests still run; the verdict comes after them.");
        assertThat(Meanwhile.of(exercise, Duration.ofMillis(399), Optional.of(new Progress(8, 27, "GatherTest.aTest", "results come", "", Optional.of(failure)))).apply(new Style(false, true, 80))).isEmpty();
        var wordy = new TestResult("x", "x", 2, Outcome.FAILED, "a b c d e f g h ".repeat(100), List.of());
        assertThat(Meanwhile.of(exercise, Duration.ofSeconds(9), Optional.of(new Progress(8, 27, "GatherTest.aTest", "results come", "", Optional.of(wordy)))).apply(new Style(false, true, 60)))
                .hasSize(7).allSatisfy(line -> assertThat(Harmless.width(line)).isLessThanOrEqualTo(60));
    }

    @Test
    @DisplayName("the class that was tried first is told to be green as soon as it is")
    void greenAlready() {
        var exercise = new Exercise(TutorialCopy.ORIGINAL, "08-considerations");
        var progress = Optional.of(new Progress(20, 70, "GatherTest.aTest", "results keep their order", "Race", Optional.<TestResult>empty()));
        assertThat(Meanwhile.of(exercise, Duration.ofMillis(400), progress).apply(new Style(false, true, 100))).containsExactly(
                "Running the tests of 08-considerations ...", "✔ Green already: Race, which was saved last. The tests of the other classes still run.");
    }

    @Test
    @DisplayName("the test has the name that the tree has for it, in the language of whoever reads that")
    void inTheirLanguage() {
        var exercise = new Exercise(TutorialCopy.ORIGINAL, "04-gather");
        var cancels = Optional.of(new Progress(8, 16, "GatherTest.failureCancelsTheOthers", "a failure cancels the other tasks", "", Optional.<TestResult>empty()));
        var said = Language.in(Language.called("pt-BR").orElseThrow(), () -> Meanwhile.of(exercise, Duration.ofSeconds(5), cancels).apply(new Style(false, true, 80)));
        assertThat(said).first().isEqualTo("Ainda rodando, há 5 s: teste 8 de 16, uma falha cancela as outras tarefas");
    }

    @Test
    @DisplayName("a long name of a test takes no second line, and nothing is wider than the screen")
    void narrow() {
        var many = Optional.of(new Progress(112, 1140, "GatherTest.aTest", "a very long sentence about what each of the tests is to show of it", "", Optional.empty()));
        assertThat(said(5000, many, 40)).hasSize(3).allSatisfy(line -> assertThat(Harmless.width(line)).isLessThanOrEqualTo(40));
        assertThat(said(5000, many, 80)).hasSize(2).first().asString().endsWith("...");
    }
}
