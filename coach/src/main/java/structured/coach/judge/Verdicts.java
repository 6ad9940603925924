package structured.coach.judge;

import java.io.File;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import structured.coach.tutorial.Exercise;
import structured.coach.tutorial.LaterJdk;
import structured.coach.tutorial.Sources;
import structured.coach.verdict.Verdict;

/**
 * The last verdict on each exercise, kept as long as neither its sources nor its tests nor the coach have changed: what
 * is told from here is never stale.
 */
public final class Verdicts {

    /** A verdict, and the state of what it is on. */
    private record Remembered(String of, Verdict verdict) implements Serializable {}

    /** Nothing else is taken from a file: anybody may have written to it. */
    private static final ObjectInputFilter ONLY =
            ObjectInputFilter.Config.createFilter("structured.coach.judge.Verdicts$Remembered;structured.coach.verdict.*;java.base/*;!*");

    private final Path folder;

    /** Keeps verdicts in a folder, which is made when it is needed. */
    public Verdicts(Path folder) {
        this.folder = folder;
    }

    /** The verdict on the exercise as it is now, if it is known already. */
    public Optional<Judged> known(Exercise exercise) {
        try (var in = new ObjectInputStream(Files.newInputStream(fileOf(exercise)))) {
            in.setObjectInputFilter(ONLY);
            var remembered = (Remembered) in.readObject();
            var sources = Sources.of(exercise);
            return state(sources).filter(remembered.of::equals).map(same -> new Judged(sources, remembered.verdict));
        } catch (IOException | ClassNotFoundException | RuntimeException e) {
            // There is none, or none that can be read: it takes a judge then.
            return Optional.empty();
        }
    }

    /** Has the exercise judged as it is now, and keeps the verdict, unless it came of nothing but impatience. */
    public Judged judge(Exercise exercise, Judge judge) throws IOException, InterruptedException {
        var judged = judge.judge(Sources.of(exercise));
        if (!judge.wasAbandoned()) {
            state(judged.sources()).ifPresent(state -> keep(exercise, new Remembered(state, judged.verdict())));
        }
        return judged;
    }

    /** In one go, since another coach may read it at the same time. */
    private void keep(Exercise exercise, Remembered remembered) {
        try {
            Files.createDirectories(folder);
            var draft = Files.createTempFile(folder, ".", ".draft");
            try (var out = new ObjectOutputStream(Files.newOutputStream(draft))) {
                out.writeObject(remembered);
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

    /** The coach, the JDK, and all the texts that the verdict depends on; nothing if one of them could not be read. */
    private static Optional<String> state(Sources sources) {
        try {
            var coach = Path.of(System.getProperty("java.class.path").split(File.pathSeparator)[0]);
            var state = new StringBuilder(Runtime.version() + " " + Files.getLastModifiedTime(coach) + "\n");
            if (sources.exercise().isPort()) {
                // An update of that JDK may judge otherwise.
                state.append(Files.readString(LaterJdk.home(sources.exercise().jdk()).orElseThrow().resolve("release")));
            }
            return sources.texts().map(texts -> state.append(texts).toString());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
