package structured.coach.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import structured.coach.machine.Folders;
import structured.coach.tutorial.Exercise;
import structured.coach.tutorial.Kept;
import structured.coach.tutorial.Tutorial;
import structured.coach.words.Wording;

/**
 * Brings a clone to a later state of the tutorial. What nobody has changed here is replaced. What a learner has changed gets both
 * changes where that can be; else their exercise stays as it is, and of all other files theirs is put aside. Whenever it is stopped,
 * it can be begun again.
 */
final class Update {

    private static final Wording SAY = Wording.of(Update.class);

    /** What becomes of a file: nothing (it is left), or this. */
    private record Change(String path, Path to, String told) {}

    private final Tutorial tutorial;
    private final States states;
    private final String head;
    private final String before;
    private final String after;

    /** From what the clone and the update have in common to the update. */
    Update(Tutorial tutorial, States states, String head, String before, String after) {
        this.tutorial = tutorial;
        this.states = states;
        this.head = head;
        this.before = before;
        this.after = after;
    }

    /** Does it, and returns a sentence for each file that somebody has to know of. */
    List<String> apply() throws IOException, InterruptedException {
        var told = new ArrayList<String>();
        var replaced = new ArrayList<Change>();
        var merged = new TreeMap<String, List<Change>>();
        // First all that can go wrong without a trace.
        for (var path : states.between(before, after)) {
            var change = changeOf(path);
            change.map(Change::told).filter(sentence -> !sentence.isEmpty()).ifPresent(told::add);
            change.filter(it -> it.to != null).ifPresent(it -> {
                if (it.told.isEmpty() || !isAnswer(path)) {
                    replaced.add(it);
                } else {
                    merged.computeIfAbsent(path.split("/")[1], name -> new ArrayList<>()).add(it);
                }
            });
        }
        var target = head.equals(before) ? after : states.mergeCommit(head, before, after, Update::isAnswer);
        states.remember("refs/workshop/before-" + shortly());
        try {
            for (var exercise : merged.entrySet()) {
                replaceAnswers(new Exercise(tutorial.root(), exercise.getKey()), exercise.getValue());
            }
            for (var change : replaced) {
                replace(change);
            }
            states.moveTo(target, head);
        } catch (IOException e) {
            throw new IOException(SAY.of("update.stopped", Folders.problem(e)), e);
        }
        return told;
    }

    /** A file in which a learner writes. */
    static boolean isAnswer(String path) {
        return path.matches("modules/[^/]+/src/main/.*");
    }

    private Optional<Change> changeOf(String path) throws IOException, InterruptedException {
        var here = tutorial.root().resolve(path);
        var old = states.filesOf(before).resolve(path);
        var now = states.filesOf(after).resolve(path);
        if (States.same(here, now)) {
            return Optional.empty();
        }
        if (Files.isDirectory(here)) {
            throw new IOException(SAY.of("update.folder", path));
        }
        if (States.same(here, old) || !Files.exists(here)) {
            return Optional.of(new Change(path, now, ""));
        }
        var both = states.merged(here, old, now);
        if (both.isPresent()) {
            return Optional.of(new Change(path, both.get(), isAnswer(path) ? SAY.of("update.both-answer", path, path.split("/")[1]) : SAY.of("update.both", path)));
        }
        if (isAnswer(path)) {
            var correction = keep(now, "correction", path);
            return Optional.of(new Change(path, null, correction.map(copy -> SAY.of("update.stays", path, copy)).orElseGet(() -> SAY.of("update.stays-gone", path))));
        }
        return Optional.of(new Change(path, now, SAY.of("update.replaced", path, keep(here, "yours", path).orElseThrow())));
    }

    /** Copies a file to a place where it is found again, and returns that; nothing if there is no such file. */
    private Optional<Path> keep(Path file, String whose, String path) throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        var copy = tutorial.state().resolve("updates").resolve(shortly()).resolve(whose).resolve(path);
        for (int i = 2; Files.exists(copy) && Files.mismatch(copy, file) >= 0; i++) {
            copy = copy.resolveSibling(file.getFileName() + "." + i);
        }
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        return Optional.of(tutorial.root().relativize(copy));
    }

    /** As {@code reset} does it: what was there is a version that was put aside. */
    private void replaceAnswers(Exercise exercise, List<Change> changes) throws IOException {
        var kept = new Kept(exercise, tutorial.state().resolve("kept"));
        kept.recover();
        Map<Path, byte[]> files = new LinkedHashMap<>();
        for (var file : exercise.main()) {
            files.put(file, Files.readAllBytes(file));
        }
        for (var change : changes) {
            files.put(tutorial.root().resolve(change.path), Files.readAllBytes(change.to));
        }
        kept.replaceWith(files);
    }

    /** In one go, since it may be the launcher, which is being read just now. */
    private void replace(Change change) throws IOException {
        var file = tutorial.root().resolve(change.path);
        var place = Files.exists(file) ? file.toRealPath() : file;
        if (!Files.exists(change.to)) {
            Files.deleteIfExists(place);
            return;
        }
        Files.createDirectories(place.getParent());
        var draft = place.resolveSibling("." + place.getFileName() + ".draft");
        try {
            Files.copy(change.to, draft, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
            Files.move(draft, place, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private String shortly() {
        return after.substring(0, 10);
    }

    /** Whether something of the coach's is different now, which is then built anew. */
    boolean changesCoach() throws IOException, InterruptedException {
        return states.between(before, after).stream().anyMatch(path -> path.startsWith("coach/") || path.equals("pom.xml"));
    }

    /** What is different now, in a few words: the folders that matter to a learner. */
    List<String> whatChanged() throws IOException, InterruptedException {
        return states.between(before, after).stream().map(path -> Stream.of(path.split("/")).limit(path.startsWith("modules/") ? 2 : 1).reduce((a, b) -> b).orElseThrow())
                .distinct().toList();
    }
}
