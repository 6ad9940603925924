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

/** Makes an exercise what it was when it came, or the other way round. What is said of it goes to two streams. */
public record Reset(Workbench workbench, Exercise exercise, PrintStream out, PrintStream err) {

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
                    err.println("Nothing of " + exercise.name() + " was put aside so far, so there is nothing to undo.");
                    return 2;
                }
                files = kept.filesOf(latest.get());
            } else {
                files = asShipped();
            }
            if (isThere(files)) {
                out.println(exercise.name() + " is just that already; nothing was changed.");
                return 0;
            }
            var version = kept.replaceWith(files);
            if (!undo) {
                forgetHints();
            }
            out.printf("%s is %s. ", exercise.name(), undo ? "what it was before" : "as it was shipped");
            if (version.isEmpty()) {
                out.println("Nothing was there before.");
                return 0;
            }
            out.printf("What was there before is in%n  %s%n", exercise.root().relativize(version.get()));
            out.println((undo ? "To go back again: ./workshop reset " : "To have it back: ./workshop reset ") + exercise.name() + " --undo");
            return 0;
        } catch (Unknown e) {
            err.printf("%s was not changed: %s.%n", exercise.name(), e.getMessage());
            err.printf("Your files are where they were. Copy %s/src/main from another clone of the tutorial, if you want it as it was.%n",
                    exercise.root().relativize(exercise.folder()));
            return 2;
        } catch (IOException e) {
            err.printf("%s was not changed: %s.%n", exercise.name(), Folders.problem(e));
            err.println("Your files are where they were. See that they can be written, and that the disk is not full.");
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
                throw new Unknown("how %s was shipped can't be found out, since it had been changed before the coach saw it, and %s"
                        .formatted(file.getFileName(), asShipped.problem()));
            }
        }
        return files;
    }
}
