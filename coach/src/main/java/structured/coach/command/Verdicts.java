package structured.coach.command;

import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import structured.coach.Judge;
import structured.coach.LaterJdk;
import structured.coach.Tutorial.Exercise;
import structured.coach.Verdict;
import structured.coach.worker.Remembered;
import structured.coach.worker.SourceText;

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
        return Remembered.in(fileOf(exercise), Kept.class).filter(it -> it.of.equals(state(exercise))).map(Kept::verdict);
    }

    /** Has the exercise judged, and keeps the verdict, unless it came of nothing but impatience. */
    public Verdict judge(Exercise exercise, Judge judge) throws IOException, InterruptedException {
        var before = state(exercise);
        var verdict = judge.judge(exercise);
        if (!judge.wasAbandoned() && before.equals(state(exercise))) {
            keep(exercise, before, verdict);
        }
        return verdict;
    }

    void keep(Exercise exercise, String state, Verdict verdict) {
        try {
            Remembered.write(fileOf(exercise), new Kept(state, verdict));
        } catch (IOException e) {
            // On a full disk, say, nothing is kept: the next one who asks has to wait for a judge.
        }
    }

    private Path fileOf(Exercise exercise) {
        return folder.resolve(exercise.key());
    }

    /** The coach and all the texts that the verdict depends on. As they are: a hash would be shorter, and slower to have. */
    static String state(Exercise exercise) {
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
