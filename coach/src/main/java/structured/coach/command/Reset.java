package structured.coach.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import structured.coach.diagnosis.Diagnosis;
import structured.coach.machine.Folders;
import structured.coach.tutorial.Exercise;
import structured.coach.tutorial.Places;
import structured.coach.words.Wording;

/** Makes an exercise what it was when it came, or the other way round. What is said of it goes to two streams. */
public record Reset(Workbench workbench, Exercise exercise, PrintStream out, PrintStream err) {

    private static final Wording SAY = Wording.of(Reset.class);

    /** Nothing and nobody knows how a file was shipped. */
    private static final class Unknown extends IOException {
        private static final long serialVersionUID = 1;

        Unknown(String what) {
            super(what);
        }
    }

    /** Does it, and gives the exit status. The version that is there is put aside first. */
    public int perform(boolean undo) throws InterruptedException {
        var kept = workbench.kept(exercise);
        try {
            kept.recover();
            Map<Path, byte[]> files;
            if (undo) {
                var latest = kept.latest();
                if (latest.isEmpty()) {
                    err.println(SAY.of("reset.nothing-kept", exercise.name()));
                    return 2;
                }
                files = kept.filesOf(latest.get());
            } else {
                files = asShipped();
            }
            if (isThere(files)) {
                out.println(SAY.of("reset.same", exercise.name()));
                return 0;
            }
            var version = kept.replaceWith(files);
            if (!undo) {
                forgetHints();
            }
            out.print(SAY.of(undo ? "reset.undone" : "reset.done", exercise.name()) + " ");
            if (version.isEmpty()) {
                out.println(SAY.of("reset.nothing-before"));
                return 0;
            }
            out.println(SAY.of("reset.kept", exercise.root().relativize(version.get())));
            out.println(SAY.of(undo ? "reset.redo" : "reset.undo", exercise.name()));
            return 0;
        } catch (Unknown e) {
            err.println(SAY.of("reset.failed", exercise.name(), e.getMessage()));
            err.println(SAY.of("reset.copy-it", exercise.root().relativize(exercise.folder())));
            return 2;
        } catch (IOException e) {
            err.println(SAY.of("reset.failed", exercise.name(), Folders.problem(e)));
            err.println(SAY.of("reset.see-disk"));
            return 2;
        }
    }

    /** Who begins anew gets them one by one again, and no mistake was noticed yet. */
    private void forgetHints() {
        new Diagnosis(workbench.tutorial()).forget(exercise);
        try {
            workbench.hints(exercise).forget();
        } catch (IOException e) {
            // There are none.
        }
    }

    private boolean isThere(Map<Path, byte[]> files) throws IOException {
        var there = new LinkedHashMap<Path, String>();
        for (var file : exercise.main()) {
            Places.checkSource(file);
            there.put(file, Files.readString(file, StandardCharsets.ISO_8859_1));
        }
        var wanted = new LinkedHashMap<Path, String>();
        files.forEach((file, bytes) -> wanted.put(file, new String(bytes, StandardCharsets.ISO_8859_1)));
        return there.equals(wanted);
    }

    /** For each file of the solution there is one of the learner's: a stub, or one that is given and the same in both. */
    private Map<Path, byte[]> asShipped() throws IOException, InterruptedException {
        var files = new LinkedHashMap<Path, byte[]>();
        var asShipped = workbench.shipped();
        for (var solution : exercise.solution()) {
            var file = exercise.fileLike(solution);
            var shipped = asShipped.text(file);
            if (shipped.isPresent()) {
                files.put(file, shipped.get().getBytes(StandardCharsets.UTF_8));
            } else if (asShipped.isGiven(file, solution)) {
                files.put(file, Files.readAllBytes(solution));
            } else {
                throw new Unknown(SAY.of("reset.unknown", file.getFileName(), asShipped.problem()));
            }
        }
        return files;
    }
}
