package structured.coach.judge;

import java.io.File;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import structured.coach.machine.Remembered;
import structured.coach.tutorial.Exercise;
import structured.coach.tutorial.LaterJdk;
import structured.coach.tutorial.Sources;
import structured.coach.verdict.Verdict;
import structured.coach.words.Language;

/**
 * The last verdict on each exercise, kept as long as neither its sources nor its tests nor the coach have changed: what
 * is told from here is never stale.
 */
public final class Verdicts {

    /** A verdict, and the state of what it is on. */
    private record Known(String of, Verdict verdict) implements Serializable {}

    private final Path folder;

    /** Keeps verdicts in a folder, which is made when it is needed. */
    public Verdicts(Path folder) {
        this.folder = folder;
    }

    /** The verdict on the exercise as it is now, if it is known already. */
    public Optional<Judged> known(Exercise exercise) {
        return Remembered.in(fileOf(exercise), Known.class).flatMap(known -> now(exercise)
                .filter(sources -> state(sources).equals(Optional.of(known.of))).map(sources -> new Judged(sources, known.verdict)));
    }

    private static Optional<Sources> now(Exercise exercise) {
        try {
            return Optional.of(Sources.of(exercise));
        } catch (IOException e) {
            // Whoever has it judged is told why.
            return Optional.empty();
        }
    }

    /** Has the exercise judged as it is now, and keeps the verdict, unless it came of nothing but impatience. */
    public Judged judge(Exercise exercise, Judge judge) throws IOException, InterruptedException {
        return judge(Sources.of(exercise), judge);
    }

    /** The same of an exercise as it was when it was read. */
    public Judged judge(Sources sources, Judge judge) throws IOException, InterruptedException {
        var judged = judge.judge(sources);
        if (!judge.wasAbandoned()) {
            state(sources).ifPresent(state -> keep(sources.exercise(), state, judged.verdict()));
        }
        return judged;
    }

    void keep(Exercise exercise, String state, Verdict verdict) {
        try {
            Remembered.write(fileOf(exercise), new Known(state, verdict));
        } catch (IOException e) {
            // On a full disk, say, nothing is kept: the next one who asks has to wait for a judge.
        }
    }

    private Path fileOf(Exercise exercise) {
        return folder.resolve(exercise.key());
    }

    /** The coach, the JDK, and all the texts that the verdict depends on; nothing if one of them could not be read. */
    static Optional<String> state(Sources sources) {
        try {
            var coach = Path.of(System.getProperty("java.class.path").split(File.pathSeparator)[0]);
            // Its sentences are in one language.
            var state = new StringBuilder(Runtime.version() + " " + Files.getLastModifiedTime(coach) + " " + Language.here().tag() + "\n");
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
