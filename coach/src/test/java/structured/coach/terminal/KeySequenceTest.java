package structured.coach.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("what a key sends that begins with an escape")
class KeySequenceTest {

    @ParameterizedTest(name = "ESC {0}")
    @DisplayName("is whole with its last character, and not before")
    @ValueSource(strings = {"[A", "OB", "[5~", "[1;5C", "[15~", "[[A", "n", "\033[B", "[?1;2c", "[>41;354;0c", "[12;40R", "[?2026;2$y", "]11;rgb:0000/0000/0000\033\\",
        "]11;rgb:0000/0000/0000\007", "P1+r436f=323536\033\\"})
    void whole(String rest) {
        for (int i = 0; i < rest.length(); i++) {
            assertThat(KeySequence.isWhole("\033" + rest.substring(0, i))).as("%d characters of it", i).isFalse();
        }
        assertThat(KeySequence.isWhole("\033" + rest)).isTrue();
    }
}
