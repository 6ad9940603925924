package structured.coach.verify.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import structured.coach.tutorial.Kinds;
import structured.coach.tutorial.Tutorial;

@DisplayName("the page of all pitfalls")
class PitfallsPageTest {

    private static final String PITFALL = "solutions/04-gather/pitfalls/an-hour/Gather.java";

    @TempDir
    private Path folder;

    private SmallSite site;

    @BeforeEach
    void pitfalls() throws Exception {
        site = SmallSite.inTwoLanguages(folder).with("modules/04-gather/pom.xml", "<project/>")
                .with(Kinds.FILE, "late.title=Comes late: by an hour\nlate.promise=It comes in time.\nlate.question=When does it come?\n")
                .with(PITFALL, "// Pitfall: comes late, as x < y * 2,\n//     by an hour.\n// Why: it is far.\n// Kind: late\n// Caught by: it comes in time\nclass Gather {}\n")
                .with("docs/pitfalls-seen.md", "# Seen\n");
    }

    @Test
    @DisplayName("has each pitfall under its kind, with its sentence, its test and the question, and links that lead there")
    void list() throws Exception {
        assertThat(PitfallsPage.rewrite(new Tutorial(folder))).as("whether it was written").isTrue();
        assertThat(Files.readString(folder.resolve(PitfallsPage.FILE))).contains("1 wrong answers", "- [Comes late: by an hour](#comes-late-by-an-hour): 1",
                "## Comes late: by an hour\n\nBroken is: It comes in time.\n\n**Ask.** When does it come?",
                "| 04 [an-hour](../solutions/04-gather/pitfalls/an-hour) | comes late, as x \\< y \\* 2, by an hour. | it comes in time |");
        assertThat(PitfallsPage.check(site.site()).flaws()).isEmpty();
        assertThat(Links.check(site.site()).flaws()).isEmpty();
        assertThat(PitfallsPage.rewrite(new Tutorial(folder))).as("whether it was written again").isFalse();
    }

    @Test
    @DisplayName("is stale when a pitfall says something else, and the flaw names the command that makes it again")
    void stale() throws Exception {
        PitfallsPage.rewrite(new Tutorial(folder));
        site.with(PITFALL, "// Pitfall: comes early.\n// Kind: late\n// Caught by: it comes in time\n");
        assertThat(PitfallsPage.check(site.site()).flaws()).extracting(Flaw::file).containsExactly("docs/pitfalls.md", "docs/pitfalls.pt-BR.md");
        assertThat(PitfallsPage.check(site.site()).flaws()).allSatisfy(flaw -> {
            assertThat(flaw.line()).isGreaterThan(20);
            assertThat(flaw.remedy()).contains("./workshop verify --rewrite");
        });
    }

    @Test
    @DisplayName("is there in each language, of what is translated, with tests by the sentences that they have there")
    void inEachLanguage() throws Exception {
        site.with("solutions/kinds.pt-BR.properties", "late.title=Chega tarde, \u00e0s vezes\n").with("solutions/04-gather/answers.pt-BR.txt", "comes late, as x < y * 2, by an hour.\n  chega tarde.\n")
                .with("modules/04-gather/src/test/java/structured/gather/GatherTest.java", "@Test @DisplayName(\"it comes in time\") void time() {}")
                .with("modules/04-gather/tests.pt-BR.properties", "GatherTest.time=chega a tempo\n");
        PitfallsPage.rewrite(new Tutorial(folder));
        assertThat(Files.readString(folder.resolve("docs/pitfalls.pt-BR.md"))).contains("1 respostas erradas", "- [Chega tarde, \u00e0s vezes](#chega-tarde-\u00e0s-vezes): 1",
                "O que quebra: It comes in time.", "| 04 [an-hour](../solutions/04-gather/pitfalls/an-hour) | chega tarde. | chega a tempo |");
        assertThat(Links.check(site.site()).flaws()).isEmpty();
    }

    @Test
    @DisplayName("is missed where it isn't")
    void missing() throws Exception {
        assertThat(PitfallsPage.check(site.site()).flaws()).hasSize(2).allSatisfy(flaw -> assertThat(flaw.line()).isEqualTo(1));
    }
}
