package structured.coach.verify.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import structured.coach.TutorialCopy;
import structured.coach.tutorial.Tutorial;

@DisplayName("the copy in which the documentation is checked")
class ReplicaTest {

    @TempDir
    private Path folder;

    @Test
    @Timeout(60)
    @DisplayName("has exercises as shipped, and what isn't committed yet")
    void copy() throws Exception {
        var tutorial = TutorialCopy.in(folder);
        Files.writeString(tutorial.gather(), tutorial.solution());
        Files.writeString(tutorial.root().resolve("docs/new.md"), "# New\n");
        Files.delete(tutorial.root().resolve("docs/setup.md"));
        var root = Files.createDirectory(folder.resolve("copy"));
        Replica.make(new Tutorial(tutorial.root()), root);
        var site = Site.at(root);
        assertThat(root.resolve(tutorial.root().relativize(tutorial.gather()))).content().contains("gather is not written yet");
        assertThat(site.page("docs/new.md")).isPresent();
        assertThat(site.page("docs/setup.md")).isEmpty();
    }
}
