package structured.coach.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Set;
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

@DisplayName("a stack trace that code has printed")
class TracesTest {

    private static final Traces TRACES = new Traces(Set.of("Gather.java"));

    private static List<String> shortened(String text) {
        return TRACES.shortened(text.lines().toList());
    }

    @Test
    @DisplayName("keeps what was thrown, causes, what was suppressed, and the learner's frames; of the others there is a count")
    void causes() {
        assertThat(shortened("""
                before
                Exception in thread "" java.lang.AssertionError: out of paper
                	at structured.gather.Gather.lambda$main$0(Gather.java:12)
                	at java.base/java.util.concurrent.FutureTask.run(FutureTask.java:317)
                	at app//org.junit.jupiter.api.Assertions.fail(Assertions.java:1)
                	at structured.coach.judge.worker.TestRun.run(TestRun.java:9)
                	at structured.gather.GatherTest.order(GatherTest.java:44)
                	Suppressed: java.io.IOException: closed
                		at java.base/java.io.X.close(X.java:1)
                		at structured.gather.Gather.close(Gather.java:9)
                		... 5 more
                Caused by: java.lang.IllegalStateException: no more
                	at structured.gather.Gather.inner(Gather.java:30)
                	... 31 more
                after""")).containsExactly(
                "before",
                "Exception in thread \"\" java.lang.AssertionError: out of paper",
                "\tat structured.gather.Gather.lambda$main$0(Gather.java:12)",
                "\t(4 frames of others)",
                "\tSuppressed: java.io.IOException: closed",
                "\t\tat structured.gather.Gather.close(Gather.java:9)",
                "\t\t(6 frames of others)",
                "Caused by: java.lang.IllegalStateException: no more",
                "\tat structured.gather.Gather.inner(Gather.java:30)",
                "\t(31 frames of others)",
                "after");
    }

    @Test
    @DisplayName("without a frame of the learner's keeps some of the others, next to where it was thrown")
    void noneOfTheirs() {
        var frames = "\tat java.base/java.util.A.a(A.java:1)\n\tat java.base/java.util.B.b(B.java:2)\n\tat java.base/java.util.C.c(C.java:3)\n\tat java.base/java.util.D.d(D.java:4)\n";
        assertThat(shortened("java.lang.Error\n" + frames)).containsExactly("java.lang.Error", "\tat java.base/java.util.A.a(A.java:1)",
                "\tat java.base/java.util.B.b(B.java:2)", "\tat java.base/java.util.C.c(C.java:3)", "\t(1 frame of others)");
    }

    @Test
    @DisplayName("that begins in a test is said to be thrown by the tests")
    void ofTests() {
        assertThat(shortened("""
                java.util.concurrent.ExecutionException: java.io.IOException: disk full
                	at java.base/java.util.A.a(A.java:1)
                	at structured.gather.Gather.gather(Gather.java:12)
                	at structured.gather.GatherTest.order(GatherTest.java:44)
                Caused by: java.io.IOException: disk full
                	at structured.gather.Inputs.failures(Inputs.java:120)
                	at java.base/java.util.A.a(A.java:1)""")).containsExactly(
                "java.util.concurrent.ExecutionException: java.io.IOException: disk full",
                "\tat structured.gather.Gather.gather(Gather.java:12)",
                "\t(2 frames of others)",
                "Caused by: java.io.IOException: disk full",
                "\t(thrown by the tests, in a task or at its caller)");
    }

