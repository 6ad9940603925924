package structured.coach.watch;

import java.util.List;
import structured.coach.command.HintView;
import structured.coach.command.ListView;
import structured.coach.command.SolutionView;
import structured.coach.command.Workbench;
import structured.coach.terminal.Style;
import structured.coach.tutorial.Exercise;

/** What is shown below the verdict: what the commands of the same names print. */
record Panels(Workbench workbench) {

    List<String> hint(Exercise exercise, Style style, boolean isGreen) {
        return isGreen && !exercise.isPort() ? style.wrap("", exercise.name() + " is green: there is nothing left to hint at. s shows the solution beside your code.") : Panel.lines(out -> new HintView(workbench, style, true).print(exercise, null, out));
    }

    List<String> solution(Exercise exercise, Style style) {
        return Panel.lines(out -> new SolutionView(exercise, style).print(out));
    }

    List<String> besideTheSolution(Exercise exercise, Style style) {
        return Panel.lines(out -> new SolutionView(exercise, style).printInShort(out));
    }

    List<String> notYet(Exercise exercise, Style style) {
        return style.wrap("", "%s is not green yet. %s To see the solution all the same, press s once more.".formatted(exercise.title(),
                exercise.isPort() ? "What has changed since JDK 21 is in docs/later-jdks.md." : "A hint may do: h."));
    }

    /** Takes a while, if not all verdicts are known. */
    List<String> board(Style style) {
        return Panel.lines(out -> new ListView(workbench, style, true).print(out));
    }
}
