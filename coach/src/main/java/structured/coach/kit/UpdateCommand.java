package structured.coach.kit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import structured.coach.terminal.Style;
import structured.coach.tutorial.Tutorial;

/** A learner's: takes what a facilitator has corrected. */
@Command(name = "update", description = {
    "Takes a correction of the tutorial from a file that the facilitator gives you. What you have written stays, committed or not.", "",
    "Examples:", "  ./workshop update /media/stick/kit/update.bundle", "  ./workshop update /media/stick/kit"},
    footer = {"", "Exit status: 0 you have it, 2 you don't."})
public final class UpdateCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "update.bundle of a kit, or tutorial.bundle, or the kit's folder")
    private Path file;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var style = Style.ofOutput();
        for (var sentence : new Correction(Tutorial.here(), file).take()) {
            style.wrap("", sentence).forEach(System.out::println);
        }
        return 0;
    }
}
