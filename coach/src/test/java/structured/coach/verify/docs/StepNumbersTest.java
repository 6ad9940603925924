package structured.coach.verify.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("the check of steps")
class StepNumbersTest {

    private static final String EXERCISE = "modules/04-gather/";
    private static final String STUB = EXERCISE + "src/main/java/structured/gather/Gather.java";
    private static final String TEST = EXERCISE + "src/test/java/structured/gather/GatherTest.java";

    @TempDir
    private Path folder;

    private SmallSite small;

    @BeforeEach
    void write() throws Exception {
        small = new SmallSite(folder).with(EXERCISE + "pom.xml", "")
                .with(STUB, "// TODO step 1: fork `all` tasks\n// TODO step 2: join\n")
                .with(TEST, "@Tag(\"step-1\") void a();\n@Tag(\"step-2\") void b();\n@Tag(\"step-2\") void c();\n")
                .with(EXERCISE + "README.md", "## StepNumbers\n### Step 1: fork `all` tasks\n### Step 2: join\n")
                .with(EXERCISE + "hints.md", "## Step 1\n### Hint 1\n## Step 2\n### Hint 1\n");
    }

    @Test
    @DisplayName("is content when lesson, TODOs, hints and tests agree")
    void right() throws Exception {
        small.with(EXERCISE + "README.md", "### Step 1: fork all tasks\n### Step 2: join\n").with(STUB, "// TODO step 1: fork all tasks\n// TODO step 2: join\n");
        assertThat(flaws()).isEmpty();
    }

    @Test
    @DisplayName("takes a class's name for the title of its step, and any title where a step is done in several places")
    void titles() throws Exception {
        small.with(STUB, "// TODO step 1: fork all tasks\n").with(EXERCISE + "src/main/java/Other.java", "// TODO step 2: a\n// TODO step 2: b\n")
                .with(EXERCISE + "README.md", "### Step 1: Gather\n### Step 2: both a and b\n");
        assertThat(flaws()).isEmpty();
    }

    @Test
    @DisplayName("says which step is called otherwise in the lesson")
    void otherTitle() throws Exception {
        small.with(EXERCISE + "README.md", "## StepNumbers\n### Step 1: fork `all` tasks\n### Step 2: join them\n");
        assertThat(flaws()).anySatisfy(flaw -> {
            assertThat(flaw.what()).isEqualTo("step 2 is called otherwise than in %s, line 2, which says: join".formatted(STUB));
            assertThat(flaw.line()).isEqualTo(3);
        });
    }

    @Test
    @DisplayName("says where a step is missing or too many: in the lesson, the hints, the tests")
    void numbers() throws Exception {
        small.with(EXERCISE + "hints.md", "## Step 1\n").with(TEST, "@Tag(\"step-1\") @Tag(\"step-2\") @Tag(\"step-3\")")
                .with(EXERCISE + "README.md", "### Step 1: fork `all` tasks\n### Step 2: join\n### Step 4: return\n");
        assertThat(flaws()).extracting(flaw -> flaw.file() + ":" + flaw.line() + " " + flaw.what()).contains(
                EXERCISE + "hints.md:1 the TODOs have steps [1, 2]; here are [1]",
                TEST + ":1 the TODOs have steps [1, 2]; here are [1, 2, 3]",
                EXERCISE + "README.md:3 the TODOs have steps [1, 2]; here are [1, 2, 4]");
    }

    private List<Flaw> flaws() throws IOException, InterruptedException {
        return StepNumbers.check(small.site()).flaws();
    }
}
