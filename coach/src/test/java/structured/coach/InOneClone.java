package structured.coach;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the tests of commands have in common: one clone, in which they are called one after another, as in a learner's session. */
@BesideOthers
@Timeout(value = 5, unit = TimeUnit.MINUTES)
public abstract class InOneClone {

    /** The clone is in it, and there is room beside. */
    protected Path folder;

    /** The clone. */
    protected TutorialCopy tutorial;

    @BeforeAll
    void copy(@TempDir Path folder) throws Exception {
        this.folder = folder;
        tutorial = TutorialCopy.in(folder);
    }
}
