package structured.coach.tutorial;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Properties;
import structured.coach.machine.Notes;

/** The step of an exercise that the learner has asked for last: hints are for that, also in another terminal. */
public final class AskedSteps {

    private final Notes notes;

    /** Kept in this file. */
    public AskedSteps(Path file) {
        notes = new Notes(file);
    }

    /** The step that was asked for last; 0 if that was none. */
    public int of(Exercise exercise) {
        return in(notes.all(), exercise);
    }

    private static int in(Properties known, Exercise exercise) {
        var text = known.getProperty(exercise.key(), "0");
        return text.matches("[1-9]\\d?") ? Integer.parseInt(text) : 0;
    }

    /** Remembers a step; 0 forgets it. */
    public void ask(Exercise exercise, int step) {
        var known = notes.all();
        if (in(known, exercise) != step) {
            known.setProperty(exercise.key(), String.valueOf(step));
            try {
                notes.keep(known);
            } catch (IOException e) {
                // Then a hint is for the step that would lead without.
            }
        }
    }
}
