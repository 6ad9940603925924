package structured.coach.diagnosis;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import structured.coach.machine.Folders;
import structured.coach.machine.SourceText;

/** What has been noticed of an exercise so far: at which steps it was red, what was said of it, and what the learner has said no to. */
final class Noticed {

    private final Path file;

    /** All of it is in this file. */
    Noticed(Path file) {
        this.file = file;
    }

    /** Notes that it is red at a step, and says whether it was before. */
    boolean wasRed(String exercise, int step) {
        var key = exercise + ".red-at-" + step;
        if (load().containsKey(key)) {
            return true;
        }
        change(known -> known.setProperty(key, "yes"));
        return false;
    }

    /** Whether it was red at any step. */
    boolean wasRed(String exercise) {
        return load().keySet().stream().anyMatch(key -> key.toString().startsWith(exercise + ".red-at-"));
    }

    /** Notes what was said last; null for nothing. */
    void said(String exercise, String what) {
        var key = exercise + ".said";
        if (what == null && load().containsKey(key)) {
            change(known -> known.remove(key));
        } else if (what != null && !what.equals(load().getProperty(key))) {
            change(known -> known.setProperty(key, what));
        }
    }

    /** Takes back what was said last, for good, and gives it; null if there was nothing. */
    String refuse(String exercise) {
        var said = load().getProperty(exercise + ".said");
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
        return Set.copyOf(List.of(load().getProperty(exercise + ".not", "").split(" ")));
    }

    /** Begins anew with this exercise. */
    void forget(String exercise) {
        if (load().keySet().stream().anyMatch(key -> key.toString().startsWith(exercise + "."))) {
            change(known -> known.keySet().removeIf(key -> key.toString().startsWith(exercise + ".")));
        }
    }

    private Properties load() {
        var known = new Properties();
        try {
            known.load(new ByteArrayInputStream(SourceText.bytes(file)));
        } catch (IOException | IllegalArgumentException e) {
            // Nothing so far, or a file that somebody spoilt: then it begins anew, which is no loss.
        }
        return known;
    }

    /** If it can't be kept, something is said once more, or a verdict later. */
    private void change(Consumer<Properties> change) {
        var known = load();
        change.accept(known);
        try {
            var text = new ByteArrayOutputStream();
            known.store(text, null);
            Folders.replace(file, text.toByteArray());
        } catch (IOException e) {
            // On a full disk, say.
        }
    }
}
