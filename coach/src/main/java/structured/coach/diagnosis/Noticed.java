package structured.coach.diagnosis;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
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
        var known = notes.all();
        if (known.putIfAbsent(exercise + ".red-at-" + step, "yes") != null) {
            return true;
        }
        keep(known);
        return false;
    }

    /** Whether it was red at any step. */
    boolean wasRed(String exercise) {
        return notes.all().keySet().stream().anyMatch(key -> key.toString().startsWith(exercise + ".red-at-"));
    }

    /** Notes what was said last; null for nothing. */
    void said(String exercise, String what) {
        var key = exercise + ".said";
        var known = notes.all();
        var before = what == null ? known.remove(key) : known.setProperty(key, what);
        if (!Objects.equals(before, what)) {
            keep(known);
        }
    }

    /** Takes back what was said last, for good, and gives it; null if there was nothing. */
    String refuse(String exercise) {
        var known = notes.all();
        var said = known.getProperty(exercise + ".said");
        if (said != null) {
            known.setProperty(exercise + ".not", Stream.concat(refused(exercise, known).stream(), Stream.of(said)).distinct().sorted().collect(Collectors.joining(" ")));
            known.remove(exercise + ".said");
            keep(known);
        }
        return said;
    }

    /** What the learner has said no to. */
    Set<String> refused(String exercise) {
        return refused(exercise, notes.all());
    }

    private static Set<String> refused(String exercise, Properties known) {
        return Set.copyOf(List.of(known.getProperty(exercise + ".not", "").split(" ")));
    }

    /** Begins anew with this exercise. */
    void forget(String exercise) {
        var known = notes.all();
        if (known.keySet().removeIf(key -> key.toString().startsWith(exercise + "."))) {
            keep(known);
        }
    }

    /** If it can't be kept, something is said once more, or a verdict later. */
    private void keep(Properties known) {
        try {
            notes.keep(known);
        } catch (IOException e) {
            // On a full disk, say.
        }
    }
}
