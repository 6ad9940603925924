package structured.coach.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static structured.coach.kit.Repository.GATHER;
import static structured.coach.kit.Repository.STUB;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import structured.coach.BesideOthers;
import structured.coach.tutorial.Tutorial;

/** What the tests of corrections have in common: a facilitator, a learner who has a clone from their kit, and the file between them. */
@BesideOthers
abstract class ToBeCorrected {

    static final String ANSWER = STUB.replace("throw new UnsupportedOperationException(\"gather is not written yet\")", "doIt()");

    /** The exercise with a correction that is in other lines than the answer. */
    static final String CORRECTED = corrected(STUB);

    @TempDir
    Path folder;

    Repository facilitator;
    Repository learner;
    /** The commit that the kit is of. */
    String kit;
    Path update;

    private Path made;
    private String first;

    @BeforeAll
    void make(@TempDir Path folder) throws Exception {
        made = folder.toRealPath();
        var repository = Repository.in(made.resolve("facilitator"));
        first = repository.git("rev-parse", "HEAD");
        Release.of(repository.root(), "main").bundle(made.resolve("tutorial.bundle"), null);
    }

    @BeforeEach
    void copy() throws Exception {
        folder = folder.toRealPath();
        FolderCopy.of(made, folder);
        facilitator = new Repository(folder.resolve("facilitator"));
        learner = new Repository(folder.resolve("learner"));
        facilitator.git("clone", "-q", folder.resolve("tutorial.bundle").toString(), learner.root().toString());
        kit = first;
        update = folder.resolve("update.bundle");
    }

    static String corrected(String text) {
        return text.replace("Runs tasks", "Runs all tasks");
    }

    /** The facilitator corrects it, and makes the file. */
    String correct() throws Exception {
        var commit = facilitator.commit("correction");
        Release.of(facilitator.root(), "main").bundle(update, kit);
        return commit;
    }

    List<String> take() throws Exception {
        return new Correction(new Tutorial(learner.root()), update).take();
    }

    void learnerIsAt(String commit) throws Exception {
        assertThat(learner.git("rev-parse", "HEAD")).isEqualTo(commit);
    }

    /** The learner has the corrected exercise with the answer in it, and git sees no more than the answer. */
    void learnerHasBoth(String commit) throws Exception {
        learnerIsAt(commit);
        assertThat(learner.read(GATHER)).isEqualTo(corrected(ANSWER));
        assertThat(learner.git("status", "--porcelain", "-uno")).isEqualTo(" M " + GATHER);
    }
}
