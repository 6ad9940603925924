package structured.coach.watch;

import java.util.List;
import structured.coach.command.HintCommand;
import structured.coach.command.ListCommand;
import structured.coach.command.SolutionCommand;
import structured.coach.command.Workbench;
import structured.coach.terminal.Style;
import structured.coach.tutorial.Exercise;

/** What is shown below the verdict: what the commands of the same names print. */
record Panels(Workbench workbench) {

    List<String> hint(Exercise exercise, Style style) {
        return Panel.lines(out -> HintCommand.print(workbench, exercise, null, style, out));
    }

    List<String> solution(Exercise exercise, Style style) {
        return Panel.lines(out -> SolutionCommand.print(exercise, style, out));
    }

    List<String> besideTheSolution(Exercise exercise, Style style) {
        return Panel.lines(out -> SolutionCommand.printInShort(exercise, style, out));
    }

    List<String> notYet(Exercise exercise) {
        return Panel.lines(out -> {
            SolutionCommand.printNotYet(exercise, out);
            out.println("Or press s once more.");
        });
    }

    /** Takes a while, if not all verdicts are known. */
    List<String> board(Style style) {
        return Panel.lines(out -> ListCommand.print(workbench, style, out));
    }
}
