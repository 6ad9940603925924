package structured.coach.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import structured.coach.TutorialCopy;
import structured.coach.judge.Judge;
import structured.coach.judge.Limits;
import structured.coach.machine.Folders;
import structured.coach.tutorial.Exercise;
import structured.coach.tutorial.Sources;
import structured.coach.tutorial.Tutorial;
import structured.coach.verdict.Verdict.Status;
import structured.coach.verify.Check.Finding;

@DisplayName("a new exercise")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ScaffoldTest {

    @TempDir
    private Path folder;

    private Path root;
    private Exercise last;
    private Exercise next;

    /** The last exercise, and all that lists the exercises. */
    @BeforeEach
    void copy() throws IOException {
        root = folder.toRealPath();
        last = new Exercise(root, new Tutorial(TutorialCopy.ORIGINAL).exercises().getLast().name());
        next = new Exercise(root, "%02d-many-retries".formatted(Integer.parseInt(last.number()) + 1));
        for (var place : List.of("modules/" + last.name(), "solutions/%s/pom.xml".formatted(last.name()), "modules/pom.xml", "solutions/pom.xml",
                ".vscode/tasks.json", ".run/%s.run.xml".formatted(last.name()), "coach/src/main/resources/structured/coach/tutorial/shipped.txt")) {
            var original = TutorialCopy.ORIGINAL.resolve(place);
            for (var file : Files.isDirectory(original) ? Folders.filesIn(original) : List.of(original)) {
                var copy = root.resolve(TutorialCopy.ORIGINAL.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    @Test
    @DisplayName("compiles, is red at its step like any stub, and is built, run and listed where the others are")
    void isOne() throws Exception {
        new Scaffold(last, next).make();
        assertThat(new Tutorial(root).exercises()).containsExactly(last, next);
        try (var judge = new Judge(Limits.STANDARD)) {
            var verdict = judge.judge(Sources.of(next)).verdict();
            assertThat(verdict.status()).as(verdict.sentence()).isEqualTo(Status.RED);
            assertThat(verdict.tests()).allSatisfy(test -> assertThat(test.message()).contains("manyRetries is not written yet", "See step 1"));
        }
        assertThat(Twins.shared(next, List.of(last, next)).trial().with(null)).isEqualTo(Finding.TRUE);
        assertThat(Files.readString(root.resolve("modules/pom.xml"))).contains("<module>%s</module>".formatted(next.name()));
        assertThat(Files.readString(root.resolve(".run/%s.run.xml".formatted(next.name())))).contains("structured.manyretries").doesNotContain(last.name());
    }

    @Test
    @DisplayName("isn't whole before the tables and the guide name it, and its lessons have a picture")
    void mentions() throws Exception {
        new Scaffold(last, next).make();
        assertThat(Mentions.of(next).trial().with(null)).isInstanceOfSatisfying(Finding.Short.class, found -> assertThat(found.what())
                .contains("README.md has no (modules/%s/README.md)".formatted(next.name()), "README.pt-BR.md has no", "docs/workshop-guide.md has no ### " + next.number(), "docs/images/" + next.number())
                .doesNotContain("pom.xml", ".run", ".vscode"));
    }

    @Test
    @DisplayName("takes the place of nothing")
    void thereAlready() throws Exception {
        Files.createDirectories(next.folder());
        Files.writeString(next.folder().resolve("mine"), "mine");
        assertThatThrownBy(() -> new Scaffold(last, next).make()).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(Folders.filesIn(next.folder())).containsExactly(next.folder().resolve("mine"));
        assertThat(Files.readString(root.resolve("modules/pom.xml"))).doesNotContain(next.name());
    }
}
