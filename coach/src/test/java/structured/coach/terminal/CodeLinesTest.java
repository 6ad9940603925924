package structured.coach.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("a line of code")
class CodeLinesTest {

    @Test
    @DisplayName("goes on between words where it is too long, and further right")
    void betweenWords() {
        assertThat(CodeLines.wrap("    return first(second, third);", 24)).containsExactly("    return first(second,", "        third);");
        assertThat(CodeLines.wrap("short", 24)).containsExactly("short");
    }

    @Test
    @DisplayName("goes on at a dot or behind a parenthesis where a word alone is too long, and anywhere only if that doesn't help")
    void longWords() {
        assertThat(CodeLines.wrap("  tasks.stream().map(scope::fork).toList();", 24)).containsExactly("  tasks.stream().map(", "      scope::fork)", "      .toList();");
        assertThat(CodeLines.wrap("    " + "x".repeat(60), 24)).hasSizeGreaterThan(2).allMatch(piece -> piece.length() <= 24);
    }

    @Test
    @DisplayName("loses an indentation that would leave it no room")
    void deep() {
        assertThat(CodeLines.wrap(" ".repeat(60) + "one, two, three, four", 24)).allMatch(piece -> piece.length() <= 24).first().isEqualTo(" ".repeat(12) + "one, two,");
        assertThat(CodeLines.indentation(Stream.of("    one", "", "  two"))).isEqualTo(2);
    }
}
