package structured.coach.judge;

import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import structured.coach.machine.SourceText;
import structured.coach.tutorial.Exercise;
import structured.coach.tutorial.LaterJdk;

/**
 * The last verdict on each exercise, kept as long as neither its sources nor its tests nor the coach have changed: what
 * is told from here is never stale.
 */
public final class Verdicts {

    /** A verdict, and the state of what it is on. */
    private record Kept(String of, Verdict verdict) implements Serializable {}

    private final Path folder;

    /** Keeps verdicts in a folder, which is made when it is needed. */
    public Verdicts(Path folder) {
        this.folder = folder;
    }

    /** The verdict on the exercise as it is now, if it is known already. */
    public Optional<Verdict> known(Exercise exercise) {
        try (var in = new ObjectInputStream(Files.newInputStream(fileOf(exercise)))) {
            return Optional.of((Kept) in.readObject()).filter(it -> it.of.equals(state(exercise))).map(Kept::verdict);
        } catch (IOException | ClassNotFoundException | ClassCastException e) {
            // There is none, or none that can be read: it takes a judge then.
            return Optional.empty();
        }
    }

    /** Has the exercise judged, and keeps the verdict, unless it came of nothing but impatience. */
    public Verdict judge(Exercise exercise, Judge judge) throws IOException, InterruptedException {
        var before = state(exercise);
        var verdict = judge.judge(exercise);
        if (!judge.wasAbandoned() && before.equals(state(exercise))) {
            keep(exercise, new Kept(before, verdict));
        }
        return verdict;
    }

    /** In one go, since another coach may read it at the same time. */
    private void keep(Exercise exercise, Kept kept) {
        try {
            Files.createDirectories(folder);
            var draft = Files.createTempFile(folder, ".", ".draft");
            try (var out = new ObjectOutputStream(Files.newOutputStream(draft))) {
                out.writeObject(kept);
                out.flush();
                Files.move(draft, fileOf(exercise), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            // On a full disk, say, nothing is kept: the next one who asks has to wait for a judge.
        }
    }

    private Path fileOf(Exercise exercise) {
        return folder.resolve(exercise.key());
    }

    /** The coach and all the texts that the verdict depends on. As they are: a hash would be shorter, and slower to have. */
    private static String state(Exercise exercise) {
        try {
            var coach = Path.of(System.getProperty("java.class.path").split(File.pathSeparator)[0]);
            var state = new StringBuilder(Runtime.version() + " " + Files.getLastModifiedTime(coach) + "\n");
            if (exercise.isPort()) {
                // An update of that JDK may judge otherwise.
                state.append(Files.readString(LaterJdk.home(exercise.jdk()).orElseThrow(FileNotFoundException::new).resolve("release")));
            }
            for (var file : exercise.files()) {
                state.append(file).append('\n').append(SourceText.ascii(file));
            }
            return state.toString();
        } catch (IOException e) {
            // A file that can't be read, or is just being replaced: like no other state, and not even like itself.
            return "unreadable " + System.nanoTime();
        }
    }
}
