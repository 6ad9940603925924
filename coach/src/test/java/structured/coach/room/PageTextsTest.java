package structured.coach.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import structured.coach.verdict.Verdict.Status;
import structured.coach.words.Language;
import structured.coach.words.Wording;

@DisplayName("what the board's pages say")
class PageTextsTest {

    private static final Path PAGES = Path.of("src/main/resources/structured/coach/room");
    private static final Pattern VALUE = Pattern.compile("%\\d");

    @Test
    @DisplayName("is said in every language, with the same values: no text is missing in one, and none has been left behind there")
    void inEveryLanguage() {
        var first = Wording.read(PageTexts.class, "texts.properties").orElseThrow();
        for (var language : Language.all()) {
            var theirs = Wording.read(PageTexts.class, language.nameOf("texts.properties")).orElseThrow();
            assertThat(theirs.keySet()).as(language.tag()).isEqualTo(first.keySet());
            theirs.keySet().forEach(key -> assertThat(values(theirs.getString(key))).as(key).isEqualTo(values(first.getString(key))));
        }
    }

    private static List<String> values(String text) {
        return VALUE.matcher(text).results().map(MatchResult::group).sorted().toList();
    }

    @Test
    @DisplayName("is on a page, and what a page asks for is there: of each standing and each verdict, too")
    void used() throws Exception {
        var pages = Files.readString(PAGES.resolve("board.html")) + Files.readString(PAGES.resolve("room.html")) + Files.readString(PAGES.resolve("board.js"));
        var texts = PageTexts.all().get(Language.all().getFirst().tag()).keySet();
        assertThat(texts).allMatch(key -> Pattern.compile("[\"'.]" + Pattern.quote(key.replaceFirst("(standing|verdict)\\..*", "$1.")) + "(?!\\w)").matcher(pages).find());
        Pattern.compile("data-text=\"(\\w+)\"|texts\\.(?!js\\b)(\\w+)|say\\('([\\w.]+)'").matcher(pages).results()
                .forEach(asked -> assertThat(texts).contains(asked.group(1) != null ? asked.group(1) : asked.group(2) != null ? asked.group(2) : asked.group(3)));
        assertThat(List.of(Standing.values())).allMatch(standing -> texts.contains("standing." + standing));
        assertThat(List.of(Status.values())).allMatch(status -> texts.contains("verdict." + status.name().charAt(0)));
    }

    @Test
    @DisplayName("comes to the page as a script with each language by its tag, as that calls itself")
    void script() {
        assertThat(new String(PageTexts.script(), StandardCharsets.UTF_8)).startsWith("const TEXTS = {\"en\":{").contains("\"pt-BR\":{", "\"name\":\"Português\"", "vereditos")
                .doesNotContain("veredicto");
    }
}
