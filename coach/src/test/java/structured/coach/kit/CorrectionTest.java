package structured.coach.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static structured.coach.kit.Repository.GATHER;
import static structured.coach.kit.Repository.STUB;
import static structured.coach.kit.Repository.TESTS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import structured.coach.tutorial.Tutorial;

@DisplayName("a correction on the day")
class CorrectionTest {

    private static final String ANSWER = STUB.replace("throw new UnsupportedOperationException(\"gather is not written yet\")", "doIt()");

    @TempDir
    private Path folder;

    private Repository facilitator;
    private Repository learner;
    private String kit;
    private Path update;

    @BeforeEach
    void kit() throws Exception {
        facilitator = Repository.in(folder.toRealPath().resolve("facilitator"));
        kit = facilitator.git("rev-parse", "HEAD");
        Release.of(facilitator.root(), "main").bundle(folder.resolve("tutorial.bundle"), null);
        facilitator.git("clone", "-q", folder.resolve("tutorial.bundle").toString(), folder.toRealPath().resolve("learner").toString());
        learner = new Repository(folder.toRealPath().resolve("learner"));
        update = folder.resolve("update.bundle");
    }

    /** The facilitator corrects it, and makes the file. */
    private String correct() throws Exception {
        var commit = facilitator.commit("correction");
        Release.of(facilitator.root(), "main").bundle(update, kit);
        return commit;
    }

    private List<String> take() throws Exception {
        return new Correction(new Tutorial(learner.root()), update).take();
    }

    private static void isAt(Repository clone, String commit) throws Exception {
        assertThat(clone.git("rev-parse", "HEAD")).isEqualTo(commit);
    }

    @Test
    @DisplayName("replaces what nobody has touched, takes away what is gone, and brings what is new; a second time it does nothing")
    void untouched() throws Exception {
        facilitator.stub(STUB.replace("Runs tasks", "Runs all tasks"));
        facilitator.write("docs/new.md", "new\n");
        Files.delete(facilitator.root().resolve(TESTS));
        var commit = correct();
        // By an editor of Windows': that is no change.
        learner.write(GATHER, STUB.replace("\n", "\r\n"));
        assertThat(take()).first().asString().startsWith("This is the tutorial at " + commit.substring(0, 10)).contains("04-gather", "docs", "coach");
        isAt(learner, commit);
        assertThat(learner.git("status", "--porcelain")).isEmpty();
        assertThat(learner.files()).isEqualTo(facilitator.files());
        assertThat(take()).containsExactly("This clone has that correction already; nothing was changed.");
        assertThat(learner.files()).isEqualTo(facilitator.files());
    }

    @Test
    @DisplayName("keeps what a learner has written, and corrects the rest of that file; what was there is kept as by reset")
    void bothChanges() throws Exception {
        facilitator.stub(STUB.replace("Runs tasks", "Runs all tasks"));
        var commit = correct();
        learner.write(GATHER, ANSWER);
        learner.write("notes.txt", "mine");
        assertThat(take()).first().asString().startsWith(GATHER + " has the correction and what you have written").contains("./workshop reset 04-gather --undo");
        isAt(learner, commit);
        assertThat(learner.read(GATHER)).isEqualTo(ANSWER.replace("Runs tasks", "Runs all tasks"));
        assertThat(learner.read("notes.txt")).isEqualTo("mine");
        assertThat(learner.git("status", "--porcelain", "-uno")).isEqualTo(" M " + GATHER);
        try (var kept = Files.walk(learner.root().resolve(".workshop/kept/04-gather"))) {
            assertThat(kept.filter(file -> file.endsWith("Gather.java"))).singleElement().satisfies(copy -> assertThat(copy).hasContent(ANSWER));
        }
    }

    @Test
    @DisplayName("leaves an exercise as its learner has it, where it would be in the same lines, and says where the corrected one is")
    void sameLines() throws Exception {
        var corrected = STUB.replace("// TODO step 1: fork", "// TODO step 1: fork them all");
        facilitator.stub(corrected);
        var commit = correct();
        var answer = STUB.replace("// TODO step 1: fork", "doIt();");
        learner.write(GATHER, answer);
        assertThat(take()).first().asString().startsWith(GATHER + " stays as you have written it");
        isAt(learner, commit);
        assertThat(learner.read(GATHER)).isEqualTo(answer);
        assertThat(learner.root().resolve(".workshop/updates").resolve(commit.substring(0, 10)).resolve("correction").resolve(GATHER)).hasContent(corrected);
    }

