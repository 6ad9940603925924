package structured.coach.verify.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("the check of links")
class LinksTest {

    private static final String SETUP = """
            # Setting up
            ## No JDK 21
            ## No JDK 21
            ## `mvn: command not found`
            ## What's *new*, and (almost) free?
            ## A simulação não começou
            ## `Could not … from/to central (…)`
            <a id="by-hand"></a>
            """;

    @TempDir
    private Path folder;

    private SmallSite small;

    @BeforeEach
    void write() throws Exception {
        small = new SmallSite(folder).with("docs/setup.md", SETUP).with("modules/04-gather/Gather.java", "one\ntwo\n");
    }

    @ParameterizedTest
    @DisplayName("takes what leads somewhere, with anchors as GitHub makes them")
    @ValueSource(strings = {"[x](docs/setup.md)", "[x](docs)", "[x](modules/04-gather/)", "[x](docs/setup.md#no-jdk-21)",
        "[x](docs/setup.md#no-jdk-21-1)", "[x](docs/setup.md#mvn-command-not-found)", "[x](docs/setup.md#whats-new-and-almost-free)",
        "[x](docs/setup.md#a-simula%C3%A7%C3%A3o-n%C3%A3o-come%C3%A7ou)", "[x](docs/setup.md#a-simulação-não-começou)",
        "[x](docs/setup.md#could-not--fromto-central-)", "[x](docs/setup.md#by-hand)", "[x][y]\n\n[y]: docs/setup.md", "[y]\n\n[y]: docs/setup.md",
        "<a href=\"docs/setup.md#setting-up\">x</a>", "[x](modules/04-gather/Gather.java#L2)", "[x](https://openjdk.org/jeps/453)",
        "<https://openjdk.org>", "`[x](nowhere.md)`", "```\n[x](nowhere.md)\n```", "`int[5][6]`"})
    void right(String markdown) throws Exception {
        assertThat(flaws(markdown)).isEmpty();
    }

    @ParameterizedTest
    @DisplayName("says in which line a link leads nowhere, and why")
    @CsvSource(delimiter = '@', value = {
        "[x](docs/set-up.md) @ there is no docs/set-up.md",
        "[x](docs/Setup.md) @ there is no docs/Setup.md",
        "[x](../elsewhere.md) @ there is no ../elsewhere.md",
        "![x](docs/images/04.svg) @ there is no docs/images/04.svg",
        "<img src=\"docs/images/04.svg\" alt=\"x\"> @ there is no docs/images/04.svg",
        "| [x](nowhere.md) | @ there is no nowhere.md",
        "[x](docs/setup.md#no-jdk-22) @ has the anchor #no-jdk-22",
        "[x](docs/setup.md#no-jdk-21-2) @ has the anchor #no-jdk-21-2",
        "[x](#steps) @ no heading of README.md has the anchor #steps",
        "[x](modules/04-gather/Gather.java#L3) @ has no #L3",
        "[x][y] @ [x][y] is no link: nothing defines it",
        "[y]: nowhere.md @ there is no nowhere.md",
        "[x](/docs/setup.md) @ seen from this page's folder",
        "[x](https:openjdk.org) @ names no host",
        "[x](file:///etc/hosts) @ none that readers can follow",
        "[x](<docs/set up.md>) @ is no address"})
    void wrong(String markdown, String why) throws Exception {
        assertThat(flaws("\n\n" + markdown)).singleElement().satisfies(flaw -> {
            assertThat(flaw.toString()).contains(why);
            assertThat(flaw.file()).isEqualTo("README.md");
            assertThat(flaw.line()).isEqualTo(3);
        });
    }

    @Test
    @DisplayName("misses a picture that no page shows, and one that docs/images/make doesn't make")
    void pictures() throws Exception {
        small.with("docs/images/make", "# badge.png was drawn by hand\nfor m in 01 02; do\npicture pitfall-pinned 04\n");
        for (var picture : List.of("01.svg", "pitfall-pinned.svg", "badge.png", "02.svg", "pinned.svg")) {
            small.with("docs/images/" + picture, "");
        }
        assertThat(flaws("![](docs/images/01.svg) ![](docs/images/pitfall-pinned.svg) ![](docs/images/badge.png) ![](docs/images/pinned.svg)"))
                .extracting(flaw -> flaw.file() + ": " + flaw.what()).containsExactly("docs/images/02.svg: no page shows this picture",
                        "docs/images/pinned.svg: docs/images/make doesn't make this picture");
    }

    private List<Flaw> flaws(String readme) throws IOException, InterruptedException {
        return Links.check(small.with("README.md", readme).site()).flaws();
    }
}
