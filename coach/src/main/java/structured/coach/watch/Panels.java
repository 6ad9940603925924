package structured.coach.watch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import structured.coach.command.HintView;
import structured.coach.command.ListView;
import structured.coach.command.Reset;
import structured.coach.command.SolutionView;
import structured.coach.command.Workbench;
import structured.coach.terminal.Style;
import structured.coach.timeline.OwnRuns;
import structured.coach.tutorial.Exercise;
import structured.coach.words.Wording;

/** What is shown below the verdict: what the commands of the same names print. */
record Panels(Workbench workbench) {

    private static final Wording SAY = Wording.of(Panels.class);

    /** Of a main: those of the tutorial take 25 seconds at most. */
    private static final Duration LONGEST_RUN = Duration.ofSeconds(40);

    List<String> hint(Exercise exercise, Integer step, Style style, boolean isGreen) {
        return isGreen && !exercise.isPort() ? style.wrap("", SAY.of("hint.not-needed", exercise.name())) : Panel.lines(out -> new HintView(workbench, style, true).print(exercise, step, out));
    }

    List<String> solution(Exercise exercise, Style style) {
        return Panel.lines(out -> new SolutionView(exercise, style).print(out));
    }

    List<String> besideTheSolution(Exercise exercise, Style style) {
        return Panel.lines(out -> new SolutionView(exercise, style).printInShort(out));
    }

    List<String> notYet(Exercise exercise, Style style) {
        return style.wrap("", SAY.of(exercise.isPort() ? "solution.not-yet-of-port" : "solution.not-yet", exercise.title()));
    }

    /** What becomes of it is said, and done by then. */
    List<String> reset(Exercise exercise) {
        return Panel.lines(out -> new Reset(workbench, exercise, out, out).perform(false));
    }

    /** Takes as long as the main does. */
    List<String> timeline(Exercise exercise, Optional<Path> file, Style style) {
        return Panel.lines(out -> new OwnRuns(style, LONGEST_RUN).timeline(exercise, file).forEach(out::println));
    }

    /** Likewise. */
    List<String> besideEachOther(List<Exercise> exercises, boolean inShort, Style style) {
        return Panel.lines(out -> new OwnRuns(style, LONGEST_RUN).besideEachOther(exercises, inShort).forEach(out::println));
    }

    /** Takes a while, if not all verdicts are known. */
    List<String> board(Style style) {
        return Panel.lines(out -> new ListView(workbench, style, true).print(out));
    }
}
