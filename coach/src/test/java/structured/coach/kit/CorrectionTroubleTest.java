package structured.coach.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static structured.coach.kit.Repository.GATHER;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("a correction that something is wrong with, or in the way of")
class CorrectionTroubleTest extends ToBeCorrected {

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
        var other = Repository.in(folder.resolve("other"));
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

    /** What the file would do is not done, for this reason, and nothing is changed. */
    private void isRefused(String why) throws Exception {
        learner.write(GATHER, ANSWER);
        var before = stateOfLearner();
        assertThatThrownBy(this::take).isInstanceOf(IOException.class).hasMessageContaining(why);
        assertThat(stateOfLearner()).isEqualTo(before);
    }

    private String stateOfLearner() throws Exception {
        return learner.files() + learner.git("rev-parse", "HEAD") + learner.git("status", "--porcelain");
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
        facilitator.stub(CORRECTED);
        correct();
        learner.write("docs/new.md/mine.txt", "mine");
        isRefused("docs/new.md is a folder here");
    }

    @Test
    @DisplayName("says so if it can't write a file, has lost nothing, and goes on once it can")
    void notWritable() throws Exception {
        facilitator.stub(CORRECTED);
        facilitator.write("docs/new.md", "new\n");
        var commit = correct();
        learner.write(GATHER, ANSWER);
        learner.write("docs/.new.md.draft/in the way", "");
        assertThatThrownBy(this::take).hasMessageContaining("The update was stopped in the middle").hasMessageContaining("Nothing of yours is lost");
        assertThat(learner.read(GATHER)).contains("doIt()");
        Files.delete(learner.root().resolve("docs/.new.md.draft/in the way"));
        Files.delete(learner.root().resolve("docs/.new.md.draft"));
        take();
        learnerHasBoth(commit);
    }

    @Test
    @DisplayName("goes on where it was stopped")
    void stopped() throws Exception {
        facilitator.stub(CORRECTED);
        facilitator.write("docs/new.md", "new\n");
        var commit = correct();
        learner.write(GATHER, ANSWER);
        // Some files are there already, and git knows nothing of it.
        learner.write("docs/new.md", "new\n");
        learner.write(GATHER, corrected(ANSWER));
        take();
        learnerHasBoth(commit);
    }
}
