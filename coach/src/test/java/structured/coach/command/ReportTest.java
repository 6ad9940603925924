package structured.coach.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import structured.coach.TutorialCopy;
import structured.coach.judge.Judged;
import structured.coach.terminal.Style;
import structured.coach.tutorial.Exercise;
import structured.coach.tutorial.Sources;
import structured.coach.verdict.Outcome;
import structured.coach.verdict.TestResult;
import structured.coach.verdict.Verdict;
import structured.coach.verdict.Verdict.Status;

@DisplayName("a report")
class ReportTest {

    private static final TestResult STEP_2 = failed("of step 2", 2);
    private static final TestResult STEP_1 = failed("of step 1", 1);
    private static final TestResult PASSED = new TestResult("Test.passes", "passes", 1, Outcome.PASSED, null, List.of());
    private static final TestResult STEP_3 = failed("of step 3", 3);

    @Test
    @DisplayName("begins with the failure of the earliest step, and says to read that")
    void earliestStep() throws Exception {
        assertThat(report(Status.RED)).contains("It failed in step 1.", "Read step 1").doesNotContain("in step 2", "in step 3", "What happened.");
    }

    @Test
    @DisplayName("of a run without an end tells of both: the failure of the earliest step, and what did not end")
    void hung() throws Exception {
        assertThat(report(Status.HUNG)).containsSubsequence("It failed in step 1.", "What happened.", "Read step 1").doesNotContain("in step 3");
        assertThat(report(Status.CRASHED)).containsSubsequence("It failed in step 1.", "What happened.", "Read step 1");
    }

    @Test
    @DisplayName("of a run that hangs in the earliest red step tells what did not end, once")
    void hungAtFirst() throws Exception {
        var verdict = new Verdict(Status.HUNG, "What happened.", List.of(STEP_1), List.of(), "");
        assertThat(report(verdict)).containsOnlyOnce("What happened.").doesNotContain("It failed").contains("Read step 1");
        var later = new Verdict(Status.HUNG, "What happened.", List.of(PASSED, STEP_2), List.of(), "");
        assertThat(report(later)).containsOnlyOnce("What happened.").doesNotContain("It failed").contains("Read step 2");
    }

    @Test
    @DisplayName("says to read the step that the failure names, since that mends it, whatever step its test is of")
    void stepThatMendsIt() throws Exception {
        var failed = new TestResult("Test.failed", "of step 1", 1, Outcome.FAILED,
                "It left before anyone had waited.%n    See step 3 in README.md.".formatted(), List.of());
        assertThat(report(new Verdict(Status.RED, "What happened.", List.of(failed), List.of(), "")))
                .contains("Step 1:", "Read step 3").doesNotContain("Read step 1", "See step");
    }

    @Test
    @DisplayName("doesn't count as a test what is found after the tests, and shows what that is")
    void afterTheTests() throws Exception {
        var after = new TestResult("Test", "what the tests need, and leave behind", 0, Outcome.FAILED, "Threads go on.\nMore of it.", List.of());
        assertThat(report(new Verdict(Status.RED, "", List.of(PASSED, STEP_2, after), List.of(), ""))).contains("RED  1 of 2 tests pass", "After the tests\n    no Threads go on.\n");
        assertThat(report(new Verdict(Status.RED, "", List.of(PASSED, after), List.of(), ""))).contains("RED  all 1 tests pass, but not what is looked at after them");
    }

    @Test
    @DisplayName("shows by a sign of its own what could not be tried, also where all is green, and why")
    void unexplored() throws Exception {
        var unexplored = new TestResult("Test.unexplored", "in any order", 1, Outcome.UNEXPLORED, "There is one processor.", List.of());
        var report = report(new Verdict(Status.GREEN, "", List.of(PASSED, unexplored), List.of(), ""));
        assertThat(report).contains("GREEN  all 1 tests pass, and 1 could not be explored here", "    -- in any order",
                "-- \"in any order\" could not be explored here: There is one processor. It is green by the other").doesNotContain("Read step");
        var another = new TestResult("Test.another", "in whatever order", 1, Outcome.UNEXPLORED, "There is one processor.", List.of());
        assertThat(report(new Verdict(Status.GREEN, "", List.of(PASSED, unexplored, another), List.of(), "")).replaceAll("\\s+", " "))
                .contains("-- \"in any order\", \"in whatever order\" could not be explored here: There").containsOnlyOnce("one processor");
        assertThat(report(new Verdict(Status.RED, "", List.of(PASSED, unexplored, another, STEP_2), List.of(), "")).replaceAll("\\s+", " "))
                .contains("-- 2 tests, which try many orders of the threads' steps, can't be run on this code as it is. That is no failure: mend first what is red.").doesNotContain("one processor");
    }

