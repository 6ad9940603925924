package structured.coach.command;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What a shell needs to complete commands, options and the names of exercises. */
@Command(name = "completion", description = {
    "Prints a script that makes bash or zsh complete commands, options and names of exercises.", "", "Examples:",
    "  in bash:  source <(./workshop completion)",
    "  in zsh:   autoload -U bashcompinit; bashcompinit",
    "            source <(./workshop completion)"})
public final class CompletionCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        System.out.println(AutoComplete.bash("workshop", spec.root().commandLine()));
        return 0;
    }
}