    @Test
    @DisplayName("is shown once, if others are by the same lines of the learner's, and these are counted; what was printed in between stays")
    void alike() {
        var trace = "java.lang.Error: %s\n\tat structured.gather.Gather.a(Gather.java:%d)\nCaused by: java.io.IOException: %s\n\tat structured.gather.Inputs.b(Inputs.java:1)\n";
        var printed = trace.formatted("a", 1, "c") + "between\n" + trace.formatted("b", 1, "d") + trace.formatted("a", 2, "c") + trace.formatted("c", 1, "d");
        assertThat(LikeTraces.folded(shortened(printed), false)).containsExactly("java.lang.Error: a", "\tat structured.gather.Gather.a(Gather.java:1)",
                "Caused by: java.io.IOException: c", "\t(thrown by the tests, in a task or at its caller)", "... and 2 more like it", "between",
                "java.lang.Error: a", "\tat structured.gather.Gather.a(Gather.java:2)", "Caused by: java.io.IOException: c",
                "\t(thrown by the tests, in a task or at its caller)");
        // Of the last one more may have been printed.
        assertThat(LikeTraces.folded(shortened(trace.formatted("a", 1, "c").repeat(2) + "java.lang.Error: a\n\tat java.A.a(A.java:1)\n[and more]"), true))
                .endsWith("... and one more like it", "[and more]").hasSize(6);
        assertThat(LikeTraces.folded(List.of("java.lang.Error: a", "java.lang.Error: a", "", "x"), true)).hasSize(4);
    }

    @Test
    @DisplayName("that goes round in a circle, or is of another language, is one too")
    void odd() {
        var one = new IllegalStateException("one");
        one.initCause(new IllegalStateException("two", one));
        var printed = new StringWriter();
        one.printStackTrace(new PrintWriter(printed, true));
        assertThat(shortened(printed.toString())).anyMatch(line -> line.contains("one")).anyMatch(line -> line.contains("Caused by: ") && line.contains("two"))
                .anyMatch(line -> line.contains("CIRCULAR REFERENCE")).anyMatch(line -> line.contains("frames of others")).noneMatch(line -> line.contains("org.junit"));
        var odd = List.of("\tat Foo$bar$1.invokeSuspend(Foo.kt:12)", "\tat FooTest.my test, with (some) words(FooTest.kt:3)", "\tat app//Loader/x.Y.<init>(Unknown Source)",
                "\tat Script.run(<generated>)", "\tat java.lang.Gather.x(Gather.java:3)");
        assertThat(TRACES.shortened(odd)).isEqualTo(odd);
    }

    @Test
    @DisplayName("is none, if it is only text that looks a little like one")
    void noTrace() {
        var text = List.of("... 3 more", "I met him at noon (or later)", "at", "   at (", "Caused by: me", "");
        assertThat(TRACES.shortened(text)).isEqualTo(text);
    }

    @Test
    @DisplayName("takes the room that is left, and no more")
    void room() throws Exception {
        var test = new TestResult("Test.failed", "fails", 1, Outcome.FAILED, "It failed.", List.of());
        var verdict = new Verdict(Status.RED, "", List.of(test), List.of(), "line\n".repeat(90));
        for (int height = 4; height < 60; height++) {
            var report = Report.of(new Judged(Sources.of(new Exercise(TutorialCopy.ORIGINAL, "04-gather")), verdict), new Style(false, false, 80), height);
            // From a few lines on: a heading takes one, too, and without room for what is below it there is none.
            assertThat(report).as("of %d lines", height).hasSizeBetween(height < 9 ? 4 : Math.min(height - 1, 41), Math.min(height, 41));
        }
    }

    @Test
    @DisplayName("is shown from what was thrown on, where there is no room for all that was printed")
    void head() throws Exception {
        var printed = new Printed(Sources.of(new Exercise(TutorialCopy.ORIGINAL, "04-gather")), new Style(false, false, 80));
        var trace = "Exception in thread \"main\" java.lang.AssertionError: \nExpecting\n  this\n" + "\tat structured.gather.Gather.a(Gather.java:1)\n".repeat(9);
        assertThat(printed.lines("line\n".repeat(90) + trace, 6)).hasSize(7).startsWith("  Your code printed 102 lines. Of its last exception:",
                "    Exception in thread \"main\" java.lang.AssertionError: ");
        assertThat(printed.lines("line\n".repeat(90), 6)).hasSize(7).startsWith("  Your code printed 90 lines. The last:");
        assertThat(printed.lines("\tat java.x.Y.z(Y.java:1)\n".repeat(40), 6)).hasSize(5).startsWith("  Your code printed:");
    }
}
