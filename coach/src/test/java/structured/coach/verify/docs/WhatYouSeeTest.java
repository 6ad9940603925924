package structured.coach.verify.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import structured.coach.tutorial.Exercise;
import structured.coach.tutorial.Page;
import structured.coach.verdict.Outcome;
import structured.coach.verdict.TestResult;
import structured.coach.verdict.Verdict;
import structured.coach.verdict.Verdict.Status;

@DisplayName("the check of what is seen of a mistake")
class WhatYouSeeTest {

    private static final String GUIDE = """
            ### 04 Gather

            | Mistake | What you see | Say |
            |---|---|---|
            | `two-threads` | "every task runs on a virtual thread": `0 of … task(s) ran` | "What does a waiting thread cost?" |
            """;

    @TempDir
    private Path folder;

    private Path pitfall;

    @BeforeEach
    void pitfall() throws Exception {
        pitfall = Files.createDirectories(folder.resolve("solutions/04-gather/pitfalls/two-threads"));
    }

    private static TestResult failure(String name, int step, String message) {
        return new TestResult("GatherTest." + step, name, step, Outcome.FAILED, message, List.of());
    }

    private static final Verdict RED = new Verdict(Status.RED, "2 tests fail.", List.of(
            failure("interrupting the caller cancels the tasks", 2, "It returned: []"),
            failure("every task runs on a virtual thread", 1, "Called by a platform thread, 0 of 17 task(s) ran on a virtual one.\n    See step 1.")), List.of(), "");

    private static final Verdict HUNG = new Verdict(Status.HUNG, "A subtask waits for a permit of a Semaphore.", List.of(
            failure("every task runs on a virtual thread", 1, "A subtask waits for a permit of a Semaphore.")), List.of(), "");

    private List<Flaw> flaws(String guide, Map<Path, Verdict> verdicts) {
        return see(guide).compare(verdicts).flaws();
    }

    private WhatYouSee see(String guide) {
        return WhatYouSee.of(new Page(WhatYouSee.GUIDE, guide), List.of(new Exercise(folder, "04-gather")));
    }

    private List<String> wrong(String guide, Verdict verdict) {
        return flaws(guide, Map.of(pitfall, verdict)).stream().map(Flaw::what).toList();
    }

    @Test
    @DisplayName("takes a row with the test of the earliest step that fails, and words of its message, in which … stands for anything")
    void right() {
        assertThat(see(GUIDE).pitfalls()).containsExactly(pitfall);
        assertThat(wrong(GUIDE, RED)).isEmpty();
        assertThat(see(GUIDE).compare(Map.of(pitfall, RED)).passed()).isEqualTo(1);
        assertThat(wrong(GUIDE.replace("runs on a virtual thread", "runs on a virt …").replace("`0 of … task(s) ran`", "it says"), RED)).isEmpty();
    }

    @Test
    @DisplayName("says which test is shown first, and what of it, where a row has another")
    void anotherTest() {
        var guide = GUIDE.replace("every task runs on a virtual thread", "interrupting the caller cancels the tasks");
        assertThat(flaws(guide, Map.of(pitfall, RED))).singleElement().satisfies(flaw -> {
            assertThat(flaw.line()).isEqualTo(5);
            assertThat(flaw.what()).isEqualTo("another test is shown first than \"interrupting the caller cancels the tasks\"");
            assertThat(flaw.remedy()).isEqualTo("What is shown first of two-threads: RED, \"every task runs on a virtual thread\": "
                    + "Called by a platform thread, 0 of 17 task(s) ran on a virtual one. See step 1.");
        });
    }

    @Test
    @DisplayName("misses words that are not in the message")
    void otherWords() {
        assertThat(wrong(GUIDE.replace("`0 of … task(s) ran`", "`0 of 8306 task(s) ran`"), RED))
                .containsExactly("nothing that is shown first has the words: 0 of 8306 task(s) ran");
    }

    @Test
    @DisplayName("misses the test that is seen first, and takes several where it is luck which one that is")
    void noTest() {
        assertThat(wrong(GUIDE.replaceFirst("\"every.*?\"", "red"), RED)).containsExactly("the row has no test in quotes");
        assertThat(wrong(GUIDE.replaceFirst("\"every.*?\"", "\"one\" or \"another\""), RED)).containsExactly("another test is shown first than \"one\" or \"another\"");
        assertThat(wrong(GUIDE.replaceFirst("\"every.*?\"", "\"one\" or \"every …\""), RED)).isEmpty();
    }

    @Test
    @DisplayName("misses a pitfall that isn't there, and one in a row without any")
    void noPitfall() {
        assertThat(wrong(GUIDE.replace("`two-threads`", "`two-threads`, `three-threads`"), RED))
                .containsExactly("there is no pitfall three-threads in solutions/04-gather/pitfalls");
        assertThat(wrong(GUIDE.replace("`two-threads`", "Two threads"), RED)).containsExactly("this row names no pitfall");
        assertThat(flaws(GUIDE, Map.of())).extracting(Flaw::what).containsExactly("there is no verdict on two-threads");
    }

    @Test
    @DisplayName("wants a row to say so where the test that is seen first doesn't end")
    void hung() {
        var words = "`waits for a permit of a Semaphore`";
        var guide = GUIDE.replace("`0 of … task(s) ran`", words);
        assertThat(wrong(guide, HUNG)).containsExactly("it is HUNG, which the row doesn't say");
        assertThat(wrong(guide.replace(words, "HUNG, " + words), HUNG)).isEmpty();
        assertThat(wrong(GUIDE.replace("`0 of", "HUNG, `0 of"), RED)).containsExactly("it is RED, which the row doesn't say");
        assertThat(wrong(GUIDE.replace("`0 of", "RED or HUNG, `0 of"), RED)).isEmpty();
    }
}
