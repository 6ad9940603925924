package structured.coach.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import structured.coach.InOneClone;
import structured.coach.TutorialCopy;
import structured.coach.tutorial.Tutorial;

@DisplayName("a test that is to be drawn")
class NamedTestTest extends InOneClone {

    @Test
    @DisplayName("is found by its sentence, of all that there are")
    void found() throws Exception {
        for (var exercise : new Tutorial(TutorialCopy.ORIGINAL).exercises()) {
            var tests = NamedTest.of(exercise);
            var annotations = exercise.tests().stream().mapToLong(NamedTestTest::annotations).sum();
            assertThat(tests).as(exercise.name()).hasSize((int) annotations).allMatch(test -> test.name().contains(" "));
            assertThat(tests).allSatisfy(test -> assertThat(NamedTest.meant(test.name(), tests)).contains(test));
        }
    }

    private static long annotations(Path file) {
        try {
            return Files.readString(file).lines().filter(line -> line.strip().equals("@Test")).count();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    @DisplayName("by no name, or by that of several, is none: they are listed, and nothing is run")
    void noneOrSeveral() throws Exception {
        var none = tutorial.coach("timeline", "04", "--test", "cancelled by the weather");
        assertThat(none.status()).isEqualTo(2);
        assertThat(none.output()).contains("No test of 04-gather has 'cancelled by the weather'. There are:", "  every task is run once");
        var several = tutorial.coach("timeline", "04", "--test", "EVERY TASK");
        assertThat(several.status()).isEqualTo(2);
        assertThat(several.output()).contains("3 tests of 04-gather have 'EVERY TASK'. Say which:", "  every task is run once").doesNotContain("Running", "no task outlives");
        assertThat(tutorial.coach("timeline", "04", "--test", "every task is run once", "--compare").output()).contains("--test goes with neither --compare nor --main.");
    }

    @Test
    @DisplayName("may be called by what it is in English or in one's own language, and is listed in that")
    void inTheirLanguage() throws Exception {
        for (var text : List.of("EVERY TASK", "CADA TAREFA")) {
            var several = tutorial.coach("timeline", "04", "--test", text, "--lang", "pt-BR");
            assertThat(several.status()).isEqualTo(2);
            assertThat(several.output()).contains("testes de 04-gather têm '" + text + "'. Diga qual:", "  cada tarefa roda uma vez").doesNotContain("every task is");
        }
    }

    @Test
    @DisplayName("in many orders of steps is told by check, step by step")
    void bySchedule() throws Exception {
        var schedules = tutorial.coach("timeline", "04", "--test", "in whatever order tasks end");
        assertThat(schedules.status()).isEqualTo(2);
        assertThat(schedules.output().replaceAll("\\s+", " ")).contains("is no single run, but a hundred", "./workshop check 04-gather");
    }

    @Test
    @DisplayName("and is red is drawn with what it says, its tasks as they went, and status 1")
    void red() throws Exception {
        // A join for each: no two tasks are ever in flight.
        Files.writeString(tutorial.gather(), tutorial.solution().replace("var subtasks = tasks.stream().map(scope::fork).toList();",
                "var subtasks = new java.util.ArrayList<Subtask<? extends T>>(); for (var task : tasks) { subtasks.add(scope.fork(task)); scope.join(); }"));
        var red = tutorial.coach("timeline", "04", "--test", "all tasks are in flight", "--limit", "200", "--svg", folder.resolve("pictures/red.svg").toString());
        assertThat(red.status()).as(red.output()).isEqualTo(1);
        assertThat(red.output()).contains("The first gave up when 1 ran", "04-gather: \"all tasks are in flight at the same time\"", "in all, the slowest task took", "The test failed", "The picture is in")
                .doesNotContain("exit status 1");
        assertThat(folder.resolve("pictures/red.svg")).exists();
    }

    @Test
    @DisplayName("and hangs, or doesn't compile, is told so")
    void hung() throws Exception {
        Files.writeString(tutorial.gather(), tutorial.solution().replace("scope.join().throwIfFailed();", "while (subtasks != null) { }"));
        var hung = tutorial.coach("timeline", "04", "--test", "every task is run once", "--limit", "12");
        assertThat(hung.status()).as(hung.output()).isEqualTo(1);
        assertThat(hung.output()).containsAnyOf("The test failed", "had not ended after 12 s");
        Files.writeString(tutorial.gather(), tutorial.solution().replace("scope.join()", "scope.jion()"));
        var broken = tutorial.coach("timeline", "04", "--test", "every task is run once");
        assertThat(broken.status()).isEqualTo(1);
        assertThat(broken.output()).contains("Gather.java doesn't compile", "What to do about that: ./workshop check 04-gather");
        assertThat(List.of(hung.status(), broken.status())).containsOnly(1);
    }
}
