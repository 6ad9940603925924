package structured.coach.watch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import structured.coach.machine.Folders;
import structured.coach.words.Wording;

/** What is shown below the verdict, such as what a key asks for. */
interface Panel {

    void print(PrintStream out) throws Exception;

    /** What a panel prints, or what went wrong. */
    static List<String> lines(Panel panel) {
        var text = new ByteArrayOutputStream();
        try (var out = new PrintStream(text, false, StandardCharsets.UTF_8)) {
            panel.print(out);
        } catch (Exception | Error e) {
            return List.of(Wording.of(Panel.class).of("panel.failed", e instanceof IOException io ? Folders.problem(io) : e));
        }
        return text.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
