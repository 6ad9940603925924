package structured.coach.tutorial;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What the tests of versions that are put aside have in common: a learner's file, and what may come in its place. */
abstract class KeptFiles {

    /** Not in UTF-8, and with lines as on Windows: what is kept is kept to the byte. */
    static final byte[] MINE = "class Gather {} // caf\u00e9\r\n".getBytes(StandardCharsets.ISO_8859_1);
    static final byte[] SHIPPED = "class Gather {}\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path root;

    Exercise exercise;
    Path gather;
    Kept kept;

    @BeforeEach
    void write() throws IOException {
        exercise = new Exercise(root, "04-gather");
        gather = exercise.folder().resolve("src/main/java/structured/gather/Gather.java");
        Files.createDirectories(gather.getParent());
        Files.write(gather, MINE);
        kept = new Kept(exercise, root.resolve("kept"));
    }

    /** Brings back the last version. */
    void undo() throws IOException {
        kept.replaceWith(kept.filesOf(kept.latest().orElseThrow()));
    }
}
