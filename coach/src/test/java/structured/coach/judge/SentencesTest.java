package structured.coach.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import structured.coach.verdict.Problem;

@DisplayName("the coach's sentence")
class SentencesTest {

    private static String ofTests(String message) {
        return Sentences.ofProblems(List.of(new Problem("/t/modules/04-gather/src/test/java/GatherTest.java", true, 34, "{", message)));
    }

    @ParameterizedTest
    @DisplayName("on a test that was changed says that, and doesn't look for a name that the learner has changed")
    @ValueSource(strings = {"illegal start of expression", "';' expected", "class, interface, enum, or record expected", "reached end of file while parsing",
        "not a statement", "unclosed string literal", "illegal character: '#'", "'else' without 'if'", "<identifier> expected"})
    void brokenTest(String message) {
        assertThat(ofTests(message)).contains("GatherTest.java, line 34, doesn't compile: " + message, "is not as it came", "git checkout").doesNotContain("Keep the class");
    }

    @ParameterizedTest
    @DisplayName("on a test that finds nothing to test speaks of the names that are to be kept")
    @ValueSource(strings = {"cannot find symbol\n  symbol: method gather", "method gather in class Gather cannot be applied to given types", "incompatible types: int expected by gather, String given",
        "package structured.gather does not exist", "gather(List) has private access in Gather"})
    void nothingToTest(String message) {
        assertThat(ofTests(message)).contains("doesn't find what it tests", "Keep the class, its methods and its fields");
    }

    @Test
    @DisplayName("on a byte order mark says what that is, since no editor shows it")
    void byteOrderMark() {
        assertThat(Sentences.ofProblems(List.of(new Problem("Gather.java", false, 1, "package structured.gather;", "illegal character: '\\ufeff'"))))
                .contains("begins with a byte order mark", "UTF-8 without BOM");
    }

    @Test
    @DisplayName("on a compiler that has used up all memory doesn't speak of the code, none of which has run")
    void memoryOfTheCompiler() {
        assertThat(Sentences.ofExit(3, false, null, Limits.STANDARD, "", true)).startsWith("The compiler used up all of its 384 MB of memory, before any test.");
    }
}
