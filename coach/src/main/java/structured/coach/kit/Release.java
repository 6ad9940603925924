package structured.coach.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import structured.coach.machine.Temporary;
import structured.coach.tutorial.Git;
import structured.coach.tutorial.Shipped;
import structured.coach.words.Wording;

/**
 * The state of the tutorial that a room gets: a commit that was given out already, never what lies in the facilitator's folder, is
 * in their own branches, or was committed and not pushed.
 *
 * @param root the facilitator's clone
 * @param commit its whole name
 * @param how why it is this one, as in "the upstream of main"
 */
record Release(Path root, String commit, String how) {

    private static final Wording SAY = Wording.of(Release.class);

    private static final String SHIPPED = "coach/src/main/resources/structured/coach/tutorial/shipped.txt";

    /** The one that is named; or else what main's upstream, origin or the last tag says. */
    static Release of(Path root, String named) throws IOException, InterruptedException {
        var git = Git.patiently(root);
        var shallow = git.ask("rev-parse", "--is-shallow-repository");
        if (shallow.isEmpty()) {
            throw new IOException(SAY.of("release.no-clone", git.problem().orElse(SAY.of("git.silent"))));
        }
        if (shallow.get().strip().equals("true")) {
            throw new IOException(SAY.of("release.shallow"));
        }
        if (named != null) {
            return new Release(root, commit(git, named).orElseThrow(() -> new IOException(SAY.of("release.no-commit", named))), SAY.of("release.as-said"));
        }
        var upstream = commit(git, "main@{upstream}");
        if (upstream.isPresent()) {
            return new Release(root, upstream.get(), SAY.of("release.upstream"));
        }
        var origin = commit(git, "refs/remotes/origin/HEAD");
        if (origin.isPresent()) {
            return new Release(root, origin.get(), SAY.of("release.origin"));
        }
        var tag = git.ask("describe", "--tags", "--abbrev=0").map(String::strip);
        if (tag.isPresent()) {
            return new Release(root, commit(git, tag.get()).orElseThrow(), SAY.of("release.tag", tag.get()));
        }
        throw new IOException(SAY.of("release.which"));
    }

    private static Optional<String> commit(Git git, String name) throws InterruptedException {
        return git.ask("rev-parse", "-q", "--verify", name + "^{commit}").map(String::strip);
    }

    private Git git() {
        return Git.patiently(root);
    }

    /** Its first ten characters, which are enough for people. */
    String shortly() {
        return commit.substring(0, 10);
    }

    /** What is here and doesn't come with it: a facilitator may have thought that it does. */
    List<String> leftOut() throws InterruptedException {
        var leftOut = new ArrayList<String>();
        var git = git();
        var more = git.ask("rev-list", "--count", commit + "..HEAD").map(String::strip).orElse("0");
        if (!more.equals("0")) {
            leftOut.add(SAY.of("release.later", more));
        }
        if (!git.ask("status", "--porcelain", "-uno").orElse("").isBlank()) {
            leftOut.add(SAY.of("release.uncommitted"));
        }
        return leftOut;
    }

    /** Fails if an exercise in it isn't as shipped, and returns how many there are. */
    int checkExercises() throws IOException, InterruptedException {
        var git = git();
        var list = git.ask("cat-file", "blob", commit + ":" + SHIPPED);
        if (list.isEmpty()) {
            throw new IOException(SAY.of("release.another", shortly(), SHIPPED));
        }
        var modules = new TreeSet<String>();
        var changed = new TreeSet<String>();
        for (var line : list.get().lines().filter(line -> !line.startsWith("#") && line.contains(" ")).toList()) {
            var file = line.substring(line.indexOf(' ') + 1).strip();
            var module = file.split("/")[1];
            modules.add(module);
            var text = git.ask("cat-file", "blob", commit + ":" + file);
            if (text.isEmpty() || !Shipped.checksum(text.get()).equals(line.substring(0, line.indexOf(' ')))) {
                changed.add(module);
            }
        }
        if (!changed.isEmpty()) {
            throw new IOException(SAY.of("release.solved", shortly(), how, String.join(", ", changed)));
        }
        return modules.size();
    }

    /** Fails unless a laptop that has this commit can be brought here, with nothing but the files of the tutorial. */
    void checkFollows(String other) throws IOException, InterruptedException {
        var git = git();
        if (git.ask("merge-base", "--is-ancestor", other, commit).isEmpty()) {
            throw new IOException(SAY.of("release.not-after", shortly(), other.substring(0, 10)));
        }
        if (!new Release(root, other, "").poms().equals(poms())) {
            throw new IOException(SAY.of("release.poms"));
        }
    }

    /** What Maven's downloads depend on: a name for all POMs and Maven's own settings in it. */
    String poms() throws InterruptedException {
        return Integer.toHexString(git().ask("ls-tree", "-r", commit).orElse("").lines().filter(line -> line.matches(".*(pom\\.xml|\\.mvn/.*)")).toList().hashCode());
    }

    /** Writes it with its history, and nothing else, into one file, from which a clone has the branch main; without what another commit has, if one is named. */
    void bundle(Path file, String without) throws IOException, InterruptedException {
        var git = git();
        var objects = git.ask("rev-parse", "--git-path", "objects").map(path -> root.resolve(path.strip()).toAbsolutePath()).orElseThrow(() -> failed(git));
        try (var temporary = Temporary.folder("kit-git")) {
            // A repository with one branch, which borrows all else: so nothing is written to the facilitator's.
            var bare = Git.patiently(temporary.path());
            ask(bare, "init", "-q", "--bare");
            Files.writeString(temporary.path().resolve("objects/info/alternates"), objects + "\n");
            ask(bare, "symbolic-ref", "HEAD", "refs/heads/main");
            ask(bare, "update-ref", "refs/heads/main", commit);
            if (without == null) {
                ask(bare, "bundle", "create", file.toString(), "HEAD", "refs/heads/main");
            } else {
                ask(bare, "bundle", "create", file.toString(), "refs/heads/main", "^" + without);
            }
        }
    }

    private static void ask(Git git, String... args) throws IOException, InterruptedException {
        if (git.ask(args).isEmpty()) {
            throw failed(git);
        }
    }

    private static IOException failed(Git git) {
        return new IOException(SAY.of("release.history", git.problem().orElse(SAY.of("git.silent"))));
    }
}