    @Test
    @DisplayName("shows what learners' code can name or print by signs, and takes no more lines of it than there is room for")
    void swamped() throws Exception {
        var evil = "\033[2J\u009b" + "x".repeat(20_000) + "\n" + "line\n".repeat(5_000);
        var test = new TestResult("Test.failed", "of " + evil, 1, Outcome.FAILED, evil, List.of("Gather.gather(\033[2J.java:3)"));
        for (var status : Status.values()) {
            var verdict = new Verdict(status, evil, List.of(PASSED, test, STEP_2), List.of(), evil);
            for (var height : new int[] {24, 50, Integer.MAX_VALUE}) {
                var report = Report.of(judged(verdict), new Style(false, true, 80), height);
                assertThat(report).as("%s, %d lines high", status, height).hasSizeLessThanOrEqualTo(height == 24 ? 36 : Math.min(height, 250))
                        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80).doesNotContain("\033", "\u009b"));
            }
        }
    }

    @Test
    @DisplayName("that has no room for all of a message says how much more there is, and where")
    void cutMessage() throws Exception {
        var test = new TestResult("Test.failed", "fails", 1, Outcome.FAILED, "line\n".repeat(100), List.of());
        var verdict = new Verdict(Status.RED, "", List.of(test), List.of(), "");
        var exercise = new Exercise(TutorialCopy.ORIGINAL, "04-gather");
        assertThat(Report.of(new Judged(Sources.of(exercise), verdict), new Style(false, false, 100), Integer.MAX_VALUE))
                .contains("    ... and 41 lines more: ./workshop check 04-gather --json");
        assertThat(Report.of(new Judged(Sources.of(exercise), verdict), new Style(false, false, 100), 30)).hasSize(30)
                .contains("    ... and 79 lines more: ./workshop check 04-gather");
        assertThat(Report.of(new Judged(Sources.of(exercise.on(27)), verdict), new Style(false, false, 100), Integer.MAX_VALUE))
                .contains("    ... and 41 lines more: ./workshop check 04-gather --jdk 27 --json");
    }

    @Test
    @DisplayName("shows no line and no step that a message only speaks of, and no file has")
    void noSuchNumber() throws Exception {
        var message = "Gather.java:99999999999, Gather.java, line 88888888888%n    See step 77777777777 in README.md.".formatted();
        var test = new TestResult("Test.failed", "fails", 1, Outcome.FAILED, message, List.of("Gather.java:99999999999"));
        assertThat(report(new Verdict(Status.RED, message, List.of(test), List.of(), ""))).contains("Read step 1 ");
        assertThat(report(new Verdict(Status.CRASHED, message, List.of(), List.of(), ""))).contains("Gather.java:99999999999");
    }

    private static String report(Status status) throws IOException {
        return report(new Verdict(status, "What happened.", List.of(STEP_2, STEP_1, STEP_3), List.of(), ""));
    }

    private static String report(Verdict verdict) throws IOException {
        return String.join("\n", Report.of(judged(verdict), new Style(false, false, 100), 100));
    }

    private static Judged judged(Verdict verdict) throws IOException {
        return new Judged(Sources.of(new Exercise(TutorialCopy.ORIGINAL, "04-gather")), verdict);
    }

    private static TestResult failed(String name, int step) {
        return new TestResult("Test.failed", name, step, Outcome.FAILED, "It failed in step %d.".formatted(step), List.of());
    }
}
