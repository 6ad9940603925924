package structured.coach.kit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import structured.coach.tutorial.Git;
import structured.coach.words.Wording;

/**
 * States of a clone's files as git knows them, and what becomes of two of them. All of it is done beside the clone: in folders for
 * what commits have, and in an index of its own.
 */
record States(Path root, Path scratch) {

    private static final Wording SAY = Wording.of(States.class);

    /** Somebody has to be the author, also where nobody has told git who they are. */
    private static final Map<String, String> NOBODY = Map.of("GIT_AUTHOR_NAME", "workshop update", "GIT_AUTHOR_EMAIL", "workshop@localhost",
            "GIT_COMMITTER_NAME", "workshop update", "GIT_COMMITTER_EMAIL", "workshop@localhost");

    /** Where a commit's files are, in the form that they have in a clone's folder: on Windows with other ends of lines. */
    Path filesOf(String commit) throws IOException, InterruptedException {
        var folder = scratch.resolve(commit);
        if (!Files.exists(folder)) {
            Files.createDirectories(folder);
            var git = git().with(Map.of("GIT_INDEX_FILE", scratch.resolve(commit + ".index").toString()));
            need(git, "read-tree", commit);
            need(git, "checkout-index", "-a", "-f", "-q", "--prefix=" + folder.toString().replace('\\', '/') + "/");
        }
        return folder;
    }

    /** What differs between two commits. */
    List<String> between(String from, String to) throws IOException, InterruptedException {
        return Stream.of(need(git(), "diff", "--name-only", "--no-renames", "-z", from, to).split("\0")).filter(name -> !name.isEmpty()).toList();
    }

    /** Whether they have the same, or are both not there. Ends of lines don't count: editors change them. */
    static boolean same(Path one, Path other) throws IOException {
        if (!Files.isRegularFile(one) || !Files.isRegularFile(other)) {
            return !Files.exists(one) && !Files.exists(other);
        }
        return Files.mismatch(one, other) < 0 || Arrays.equals(withoutReturns(one), withoutReturns(other));
    }

    private static byte[] withoutReturns(Path file) throws IOException {
        var text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        return text.replace("\r\n", "\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Both changes in one file, or nothing if they are in the same lines. */
    Optional<Path> merged(Path mine, Path before, Path theirs) throws IOException, InterruptedException {
        if (!Stream.of(mine, before, theirs).allMatch(Files::isRegularFile)) {
            return Optional.empty();
        }
        var merged = Files.createTempFile(scratch, "merged", "");
        Files.copy(mine, merged, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        return git().ask("merge-file", "-q", merged.toString(), before.toString(), theirs.toString()).map(nothing -> merged);
    }

    /** A commit that has both what this one has and the change from one to another: of what can't be joined, {@code keepsOurs} says which stays. */
    String mergeCommit(String ours, String before, String theirs, Predicate<String> keepsOurs) throws IOException, InterruptedException {
        var git = git().with(NOBODY).with(Map.of("GIT_INDEX_FILE", scratch.resolve("merge.index").toString()));
        need(git, "read-tree", ours);
        for (var path : between(before, theirs)) {
            var our = filesOf(ours).resolve(path);
            var their = filesOf(theirs).resolve(path);
            var old = filesOf(before).resolve(path);
            if (same(our, their)) {
                continue;
            }
            var both = same(our, old) ? Optional.<Path>empty() : merged(our, old, their);
            if (both.isPresent()) {
                var id = need(git, "hash-object", "-w", "--path=" + path, both.get().toString()).strip();
                need(git, "update-index", "--cacheinfo", mode(git, theirs, path) + "," + id + "," + path);
            } else if (same(our, old) || !keepsOurs.test(path)) {
                take(git, theirs, path);
            }
        }
        var tree = need(git, "write-tree").strip();
        return need(git, "commit-tree", tree, "-p", ours, "-p", theirs, "-m", "Take the workshop's correction").strip();
    }

    private static void take(Git git, String commit, String path) throws IOException, InterruptedException {
        var entry = need(git, "ls-tree", commit, "--", path);
        if (entry.isEmpty()) {
            need(git, "update-index", "--force-remove", "--", path);
        } else {
            need(git, "update-index", "--add", "--cacheinfo", mode(git, commit, path) + "," + entry.split("\\s+")[2] + "," + path);
        }
    }

    private static String mode(Git git, String commit, String path) throws IOException, InterruptedException {
        return need(git, "ls-tree", commit, "--", path).split("\\s+")[0];
    }

    /** All that git can know of the clone as it is, changed files and the index too, under a name of its own. */
    void remember(String name) throws IOException, InterruptedException {
        if (git().ask("rev-parse", "-q", "--verify", name).isEmpty()) {
            var changed = git().with(NOBODY).ask("stash", "create").map(String::strip).filter(id -> !id.isEmpty());
            need(git(), "update-ref", name, changed.isPresent() ? changed.get() : "HEAD");
        }
    }

    /** Has git take the clone's files for what came of this commit. No file is touched. */
    void moveTo(String commit, String from) throws IOException, InterruptedException {
        // The other way round, a death in between would leave an index that takes it all back.
        need(git(), "read-tree", commit);
        need(git(), "update-ref", "-m", "workshop update", "HEAD", commit, from);
        git().ask("update-index", "-q", "--refresh");
    }

    Git git() {
        return Git.patiently(root);
    }

    static String need(Git git, String... args) throws IOException, InterruptedException {
        return git.ask(args).orElseThrow(() -> new IOException(SAY.of("git.fails", args[0], git.problem().orElse(""))));
    }
}
