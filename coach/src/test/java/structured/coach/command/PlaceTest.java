package structured.coach.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import structured.coach.TutorialCopy;
import structured.coach.judge.Judged;
import structured.coach.judge.Verdicts;
import structured.coach.tutorial.Sources;
import structured.coach.tutorial.Tutorial;
import structured.coach.verdict.Outcome;
import structured.coach.verdict.TestResult;
import structured.coach.verdict.Verdict;
import structured.coach.verdict.Verdict.Status;

@DisplayName("the line to go on at")
class PlaceTest {

    @TempDir
    private Path folder;

    private TutorialCopy tutorial;
    private Path file;

    @BeforeEach
    void copy() throws Exception {
        tutorial = TutorialCopy.in(folder);
        file = tutorial.gather();
    }

    /** Where it is, of the exercise with this file as it is now, if a test of this step is red; or if none is, for 0. */
    private Place place(String exercise, int step, String... frames) throws Exception {
        var tests = step == 0 ? List.<TestResult>of() : List.of(new TestResult("SomeTest.some", "some", step, Outcome.FAILED, "It went wrong.", List.of(frames)));
        var judged = new Judged(Sources.of(tutorial.exercise(exercise)), new Verdict(step == 0 ? Status.GREEN : Status.RED, "", tests, List.of(), ""));
        return Place.of(judged, Lead.of(judged), new Workbench(new Tutorial(tutorial.root()), new Verdicts(folder.resolve("verdicts")))).orElseThrow();
    }

    /** The only line of the file that has this. */
    private Place line(String what) throws Exception {
        var lines = Files.readAllLines(file);
        var found = lines.stream().filter(line -> line.contains(what)).toList();
        assertThat(found).as(what).hasSize(1);
        return new Place(file, 1 + lines.indexOf(found.getFirst()));
    }

    @Test
    @DisplayName("is the one that the failure names")
    void named() throws Exception {
        assertThat(place("04", 3, "structured.gather.Gather.gather(Gather.java:7)")).isEqualTo(new Place(file, 7));
    }

    @Test
    @DisplayName("is the TODO of the step that is red, if none is named")
    void todo() throws Exception {
        assertThat(place("04", 3)).isEqualTo(line("TODO step 3"));
        file = tutorial.exercise("02").main().getFirst();
        assertThat(place("02", 2)).isEqualTo(line("TODO step 2"));
    }

    @Test
    @DisplayName("is the method that the step was in, once the TODO is gone; no call of it, and no comment on it")
    void method() throws Exception {
        Files.writeString(file, "// static int gather(\n" + tutorial.solution().replace("class Gather {", "class Gather {\n    static Object first() throws Exception { return gather (null); }"));
        assertThat(place("04", 3)).isEqualTo(line("List<T> gather("));
        file = tutorial.exercise("02").main().getFirst();
        Files.writeString(file, Files.readString(file).replaceAll(" *// TODO.*\n", ""));
        assertThat(place("02", 1)).isEqualTo(line("Duration randomWait("));
        assertThat(place("02", 3)).isEqualTo(line("String simulatedIoTask("));
    }

    @Test
    @DisplayName("is the first one of the class, where there is no such method, or nothing is red; or of the file, without a class")
    void type() throws Exception {
        Files.writeString(file, "package structured.gather;\n\n// The class Gather.\nfinal class Gather {\n}\n");
        assertThat(place("04", 3)).isEqualTo(new Place(file, 4));
        assertThat(place("04", 0)).isEqualTo(new Place(file, 4));
        Files.writeString(file, "");
        assertThat(place("04", 3)).isEqualTo(new Place(file, 1));
        assertThat(place("04", 0)).isEqualTo(new Place(file, 1));
    }
}
