package structured.coach.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import structured.coach.machine.Temporary;
import structured.coach.tutorial.Git;
import structured.coach.tutorial.Tutorial;
import structured.coach.words.Wording;

/** A file that brings a clone to a later state of the tutorial, whoever made the clone, and from what. */
final class Correction {

    private static final Wording SAY = Wording.of(Correction.class);

    private static final String FETCHED = "refs/workshop/update";

    private final Tutorial tutorial;
    private final Path file;
    private final Git git;

    /** The file, or a kit's folder, in which it is. */
    Correction(Tutorial tutorial, Path file) {
        this.tutorial = tutorial;
        this.file = file;
        git = Git.patiently(tutorial.root());
    }

    /** Takes it, and says what was done; fails with a sentence, and then nothing was changed. */
    List<String> take() throws IOException, InterruptedException {
        var head = git.ask("rev-parse", "-q", "--verify", "HEAD").map(String::strip);
        if (head.isEmpty()) {
            throw new IOException(SAY.of("update.no-clone", git.problem().orElse(SAY.of("git.no-commit"))));
        }
        refuseInBetween();
        var after = fetched(found());
        if (git.ask("merge-base", "--is-ancestor", after, head.get()).isPresent()) {
            return List.of(SAY.of("update.there"));
        }
        var before = git.ask("merge-base", head.get(), after).flatMap(text -> text.lines().findFirst());
        if (before.isEmpty() || git.ask("cat-file", "-e", after + ":coach/pom.xml").isEmpty()) {
            git.ask("update-ref", "-d", FETCHED);
            throw new IOException(SAY.of("update.another", file));
        }
        try (var scratch = Temporary.folder("update")) {
            var update = new Update(tutorial, new States(tutorial.root(), scratch.path()), head.get(), before.get(), after);
            var told = new ArrayList<>(update.apply());
            told.add(SAY.of("update.done", after.substring(0, 10), String.join(", ", update.whatChanged())));
            if (update.changesCoach()) {
                told.add(SAY.of("update.coach"));
            }
            return told;
        }
    }

    /** A merge, say, has files in a state that only its end makes whole. */
    private void refuseInBetween() throws IOException, InterruptedException {
        for (var name : List.of("MERGE_HEAD", "CHERRY_PICK_HEAD", "REVERT_HEAD", "rebase-merge", "rebase-apply")) {
            var path = git.ask("rev-parse", "--git-path", name);
            if (path.isPresent() && Files.exists(tutorial.root().resolve(path.get().strip()))) {
                throw new IOException(SAY.of("update.git-busy"));
            }
        }
    }

    private Path found() throws IOException {
        if (Files.isDirectory(file)) {
            return Stream.of(KitFolder.UPDATE, KitFolder.BUNDLE).map(file::resolve).filter(Files::isRegularFile).findFirst()
                    .orElseThrow(() -> new IOException(SAY.of("update.not-in", file, KitFolder.UPDATE)));
        }
        if (!Files.isRegularFile(file)) {
            throw new IOException(SAY.of("update.no-file", file));
        }
        return file;
    }

    /** The commit that the file brings, with all that it needs; this clone's own branches and files are as before. */
    private String fetched(Path bundle) throws IOException, InterruptedException {
        var path = bundle.toAbsolutePath().normalize();
        if (git.ask("bundle", "list-heads", path.toString()).isEmpty()) {
            throw new IOException(SAY.of("update.none", file, git.problem().orElse("")));
        }
        if (git.ask("bundle", "verify", path.toString()).isEmpty()) {
            // Set up before the kit was made, perhaps. Then what comes between is in the kit, too.
            var whole = path.resolveSibling(KitFolder.BUNDLE);
            if (!Files.isRegularFile(whole) || fetch(whole).isEmpty() || git.ask("bundle", "verify", path.toString()).isEmpty()) {
                throw new IOException(SAY.of("update.other-state", file));
            }
        }
        return fetch(path).orElseThrow(() -> new IOException(
                SAY.of("update.not-whole", file, git.problem().orElse(SAY.of("git.unread")))));
    }

    private Optional<String> fetch(Path bundle) throws InterruptedException {
        var fetched = git.ask("-c", "gc.auto=0", "fetch", "-q", "--no-tags", bundle.toString(), "+refs/heads/main:" + FETCHED);
        return fetched.isEmpty() ? fetched : git.ask("rev-parse", FETCHED).map(String::strip);
    }
}
