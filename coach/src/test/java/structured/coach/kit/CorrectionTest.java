package structured.coach.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static structured.coach.kit.Repository.GATHER;
import static structured.coach.kit.Repository.STUB;
import static structured.coach.kit.Repository.TESTS;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import structured.coach.tutorial.Tutorial;

@DisplayName("a correction on the day")
class CorrectionTest extends ToBeCorrected {

    @Test
    @DisplayName("replaces what nobody has touched, takes away what is gone, and brings what is new; a second time it does nothing")
    void untouched() throws Exception {
        facilitator.stub(CORRECTED);
        facilitator.write("docs/new.md", "new\n");
        Files.delete(facilitator.root().resolve(TESTS));
        var commit = correct();
        // By an editor of Windows': that is no change.
        learner.write(GATHER, STUB.replace("\n", "\r\n"));
        assertThat(take()).first().asString().startsWith("This is the tutorial at " + commit.substring(0, 10)).contains("04-gather", "docs", "coach");
        learnerIsAt(commit);
        assertThat(learner.git("status", "--porcelain")).isEmpty();
        assertThat(learner.files()).isEqualTo(facilitator.files());
        assertThat(take()).containsExactly("This clone has that correction already; nothing was changed.");
        assertThat(learner.files()).isEqualTo(facilitator.files());
    }

    @Test
    @DisplayName("keeps what a learner has written, and corrects the rest of that file; what was there is kept as by reset")
    void bothChanges() throws Exception {
        facilitator.stub(CORRECTED);
        var commit = correct();
        learner.write(GATHER, ANSWER);
        learner.write("notes.txt", "mine");
        assertThat(take()).first().asString().startsWith(GATHER + " has the correction and what you have written").contains("./workshop reset 04-gather --undo");
        learnerHasBoth(commit);
        assertThat(learner.read("notes.txt")).isEqualTo("mine");
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
        learnerIsAt(commit);
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
        learnerIsAt(commit);
    }

    @Test
    @DisplayName("comes to what a learner has committed, too, as a merge, on the branch that they are on, whoever they are for git")
    void committed() throws Exception {
        facilitator.stub(CORRECTED);
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
        assertThat(learner.read(GATHER)).isEqualTo(corrected(ANSWER));
        assertThat(learner.git("show", "HEAD:" + GATHER)).isEqualTo(learner.read(GATHER).stripTrailing());
        assertThat(learner.read(TESTS)).contains("// 2");
        assertThat(take()).containsExactly("This clone has that correction already; nothing was changed.");
    }

    @Test
    @DisplayName("keeps what was only staged, under a name that git knows")
    void staged() throws Exception {
        facilitator.stub(CORRECTED);
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
        learner = facilitator.cloneIn(folder.resolve("at home"));
        facilitator.write("docs/kit.md", "kit\n");
        kit = facilitator.commit("the kit's commit");
        Release.of(facilitator.root(), "main").bundle(folder.resolve("tutorial.bundle"), null);
        facilitator.write("docs/new.md", "new\n");
        var commit = correct();
        var elsewhere = Files.copy(update, Files.createDirectory(folder.resolve("elsewhere")).resolve("update.bundle"));
        assertThatThrownBy(() -> new Correction(new Tutorial(learner.root()), elsewhere).take()).isInstanceOf(IOException.class)
                .hasMessageContaining("another state of the tutorial").hasMessageContaining("tutorial.bundle");
        take();
        learnerIsAt(commit);
        assertThat(learner.files()).isEqualTo(facilitator.files());
    }
}
