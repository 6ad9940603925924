package structured.coach.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("a learner's text on its way to a terminal")
class HarmlessTest {

    @ParameterizedTest(name = "{1}")
    @DisplayName("shows a sign for each character that would do something")
    @CsvSource(delimiter = '|', textBlock = """
            '\u001b[2J\u001b(0' | '^[[2J^[(0'
            '\u001b[31mred' | '^[[31mred'
            '\u0007\u0008x\u007f' | '^G^Hx^?'
            '\u009b2J' | '<U+009B>2J'
            'a\rb' | 'a^Mb'
            'a\u202eb' | 'a<U+202E>b'
            'a\u2028b' | 'a<U+2028>b'
            'a\uffffb' | 'a<U+FFFF>b'
            """)
    void signs(String text, String shown) {
        assertThat(Harmless.line(text)).isEqualTo(shown);
    }

    @Test
    @DisplayName("is left as it is where it is text in any language, emoji too")
    void text() {
        for (var text : new String[] {"plain", "caf\u00e9 e\u0301", "\u65e5\u672c\u8a9e", "\ud83d\udc69\u200d\ud83d\udcbb", "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"}) {
            assertThat(Harmless.line(text)).isEqualTo(text);
        }
        assertThat(Harmless.line("a\tb")).as("tabs up to the next stop").isEqualTo("a       b");
    }

    @Test
    @DisplayName("has no character left that is harmful, whichever it was")
    void all() {
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT).filter(Harmless::isHarmful).forEach(character ->
                assertThat(Harmless.line("a" + Character.toString(character)).codePoints()).noneMatch(Harmless::isHarmful));
    }

    @Test
    @DisplayName("is as wide as a terminal makes it, and cut by that, never within a character")
    void width() {
        assertThat(Harmless.width("e\u0301\u65e5\033[31m!\033[0m")).isEqualTo(4);
        assertThat(Harmless.cut("\u65e5\u672c\u8a9e\u65e5\u672c", 8)).isEqualTo("\u65e5\u672c...");
        assertThat(Harmless.fitted("\u65e5\u672c\u8a9e", 5)).isEqualTo("\u65e5\u672c ");
        assertThat(Harmless.head("\ud83d\udc69\ud83d\udc69", 3)).isEqualTo("\ud83d\udc69");
    }

    @Test
    @DisplayName("can't hide any number of marks in one column")
    void marks() {
        assertThat(Harmless.width(Harmless.line("a" + "\u0301".repeat(1000)))).isGreaterThan(800);
    }

    @Test
    @DisplayName("of whatever kind is stopped by the gate; lines, tabs and our own colours go through")
    void gate() {
        var written = new ByteArrayOutputStream();
        var gate = new Gate(new PrintStream(written, true, StandardCharsets.UTF_8));
        gate.println("\033[31mred\033[0m\t\033[2J");
        gate.printf("%s %s%n", "\u009b", "\033]0;title\007");
        gate.print('\033');
        gate.print(new char[] {'\b'});
        gate.append("\033c").println(new StringBuilder("\033[H"));
        var writer = Gate.writer(gate);
        writer.println("\033[1m\033[K");
        assertThat(written.toString(StandardCharsets.UTF_8).replace("\r\n", "\n")).isEqualTo(
                "\033[31mred\033[0m\t^[[2J\n<U+009B> ^[]0;title^G\n^[^H^[c^[[H\n\033[1m^[[K\n");
    }

    @Test
    @DisplayName("counts a tab up to where it stops")
    void tabs() {
        assertThat(Harmless.width("\tat x")).isEqualTo(12);
        assertThat(Harmless.width("1234567\tx")).isEqualTo(9);
        assertThat(Harmless.cut("\t" + "x".repeat(40), 20)).isEqualTo("\t" + "x".repeat(9) + "...");
        assertThat(Harmless.head("\u65e5\tx", 8)).isEqualTo("\u65e5\t");
    }
}
