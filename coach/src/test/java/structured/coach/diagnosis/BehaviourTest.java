package structured.coach.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import structured.coach.verdict.Outcome;
import structured.coach.verdict.TestResult;
import structured.coach.verdict.Verdict;
import structured.coach.verdict.Verdict.Status;

@DisplayName("the behaviour of code")
class BehaviourTest {

    private static final List<String> ALL = List.of("T.one", "T.two", "T.three");

    private static Behaviour run(Status status, TestResult... tests) {
        return Behaviour.of(new Verdict(status, "What happened.", List.of(tests), List.of(), ""), test -> true, ALL);
    }

    private static TestResult failed(String test, String message) {
        return new TestResult(test, "", 1, Outcome.FAILED, message, List.of());
    }

    private static TestResult passed(String test) {
        return new TestResult(test, "", 1, Outcome.PASSED, null, List.of());
    }

    @Test
    @DisplayName("is how tests fail, whatever numbers, places and lists are in their messages")
    void shapes() {
        var message = "A task threw java.io.IOException: disk full, and %s of 4 others were cancelled.%n    at structured.gather.Gather.gather(Gather.java:%s)%n    See step 3 in README.md.";
        assertThat(Shape.of(message.formatted("0", "20"))).isEqualTo(Shape.of(message.formatted("3", "41"))).isEqualTo("task-threw-IOException-others-cancelled");
        assertThat(Shape.of("The call returned: [slept, null, [1, 2]]")).isEqualTo(Shape.of("The call returned: [null]")).isEqualTo("returned");
        assertThat(Shape.of("The call returned: [1]\nLine 39 catches the InterruptedException and goes on: it is lost there.")).isEqualTo("returned");
        assertThat(Shape.of("It threw java.lang.NullPointerException")).isNotEqualTo(Shape.of("It threw java.lang.RuntimeException: java.io.IOException: disk full"));
    }

    @Test
    @DisplayName("of a hang is who waits for what, whatever test that was in and however many wait")
    void hang() {
        assertThat(Shape.of("The test \"each once\" did not come to an end, and was given up. 3 subtasks: each waits for a permit of a Semaphore, at Limit.java:40."))
                .isEqualTo(Shape.of("The test \"all of them\" did not come to an end, and was given up. A subtask waits for a permit of a Semaphore, at Limit.java:7. A thread sleeps, at X.java:1."))
                .startsWith("hangs-subtask-waits-permit");
    }

    @Test
    @DisplayName("in several runs is what was the same in each; what wasn't is kept as varying, and counts for nothing")
    void varying() {
        var all = Behaviour.in(List.of(run(Status.RED, failed("T.one", "so"), passed("T.two"), failed("T.three", "like this")),
                run(Status.RED, failed("T.one", "so"), failed("T.two", "now"), failed("T.three", "like that"))));
        assertThat(all.failed()).containsOnly(java.util.Map.entry("T.one", "so"), java.util.Map.entry("T.three", ""));
        assertThat(all.varying()).containsExactly("T.two");
        // And stays so, when it is recorded anew.
        assertThat(Behaviour.in(List.of(all, run(Status.RED, failed("T.one", "so"), passed("T.two"), failed("T.three", "x")))).varying()).containsExactly("T.two");
        assertThat(Traits.of(all, Form.of(List.of()), List.of()).behaviour()).contains("test one", "told one so", "test three").doesNotContain("test two");
    }

    @Test
    @DisplayName("of a run that hung isn't known after that; another run may know it")
    void unknown() {
        var hung = run(Status.HUNG, failed("T.one", "so"), failed("T.two", "hangs"));
        assertThat(hung.unknown()).containsExactly("T.three");
        var both = Behaviour.in(List.of(hung, run(Status.RED, failed("T.one", "so"), failed("T.two", "hangs"), failed("T.three", "late"))));
        assertThat(both.failed()).containsEntry("T.three", "late");
        assertThat(both.unknown()).isEmpty();
    }

    @Test
    @DisplayName("where no test fails, and the code is wrong all the same, is what the verdict says")
    void noTest() {
        assertThat(run(Status.RED, passed("T.one")).failed()).containsOnlyKeys(Behaviour.NO_TEST);
        assertThat(run(Status.GREEN, passed("T.one")).failed()).isEmpty();
    }
}
