package structured.coach.verify.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import structured.coach.tutorial.Tutorial;

@DisplayName("verify --translated")
class TranslatedTest {

    private static final String FILE = "docs/translated.pt-BR.txt";
    private static final String PAGE = "[Português](%1$s.pt-BR.md)\n\nWait for all.\n\nThen ask.\n";
    private static final String PAGINA = "[English](%1$s.md)\n\nEspere por todas.\n\nDepois pergunte.\n";

    @TempDir
    private Path folder;

    private SmallSite small;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @BeforeEach
    void write() throws Exception {
        small = SmallSite.inTwoLanguages(folder);
        for (var name : List.of("one", "two")) {
            small.with("docs/" + name + ".md", PAGE.formatted(name)).with("docs/" + name + ".pt-BR.md", PAGINA.formatted(name));
        }
    }

    @Test
    @DisplayName("writes down all pages, so that nothing is old, and a second time says that all was right")
    void all() throws Exception {
        assertThat(run()).isTrue();
        assertThat(said()).isEqualTo("docs/one.md, for the first time\ndocs/two.md, for the first time\n%s was written again.\n".formatted(FILE));
        assertThat(flaws()).isEmpty();
        assertThat(run()).isTrue();
        assertThat(said()).isEqualTo(FILE + " was right already.\n");
    }

    @Test
    @DisplayName("writes down one page, by its name in either language, says what has changed in it, and leaves the others as old as they are")
    void one() throws Exception {
        run();
        said();
        small.with("docs/one.md", PAGE.formatted("one").replace("ask", "ask each")).with("docs/two.md", PAGE.formatted("two").replace("all", "one"));
        assertThat(run("./docs/one.pt-BR.md")).isTrue();
        assertThat(said()).isEqualTo("docs/one.md:5: Then ask each.\n%s was written again.\n".formatted(FILE));
        assertThat(flaws()).containsExactly("docs/two.pt-BR.md is older than line 3 of docs/two.md: Wait for one.");
    }

    @Test
    @DisplayName("doesn't write down a page that lacks something of its source, says what, and writes down the others")
    void differing() throws Exception {
        small.with("docs/one.md", PAGE.formatted("one") + "\n## More\n");
        assertThat(run()).isFalse();
        assertThat(said()).startsWith("docs/one.md stays as it was written down, since the two differ:\n")
                .contains("docs/one.pt-BR.md:1: lacks what docs/one.md has in line 7: heading ##", "docs/two.md, for the first time");
        assertThat(flaws()).contains("docs/one.pt-BR.md nobody has said yet that it was compared with docs/one.md").noneMatch(flaw -> flaw.startsWith("docs/two"));
    }

    @Test
    @DisplayName("refuses a page that isn't there in two languages, and writes nothing")
    void unknown() throws Exception {
        assertThatThrownBy(() -> run("docs/one.md", "docs/three.md")).isInstanceOf(Translated.Refused.class)
                .hasMessageStartingWith("No docs/three.md is there in two languages.");
        assertThat(folder.resolve(FILE)).doesNotExist();
    }

    @Test
    @DisplayName("refuses single pages where a merge has left lines in the file, and makes it whole with all of them")
    void merged() throws Exception {
        run();
        var whole = Files.readString(folder.resolve(FILE));
        small.with(FILE, whole.replace("docs/two.md\n", "<<<<<<< HEAD\ndocs/two.md\n=======\n  00000000\n>>>>>>> other\n"));
        assertThatThrownBy(() -> run("docs/one.md")).isInstanceOf(Translated.Refused.class).hasMessageContaining("did a merge leave it?");
        said();
        assertThat(run()).isTrue();
        assertThat(said()).isEqualTo(FILE + " was written again.\n");
        assertThat(folder.resolve(FILE)).hasContent(whole);
    }

    @Test
    @DisplayName("says where something is gone from a source since it was written down")
    void less() throws Exception {
        run();
        said();
        small.with("docs/one.md", PAGE.formatted("one").replace("\nThen ask.\n", ""));
        run("docs/one.md");
        assertThat(said()).isEqualTo("docs/one.md:3: what was below this is gone\n%s was written again.\n".formatted(FILE));
    }

    @Test
    @DisplayName("forgets a page that is gone")
    void gone() throws Exception {
        run();
        Files.delete(folder.resolve("docs/two.md"));
        Files.delete(folder.resolve("docs/two.pt-BR.md"));
        run("docs/one.md");
        assertThat(Files.readString(folder.resolve(FILE))).contains("docs/one.md").doesNotContain("docs/two.md");
    }

    private boolean run(String... pages) throws Exception {
        return Translated.write(new Tutorial(folder), List.of(pages), SmallSite.NO_COMMANDS, new PrintStream(out, true, StandardCharsets.UTF_8));
    }

    private String said() {
        var said = out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
        out.reset();
        return said;
    }

    private List<String> flaws() throws Exception {
        return Translations.check(small.site(), SmallSite.NO_COMMANDS).flaws().stream().map(flaw -> flaw.file() + " " + flaw.what()).toList();
    }
}
