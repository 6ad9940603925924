package structured.coach.diagnosis;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import structured.coach.machine.Notes;

/** What has been noticed of an exercise so far: at which steps it was red, what was said of it, and what the learner has said no to. */
final class Noticed {

    private final Notes notes;

    /** All of it is in this file. */
    Noticed(Path file) {
        notes = new Notes(file);
    }

    /** Notes that it is red at a step, and says whether it was before. */
    boolean wasRed(String exercise, int step) {
        var key = exercise + ".red-at-" + step;
        if (notes.all().containsKey(key)) {
            return true;
        }
        change(known -> known.setProperty(key, "yes"));
        return false;
    }

    /** Whether it was red at any step. */
    boolean wasRed(String exercise) {
        return notes.all().keySet().stream().anyMatch(key -> key.toString().startsWith(exercise + ".red-at-"));
    }

    /** Notes what was said last; null for nothing. */
    void said(String exercise, String what) {
        var key = exercise + ".said";
        if (what == null && notes.all().containsKey(key)) {
            change(known -> known.remove(key));
        } else if (what != null && !what.equals(notes.all().getProperty(key))) {
            change(known -> known.setProperty(key, what));
        }
    }

    /** Takes back what was said last, for good, and gives it; null if there was nothing. */
    String refuse(String exercise) {
        var said = notes.all().getProperty(exercise + ".said");
        if (said != null) {
            var refused = Stream.concat(refused(exercise).stream(), Stream.of(said)).distinct().sorted().collect(Collectors.joining(" "));
            change(known -> {
                known.setProperty(exercise + ".not", refused);
                known.remove(exercise + ".said");
            });
        }
        return said;
    }

    /** What the learner has said no to. */
    Set<String> refused(String exercise) {
        return Set.copyOf(List.of(notes.all().getProperty(exercise + ".not", "").split(" ")));
    }

    /** Begins anew with this exercise. */
    void forget(String exercise) {
        if (notes.all().keySet().stream().anyMatch(key -> key.toString().startsWith(exercise + "."))) {
            change(known -> known.keySet().removeIf(key -> key.toString().startsWith(exercise + ".")));
        }
    }

    /** If it can't be kept, something is said once more, or a verdict later. */
    private void change(Consumer<Properties> change) {
        var known = notes.all();
        change.accept(known);
        try {
            notes.keep(known);
        } catch (IOException e) {
            // On a full disk, say.
        }
    }
}
