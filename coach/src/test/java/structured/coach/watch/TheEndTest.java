package structured.coach.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import structured.coach.TutorialCopy;
import structured.coach.machine.Folders;
import structured.coach.terminal.Harmless;
import structured.coach.terminal.Style;
import structured.coach.tutorial.Exercise;

@DisplayName("the end of the course")
class TheEndTest extends InATerminal {

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "not tried there")
    @DisplayName("is there when the last exercise is green, whichever that is, with the learner's own 03 and 04 on one axis, and ways on")
    void allGreen() throws Exception {
        var tutorial = TutorialCopy.in(folder);
        // A course of two exercises is over sooner.
        for (var exercise : tutorial.exercise("03").root().resolve("modules").toFile().listFiles(file -> file.getName().matches("0[125678].*"))) {
            Folders.delete(exercise.toPath());
        }
        save(tutorial, tutorial.solution());
        var solution = tutorial.exercise("03").solution().getFirst();
        var sequence = tutorial.exercise("03").fileLike(solution);
        start(tutorial, "watch", "04");
        expect("GREEN", "04-gather, 1 of 2 green");
        press('p');
        expect("03-sync-calls  RED", "q quit");
        Files.writeString(sequence, Files.readString(solution).replace("nextDouble(1, 5)", "nextDouble(0.2, 0.3)"));
        expect("03-sync-calls  GREEN", "All 2 exercises are green", "Running your 03 and 04", "./workshop spot", "2 of 2 green", "q quit");
        var shown = expect("All 2 exercises are green", "by your own code", "03-sync-calls  1.", "04-gather  ", "docs/worked-examples.md", "q quit");
        assertThat(shown.lines().filter(line -> line.matches(" +█+")).count()).as("a bar for each of five tasks, twice").isEqualTo(10);
        press('n');
        expect("GREEN", "04-gather", "All 2 exercises are green", "03-sync-calls  1.", "q quit");
        press('p');
        expect("03-sync-calls  GREEN", "q quit");
        Files.writeString(sequence, Files.readString(sequence) + "// Once more.\n");
        // Not of the run before, which may still be at it.
        expect("run 6, ", "Running your 03 and 04", "q quit");
        // It ends that, and is heard all the same.
        press('t');
        expect("Running your main of 03-sync-calls", "q quit");
        expect("03-sync-calls: SyncCalls, yours", "in all", "q quit");
    }

    @Test
    @DisplayName("has room for all of it, from 60 columns and 20 lines on")
    void room() throws Exception {
        for (var size : List.of(List.of(60, 20), List.of(80, 24), List.of(100, 30))) {
            var style = new Style(false, true, size.getFirst());
            var beside = IntStream.range(0, size.getLast() < 24 ? 4 : 12).mapToObj(i -> "bar " + i).toList();
            var end = new TheEnd(Path.of("/tutorial"), 8, beside).lines(style);
            var seen = new Layout(style, size.getLast()).verdict(room -> IntStream.range(0, Math.min(7, room)).mapToObj(i -> "report " + i).toList(), end, List.of("bar", "keys"));
            assertThat(seen.top()).hasSizeLessThanOrEqualTo(size.getLast() - 3).contains("report 0").containsAll(end);
            assertThat(end).allSatisfy(line -> assertThat(Harmless.width(line)).isLessThanOrEqualTo(size.getFirst())).noneMatch(line -> line.endsWith("..."));
        }
    }

    @Test
    @DisplayName("is told from the middle by the bar at the foot")
    void bar() {
        var all = IntStream.rangeClosed(1, 4).mapToObj(i -> new Exercise(Path.of("/"), "0%d-x".formatted(i))).toList();
        var course = new Course(all, Set.of(all.getFirst(), all.get(2)));
        var plain = new Style(false, false, 60);
        assertThat(course.bar(all.get(1), plain)).isEqualTo("##02##..  02-x, 2 of 4 green");
        assertThat(course.with(all.get(1), true).bar(all.get(3), plain)).isEqualTo("######04  04-x, 3 of 4 green");
        assertThat(course.with(all.getFirst(), false).bar(all.get(3), new Style(false, true, 60))).isEqualTo("░░░░██04  04-x, 1 of 4 green");
        assertThat(course.isDone()).isFalse();
        assertThat(course.with(all.get(1), true).with(all.get(3), true).isDone()).isTrue();
    }
}