    @Test
    @DisplayName("wins over changed tests, in the same lines, and over a file of the same name; what was there is kept aside, and it says where")
    void tests() throws Exception {
        facilitator.write(TESTS, "class GatherTest {\n    // one\n    // 2\n    // three\n}\n");
        facilitator.write("docs/new.md", "new\n");
        var commit = correct();
        learner.write(TESTS, "class GatherTest {\n    // one\n    // zwei\n    // three\n}\n");
        learner.write("docs/new.md", "mine\n");
        assertThat(take()).filteredOn(line -> line.contains("is replaced; yours is in")).hasSize(2);
        assertThat(learner.read(TESTS)).contains("// 2");
        assertThat(learner.read("docs/new.md")).isEqualTo("new\n");
        var yours = learner.root().resolve(".workshop/updates").resolve(commit.substring(0, 10)).resolve("yours");
        assertThat(yours.resolve(TESTS)).content().contains("// zwei");
        assertThat(yours.resolve("docs/new.md")).hasContent("mine");
        isAt(learner, commit);
    }

    @Test
    @DisplayName("comes to what a learner has committed, too, as a merge, on the branch that they are on, whoever they are for git")
    void committed() throws Exception {
        facilitator.stub(STUB.replace("Runs tasks", "Runs all tasks"));
        facilitator.write(TESTS, "class GatherTest {\n    // one\n    // 2\n    // three\n}\n");
        var commit = correct();
        learner.git("checkout", "-q", "-b", "mine");
        learner.write(GATHER, ANSWER);
        learner.write("notes.txt", "mine");
        var mine = learner.commit("my answer");
        learner.write("notes.txt", "more");
        take();
        assertThat(learner.git("rev-parse", "HEAD^1", "HEAD^2")).isEqualTo(mine + "\n" + commit);
        assertThat(learner.git("symbolic-ref", "--short", "HEAD")).isEqualTo("mine");
        assertThat(learner.git("status", "--porcelain", "-uno")).isEqualTo(" M notes.txt");
        assertThat(learner.read(GATHER)).isEqualTo(ANSWER.replace("Runs tasks", "Runs all tasks"));
        assertThat(learner.git("show", "HEAD:" + GATHER)).isEqualTo(learner.read(GATHER).stripTrailing());
        assertThat(learner.read(TESTS)).contains("// 2");
        assertThat(take()).containsExactly("This clone has that correction already; nothing was changed.");
    }

    @Test
    @DisplayName("keeps what was only staged, under a name that git knows")
    void staged() throws Exception {
        facilitator.stub(STUB.replace("Runs tasks", "Runs all tasks"));
        var commit = correct();
        learner.write(GATHER, ANSWER);
        learner.git("add", GATHER);
        learner.write(GATHER, STUB);
        take();
        assertThat(learner.git("show", "refs/workshop/before-" + commit.substring(0, 10) + "^2:" + GATHER)).isEqualTo(ANSWER.stripTrailing());
    }

