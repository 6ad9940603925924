package structured.coach.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import structured.coach.TutorialCopy;
import structured.coach.tutorial.Exercise;
import structured.coach.tutorial.Sources;
import structured.coach.verdict.Verdict.Status;

@DisplayName("the coach leaves to Maven what only Maven can judge:")
class MavenOnlyTest {

    @TempDir
    private Path folder;

    private Exercise exercise;
    private Path pom;

    @BeforeEach
    void copy() throws IOException {
        exercise = new Exercise(folder.toRealPath(), "04-gather");
        pom = exercise.folder().resolve("pom.xml");
        Files.createDirectories(exercise.sources());
        Files.copy(new Exercise(TutorialCopy.ORIGINAL, "04-gather").folder().resolve("pom.xml"), pom);
    }

    private Optional<String> reason() throws IOException {
        return MavenOnly.reason(Sources.of(exercise));
    }

    @Test
    @DisplayName("a POM with more in it than the parent's")
    void pom() throws Exception {
        var text = Files.readString(pom);
        assertThat(reason()).isEmpty();
        Files.writeString(pom, text.replace("</name>", "</name><!-- no <dependencies> -->"));
        assertThat(reason()).isEmpty();
        Files.writeString(pom, text.replace("</name>", "</name><dependencies></dependencies>"));
        assertThat(reason()).hasValueSatisfying(why -> assertThat(why).contains("has <dependencies>, and the coach reads no POMs. "
                + "Its verdict might be another one than Maven's. Take that out, or ask Maven: mvn test -pl 04-gather"));
        Files.writeString(exercise.folder().getParent().resolve("pom.xml"), "<project><build/></project>");
        Files.writeString(pom, text);
        assertThat(reason()).as("in the POM above").isPresent();
    }

    @Test
    @DisplayName("a module-info")
    void moduleInfo() throws Exception {
        Files.writeString(exercise.sources().resolve("module-info.java"), "module gather {}");
        assertThat(reason()).hasValueSatisfying(why -> assertThat(why).contains("module-info.java makes a module of the exercise"));
    }

    @Test
    @DisplayName("then that is the verdict, and no worker is started for it")
    void verdict() throws Exception {
        Files.writeString(exercise.sources().resolve("module-info.java"), "module gather {}");
        try (var judge = new Judge(Limits.STANDARD)) {
            assertThat(judge.judge(Sources.of(exercise)).verdict().status()).isEqualTo(Status.UNJUDGED);
            assertThat(judge.isWarm()).isFalse();
        }
    }
}
