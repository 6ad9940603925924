package structured.coach.tutorial;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Properties;
import structured.coach.machine.Folders;
import structured.coach.machine.SourceText;

/** The step of an exercise that the learner has asked for last: hints are for that, also in another terminal. */
public final class AskedSteps {

    private final Path file;

    /** Kept in this file. */
    public AskedSteps(Path file) {
        this.file = file;
    }

    /** The step that was asked for last; 0 if that was none. */
    public int of(Exercise exercise) {
        var text = load().getProperty(exercise.key(), "0");
        return text.matches("[1-9]\\d?") ? Integer.parseInt(text) : 0;
    }

    /** Remembers a step; 0 forgets it. */
    public void ask(Exercise exercise, int step) {
        var known = load();
        if (of(exercise) != step) {
            known.setProperty(exercise.key(), String.valueOf(step));
            try {
                var text = new ByteArrayOutputStream();
                known.store(text, null);
                Folders.replace(file, text.toByteArray());
            } catch (IOException e) {
                // Then a hint is for the step that would lead without.
            }
        }
    }

    private Properties load() {
        var known = new Properties();
        try {
            known.load(new ByteArrayInputStream(SourceText.bytes(file)));
        } catch (IOException | IllegalArgumentException e) {
            // None so far, or a file that somebody spoilt.
        }
        return known;
    }
}
