package structured.coach.verify.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("the check of slides")
class SlidesTest {

    private static final String DECK = """
            ---
            marp: true
            ---

            # Welcome

            ---

            # 01 Hello

            ---

            # 01: your turn

            <div class="countdown" data-minutes="15" data-talk="5">15 minutes</div>

            ---

            # To take home
            """;

    private static final String GUIDE = """
            Can slide 2 ("01 Hello") be read?

            | From | Min. | What | Slides |
            |---|---|---|---|
            | 0:00 | 15 | Welcome | 1 |
            | 0:15 | 20 | **01** hello | 2–3 |
            | 0:35 | 10 | *Break* | |
            | 0:45 | 5 | What to take home | 4 |

            | From | Min. | What | Slides |
            |---|---|---|---|
            | 0:00 | 10 | **01** hello | 2 |
            """;

    @TempDir
    private Path folder;

    private List<String> flaws(String deck, String guide) throws Exception {
        return Slides.check(new SmallSite(folder).with(Slides.DECK, deck).with(WhatYouSee.GUIDE, guide).with(Slides.DECKS_README, "4 slides.").site())
                .flaws().stream().map(Flaw::what).toList();
    }

    @Test
    @DisplayName("takes a guide with a place for each slide, and a countdown of the agenda's minutes for each exercise")
    void right() throws Exception {
        assertThat(flaws(DECK, GUIDE)).isEmpty();
    }

    @Test
    @DisplayName("says which slide has no place in the first agenda, is about another exercise than its row, or isn't there")
    void numbers() throws Exception {
        assertThat(flaws(DECK, GUIDE.replace("| 4 |", "| |"))).containsExactly("the agenda has no place for slide 4, \"To take home\"");
        assertThat(flaws(DECK, GUIDE.replace("| 4 |", "| 3–4 |"))).containsExactly("slide 3 is \"01: your turn\"");
        assertThat(flaws(DECK, GUIDE.replace("| 4 |", "| 4–5 |"))).containsExactly("there are 4 slides, and not 5");
        assertThat(flaws(DECK, GUIDE.replace("10 | **01** hello | 2 |", "10 | **01** hello | 4 |"))).containsExactly("no slide from 4 to 4 is about 01");
    }

    @Test
    @DisplayName("says where a countdown and the agenda have other minutes, and where there is none")
    void minutes() throws Exception {
        assertThat(flaws(DECK.replace("15", "10"), GUIDE)).containsExactly("slide 3 has 10 minutes to write and 5 to talk, and the agenda 20 in all");
        assertThat(flaws(DECK.replace(">15 ", ">20 "), GUIDE)).containsExactly("slide 3 has a countdown of another form");
        assertThat(flaws(DECK.replace("countdown", "clock"), GUIDE)).containsExactly("01 has 0 slides with a countdown");
    }

    @Test
    @DisplayName("wants a sentence that speaks of a slide to say which one it is")
    void mentions() throws Exception {
        assertThat(flaws(DECK, GUIDE.replace("slide 2", "slide 1"))).containsExactly("slide 1 is \"Welcome\"");
        assertThat(flaws(DECK, GUIDE.replace(" (\"01 Hello\")", ""))).containsExactly("slide 2 is \"01 Hello\"");
    }

    @Test
    @DisplayName("compares a deck and the guide in another language, too")
    void otherLanguage() throws Exception {
        var small = new SmallSite(folder).with("docs/slides/slides.pt-BR.md", DECK.replace("15 minutes", "15 minutos").replace("your turn", "agora é com você"));
        var guia = GUIDE.replace("Can slide 2 (\"01 Hello\") be read?", "Dá para ler o slide 2 (\"01 Hello\")?").replace("| From | Min. | What |", "| Início | Min. | O quê |");
        assertThat(flaws(small.with("docs/workshop-guide.pt-BR.md", guia))).isEmpty();
        assertThat(flaws(small.with("docs/workshop-guide.pt-BR.md", guia.replace("| 20 |", "| 25 |").replace("slide 2", "slide 3"))))
                .containsExactly("slide 3 has 15 minutes to write and 5 to talk, and the agenda 25 in all", "slide 3 is \"01: agora é com você\"");
    }

    private static List<String> flaws(SmallSite small) throws Exception {
        return Slides.check(small.with(Slides.DECKS_README, "4 slides.").site()).flaws().stream().map(Flaw::what).toList();
    }

    @Test
    @DisplayName("counts the slides")
    void count() throws Exception {
        var more = DECK + "\n---\n\n# One more\n";
        assertThat(flaws(more, GUIDE.replace("| 4 |", "| 4–5 |"))).containsExactly("there are 5 slides, and not 4");
    }
}
