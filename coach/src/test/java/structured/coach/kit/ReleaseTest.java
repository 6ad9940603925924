package structured.coach.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static structured.coach.kit.Repository.GATHER;
import static structured.coach.kit.Repository.STUB;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("what a room gets")
class ReleaseTest {

    @TempDir
    private Path folder;

    private Repository facilitator;
    private String released;

    @BeforeEach
    void facilitator() throws Exception {
        var origin = Repository.in(folder.toRealPath().resolve("origin"));
        released = origin.git("rev-parse", "HEAD");
        facilitator = origin.cloneIn(folder.toRealPath().resolve("a clone, too"));
    }

    @Test
    @DisplayName("is the released commit alone: not the facilitator's answers, branches, tags, stashes or files, committed or not; and a clone is on main")
    void alone() throws Exception {
        facilitator.write(GATHER, STUB.replace("is not written yet", "is a secret"));
        facilitator.git("stash");
        facilitator.write(GATHER, STUB.replace("is not written yet", "is a secret"));
        facilitator.commit("my answer, a secret");
        facilitator.git("tag", "secret");
        facilitator.git("checkout", "-q", "-b", "secret-notes");
        facilitator.write("secret.txt", "a secret");
        facilitator.commit("notes, a secret");
        facilitator.write("untracked.txt", "a secret");
        facilitator.write(GATHER, "a secret");
        var release = Release.of(facilitator.root(), null);
        assertThat(release.commit()).isEqualTo(released);
        assertThat(release.how()).isEqualTo("the upstream of your branch main");
        assertThat(release.checkExercises()).isEqualTo(1);
        assertThat(release.leftOut()).containsExactly("2 of the commits that you have here: they came after it", "what is changed here and not committed");
        release.bundle(folder.resolve("tutorial.bundle"), null);
        var learner = new Repository(folder.toRealPath().resolve("learner"));
        facilitator.git("clone", "-q", folder.resolve("tutorial.bundle").toString(), learner.root().toString());
        assertThat(learner.git("symbolic-ref", "--short", "HEAD")).isEqualTo("main");
        assertThat(learner.git("for-each-ref", "--format=%(objectname)")).matches("(" + released + "\\s*)+");
        assertThat(learner.files()).doesNotContain("secret");
        // Not even where only git looks.
        for (var object : learner.git("cat-file", "--batch-all-objects", "--batch-check=%(objectname)").split("\n")) {
            assertThat(learner.git("cat-file", "-p", object)).doesNotContain("secret");
        }
        assertThat(facilitator.git("for-each-ref")).doesNotContain("workshop");
    }

    @Test
    @DisplayName("is what main's upstream says, or else origin, or the last tag, or what is named; and nothing is guessed")
    void which() throws Exception {
        facilitator.git("branch", "--unset-upstream", "main");
        assertThat(Release.of(facilitator.root(), null).how()).isEqualTo("where origin is");
        facilitator.git("remote", "rm", "origin");
        facilitator.write("more.txt", "more");
        var later = facilitator.commit("more");
        assertThatThrownBy(() -> Release.of(facilitator.root(), null)).hasMessageContaining("Name it: --commit main");
        facilitator.git("tag", "v1", released);
        assertThat(Release.of(facilitator.root(), null)).extracting(Release::commit, Release::how).containsExactly(released, "the tag v1");
        assertThat(Release.of(facilitator.root(), "main").commit()).isEqualTo(later);
        for (var wrong : new String[] {"nowhere", "--all", ""}) {
            assertThatThrownBy(() -> Release.of(facilitator.root(), wrong)).hasMessageContaining("There is no commit '%s' here", wrong);
        }
    }

    @Test
    @DisplayName("is refused if an exercise in it isn't as shipped, even if that commit was named")
    void solved() throws Exception {
        facilitator.write(GATHER, STUB.replace("gather is not written yet", "done"));
        facilitator.commit("my answer");
        assertThatThrownBy(() -> Release.of(facilitator.root(), "HEAD").checkExercises()).hasMessageContaining("these are not as shipped: 04-gather");
        Files.delete(facilitator.root().resolve(GATHER));
        facilitator.commit("gone");
        assertThatThrownBy(() -> Release.of(facilitator.root(), "HEAD").checkExercises()).hasMessageContaining("04-gather");
        facilitator.git("rm", "-qr", "coach");
        facilitator.commit("something else");
        assertThatThrownBy(() -> Release.of(facilitator.root(), "HEAD").checkExercises()).hasMessageContaining("is no state of this tutorial");
    }

    @Test
    @DisplayName("can't be made of a shallow clone, nor of what is no clone; it says what to do")
    void noHistory() throws Exception {
        facilitator.write("more.txt", "more");
        facilitator.commit("more");
        facilitator.git("clone", "-q", "--depth", "1", facilitator.root().toUri().toString(), folder.resolve("shallow").toString());
        assertThatThrownBy(() -> Release.of(folder.resolve("shallow"), null)).hasMessageContaining("git fetch --unshallow");
        var none = Files.createDirectory(folder.resolve("none"));
        assertThatThrownBy(() -> Release.of(none, null)).hasMessageContaining("A kit is made of a clone, and this is none: git says: ");
    }

    @Test
    @DisplayName("is the same from a worktree, whose objects are elsewhere")
    void worktree() throws Exception {
        facilitator.git("worktree", "add", "-q", folder.resolve("worktree").toString(), "-b", "other");
        Release.of(folder.resolve("worktree"), "main").bundle(folder.resolve("tutorial.bundle"), null);
        assertThat(facilitator.git("bundle", "list-heads", folder.resolve("tutorial.bundle").toString())).contains(released + " refs/heads/main");
    }

    @Test
    @DisplayName("comes to a laptop as an update only if it follows what that has, and Maven has nothing new to download for it")
    void follows() throws Exception {
        facilitator.write("more.txt", "more");
        facilitator.commit("more");
        Release.of(facilitator.root(), "main").checkFollows(released);
        assertThatThrownBy(() -> Release.of(facilitator.root(), released).checkFollows(facilitator.git("rev-parse", "main"))).hasMessageContaining("Make a new kit");
        facilitator.write("modules/04-gather/pom.xml", "<project>more</project>");
        facilitator.commit("another POM");
        assertThatThrownBy(() -> Release.of(facilitator.root(), "main").checkFollows(released)).hasMessageContaining("a pom.xml has changed");
    }
}
