package structured.coach.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("what is written")
class StyleTest {

    private static final Style PLAIN = new Style(false, false, 40);

    @Test
    @DisplayName("fills lines up to the width that there is, each after the indentation")
    void fills() {
        assertThat(PLAIN.wrap("  ", "one two three four five six seven eight nine ten")).containsExactly(
                "  one two three four five six seven", "  eight nine ten");
    }

    @Test
    @DisplayName("keeps its own lines, empty ones too, and their indentation")
    void ownLines() {
        assertThat(PLAIN.wrap(" ", "first\n\n   second that has more words than there is room for")).containsExactly(
                " first", "", "    second that has more words than", "    there is room for");
    }

    @Test
    @DisplayName("is divided where a word alone is longer than a line")
    void longWord() {
        assertThat(PLAIN.wrap("", "x".repeat(100))).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(40))
                .extracting(line -> line.replace("x", "")).containsOnly("");
        assertThat(String.join("", PLAIN.wrap("", "x".repeat(100)))).hasSize(100);
    }

    @Test
    @DisplayName("gets no indentation that would leave it no room")
    void deep() {
        assertThat(PLAIN.wrap("", " ".repeat(60) + "word")).containsExactly(" ".repeat(20) + "word");
    }

    @Test
    @DisplayName("of no words is an empty line, and of no lines is nothing")
    void nothing() {
        assertThat(PLAIN.wrap("  ", "\n")).containsExactly("");
        assertThat(PLAIN.wrap("  ", "")).isEmpty();
    }

    @Test
    @DisplayName("counts wide characters as two columns")
    void wide() {
        assertThat(PLAIN.wrap("", "漢".repeat(15) + " " + "漢".repeat(6))).containsExactly("漢".repeat(15), "漢".repeat(6));
    }

    @Test
    @DisplayName("has colours only where they are understood, and signs that can be told apart without them")
    void colours() {
        assertThat(PLAIN.good("yes") + PLAIN.bad("no") + PLAIN.unsure("--") + PLAIN.heading("of what") + PLAIN.aside("so")).isEqualTo("yesno--of whatso");
        assertThat(PLAIN.yes()).isEqualTo("ok");
        assertThat(PLAIN.no()).isEqualTo("no");
        var full = new Style(true, true, 80);
        assertThat(full.yes()).isEqualTo("\033[32m✔\033[0m");
        assertThat(full.no()).isEqualTo("\033[31m✘\033[0m");
    }

    @Test
    @DisplayName("is cut at the width, and that is seen")
    void cut() {
        assertThat(PLAIN.cut("y".repeat(50), 10)).hasSize(30).startsWith("yyyyyyyy").doesNotEndWith("y");
        assertThat(PLAIN.cut("short", 10)).isEqualTo("short");
    }

    @Test
    @DisplayName("is written for at least 40 columns, and for no more than 120; but code for all that there are")
    void widths() {
        assertThat(new Style(false, false, 0).width()).isEqualTo(40);
        assertThat(new Style(false, false, 0).columns()).isEqualTo(40);
        assertThat(new Style(false, false, 5000).width()).isEqualTo(120);
        assertThat(new Style(false, false, 5000).columns()).isEqualTo(5000);
        assertThat(new Style(false, false, 200).cutCode("y".repeat(190), 10)).hasSize(190);
        assertThat(new Style(false, false, 200).cutCode("y".repeat(191), 10)).hasSize(190).endsWith("y...");
    }
}
