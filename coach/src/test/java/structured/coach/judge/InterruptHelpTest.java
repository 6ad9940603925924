package structured.coach.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import structured.coach.machine.Source;
import structured.coach.tutorial.Exercise;
import structured.coach.tutorial.Sources;
import structured.coach.verdict.Outcome;
import structured.coach.verdict.TestResult;
import structured.coach.verdict.Verdict;

@DisplayName("where an interrupt is lost")
class InterruptHelpTest {

    private static TestResult told(String catching, String sentence, String message) {
        var source = new Source.Read("/x/Gather.java", "class Gather {\n// catch (InterruptedException e) {\n void gather() {\n%s\n}}".formatted(catching).getBytes(StandardCharsets.UTF_8));
        var sources = new Sources(new Exercise(Path.of("/x"), "04-gather"), List.of(source), List.of(), List.of());
        var failed = new TestResult("GatherTest.it", sentence, 2, Outcome.FAILED, message, List.of());
        return InterruptHelp.added(new Verdict(Verdict.Status.RED, "", List.of(failed), List.of(), ""), sources).tests().getFirst();
    }

    private static TestResult told(String catching) {
        return told(catching, "interrupting the caller cancels the tasks", "It returned: null");
    }

    @ParameterizedTest
    @DisplayName("is the line of a catch that goes on, or throws something else")
    @ValueSource(strings = {
        "try { scope.join();\n} catch (InterruptedException e) { }",
        "try { scope.join(); }\ncatch (InterruptedException | RuntimeException e) { Thread.currentThread().interrupt(); }",
        "try { scope.join(); if (a) { }\n} catch (final Exception e) { return null; }",
        "try { scope.join(); } catch (ExecutionException e) { throw e;\n} catch (InterruptedException e) { throw new ExecutionException(e); }"})
    void caught(String catching) {
        assertThat(told(catching).message()).contains("Line 5 catches the InterruptedException and ", "let it pass");
        assertThat(told(catching).frames()).first().isEqualTo("(Gather.java:5)");
    }

    @ParameterizedTest
    @DisplayName("isn't said of a catch that passes it on, or notes it, or is about something else")
    @ValueSource(strings = {
        "try { scope.join();\n} catch (InterruptedException e) { close(); throw e; }",
        "try { scope.join();\n} catch (Exception e) { throw new InterruptedException(); }",
        "try { queue.take();\n} catch (InterruptedException e) { interrupted = true; }",
        "try { task.call();\n} catch (Exception e) { return null; }",
        "try { scope.join();\n} catch (ExecutionException e) { return null; }",
        "void main() { try { scope.join(); } catch (InterruptedException e)"})
    void passedOn(String catching) {
        assertThat(told(catching).message()).isEqualTo("It returned: null");
        assertThat(told(catching).frames()).isEmpty();
    }

    @Test
    @DisplayName("is another thing where a task that has ended waits for its turn: handleComplete can't let it pass")
    void inAHandler() {
        var waiting = "}\n protected void handleComplete(Subtask<?> subtask) { try { lock.lockInterruptibly(); } catch (InterruptedException e) { Thread.currentThread().interrupt(); } }\n void other() {";
        assertThat(told(waiting).message()).contains("Line 5 catches the InterruptedException of who waits in handleComplete", "lock()").doesNotContain("let it pass");
        assertThat(told(waiting + " try { scope.join(); } catch (InterruptedException e) { }").message()).contains("Line 5 ");
        assertThat(told("}\n void handleComplete(Subtask<?> subtask) { lock.lock(); }\n void other() { try { scope.join(); } catch (InterruptedException e) { }").message()).contains("Line 6 ", "let it pass");
    }

    @Test
    @DisplayName("is looked for in the class that the test is about, where it says which")
    void inItsOwnClass() {
        var swallows = "class %s {\n void it() { try { join(); } catch (InterruptedException e) { } } }";
        var sources = Stream.of("Given", "Limit", "Race").map(name -> new Source.Read("/x/" + name + ".java",
                (name.equals("Limit") ? "class Limit { }" : swallows.formatted(name)).getBytes(StandardCharsets.UTF_8))).<Source>map(each -> each).toList();
        var tests = Stream.of("LimitTest.interrupt", "RaceSchedulesTest.interrupt", "OtherTest.interrupt")
                .map(name -> new TestResult(name, "interrupting the caller cancels the tasks", 2, Outcome.FAILED, "It returned: null", List.of())).toList();
        var exercise = new Exercise(Path.of("/x"), "08-considerations");
        var told = InterruptHelp.added(new Verdict(Verdict.Status.RED, "", tests, List.of(), ""), new Sources(exercise, sources, List.of(), List.of())).tests();
        assertThat(told).map(TestResult::frames).containsExactly(List.of(), List.of("(Race.java:2)"), List.of("(Given.java:2)"));
    }

    @Test
    @DisplayName("isn't said of a failure that is about something else")
    void another() {
        assertThat(told("try { scope.join(); } catch (InterruptedException e) { }", "results keep the order of the tasks", "null came").message()).isEqualTo("null came");
        assertThat(told("try { scope.join(); } catch (InterruptedException e) { }", "it ends", "The caller was interrupted, and it returned.").message()).contains("Line 4");
    }
}