    @Test
    @DisplayName("works in a clone that no kit has made, also one that is older than the kit, if the kit's own bundle lies beside it")
    void otherClones() throws Exception {
        learner = facilitator.cloneIn(folder.toRealPath().resolve("at home"));
        facilitator.write("docs/kit.md", "kit\n");
        kit = facilitator.commit("the kit's commit");
        Release.of(facilitator.root(), "main").bundle(folder.resolve("tutorial.bundle"), null);
        facilitator.write("docs/new.md", "new\n");
        var commit = correct();
        var elsewhere = Files.copy(update, Files.createDirectory(folder.resolve("elsewhere")).resolve("update.bundle"));
        assertThatThrownBy(() -> new Correction(new Tutorial(learner.root()), elsewhere).take()).isInstanceOf(IOException.class)
                .hasMessageContaining("another state of the tutorial").hasMessageContaining("tutorial.bundle");
        take();
        isAt(learner, commit);
        assertThat(learner.files()).isEqualTo(facilitator.files());
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("is refused with a sentence, and nothing is changed, if the file is cut off at")
    @ValueSource(doubles = {0, 0.05, 0.3, 0.6, 0.95, 0.999})
    void cutOff(double at) throws Exception {
        facilitator.write("docs/new.md", "new and long\n".repeat(50));
        correct();
        var whole = Files.readAllBytes(update);
        Files.write(update, Arrays.copyOf(whole, (int) (whole.length * at)));
        isRefused("Nothing was changed.");
    }

    @Test
    @DisplayName("is refused with a sentence, and nothing is changed, if the file is another tutorial's, no file, or none that git knows")
    void foreign() throws Exception {
        var other = Repository.in(folder.toRealPath().resolve("other"));
        other.write("another.txt", "another");
        var first = other.commit("of another");
        other.write("another.txt", "a third");
        other.commit("second");
        Files.delete(folder.resolve("tutorial.bundle"));
        Release.of(other.root(), "main").bundle(update, first);
        isRefused("is for another state of the tutorial");
        Release.of(other.root(), "main").bundle(update, null);
        other.git("checkout", "-q", "--orphan", "alone");
        Release.of(other.root(), other.commit("without a past")).bundle(update, null);
        isRefused("is of something else than this tutorial");
        Files.writeString(update, "holiday");
        isRefused("is no update");
        update = folder.resolve("nowhere");
        isRefused("isn't there");
        update = Files.createDirectory(folder.resolve("empty"));
        isRefused("has no update.bundle in it");
    }

    private void isRefused(String why) throws Exception {
        learner.write(GATHER, ANSWER);
        var before = learner.files() + learner.git("rev-parse", "HEAD") + learner.git("status", "--porcelain");
        assertThatThrownBy(this::take).isInstanceOf(IOException.class).hasMessageContaining(why);
        assertThat(learner.files() + learner.git("rev-parse", "HEAD") + learner.git("status", "--porcelain")).isEqualTo(before);
    }

    @Test
    @DisplayName("is not taken in the middle of a merge, nor where there is no git")
    void notNow() throws Exception {
        facilitator.write("docs/new.md", "new\n");
        correct();
        learner.git("update-ref", "MERGE_HEAD", "HEAD");
        assertThatThrownBy(this::take).hasMessageContaining("git is in the middle of something");
        learner = new Repository(Files.createDirectory(folder.resolve("no clone")));
        assertThatThrownBy(this::take).hasMessageContaining("An update needs a clone, and git");
    }

    @Test
    @DisplayName("is refused where a folder has the name of a file that it brings")
    void inTheWay() throws Exception {
        facilitator.write("docs/new.md", "new\n");
        facilitator.stub(STUB.replace("Runs tasks", "Runs all tasks"));
        correct();
        learner.write("docs/new.md/mine.txt", "mine");
        isRefused("docs/new.md is a folder here");
    }

    @Test
    @DisplayName("says so if it can't write a file, has lost nothing, and goes on once it can")
    void notWritable() throws Exception {
        facilitator.stub(STUB.replace("Runs tasks", "Runs all tasks"));
        facilitator.write("docs/new.md", "new\n");
        var commit = correct();
        learner.write(GATHER, ANSWER);
        learner.write("docs/.new.md.draft/in the way", "");
        assertThatThrownBy(this::take).hasMessageContaining("The update was stopped in the middle").hasMessageContaining("Nothing of yours is lost");
        assertThat(learner.read(GATHER)).contains("doIt()");
        Files.delete(learner.root().resolve("docs/.new.md.draft/in the way"));
        Files.delete(learner.root().resolve("docs/.new.md.draft"));
        take();
        isAt(learner, commit);
        assertThat(learner.read(GATHER)).isEqualTo(ANSWER.replace("Runs tasks", "Runs all tasks"));
        assertThat(learner.git("status", "--porcelain", "-uno")).isEqualTo(" M " + GATHER);
    }

    @Test
    @DisplayName("goes on where it was stopped")
    void stopped() throws Exception {
        facilitator.stub(STUB.replace("Runs tasks", "Runs all tasks"));
        facilitator.write("docs/new.md", "new\n");
        var commit = correct();
        learner.write(GATHER, ANSWER);
        // Some files are there already, and git knows nothing of it.
        learner.write("docs/new.md", "new\n");
        learner.write(GATHER, ANSWER.replace("Runs tasks", "Runs all tasks"));
        take();
        isAt(learner, commit);
        assertThat(learner.read(GATHER)).isEqualTo(ANSWER.replace("Runs tasks", "Runs all tasks"));
        assertThat(learner.git("status", "--porcelain", "-uno")).isEqualTo(" M " + GATHER);
    }
}
