package structured.coach.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("a nickname")
class NicknameTest {

    @ParameterizedTest(name = "{0} is {1}")
    @DisplayName("is composed, in one line, and at most 24 code points long")
    @CsvSource({"Otter,Otter", "'  Sea   otter ','Sea otter'", "A\u0303na,\u00C3na", "José 🦦,José 🦦", "1234567890123456789012345678,123456789012345678901234",
        "'<img src=x onerror=alert(1)>','<img src=x onerror=alert'", "日本語,日本語"})
    void clean(String raw, String clean) {
        assertThat(Nickname.clean(raw)).isEqualTo(clean);
    }

    @ParameterizedTest(name = "{index}")
    @DisplayName("has no controls, nothing that turns a line round, nothing that hides, and no towers of marks")
    @ValueSource(strings = {"a\u001B[31mb", "a\u202Eb", "a\u2066b\u2069", "a\u0000b", "a\uFEFFb", "a\uD800b", "a\uE000b", "a\u200Eb", "a\u00ADb", "a\u061Cb", "a\u000Bb",
        "a\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301b", "a\u20DD\u20DD\u20DD\u20DDb"})
    void harmless(String raw) {
        var clean = Nickname.clean(raw);
        assertThat(clean).startsWith(clean.startsWith("\u00E1") ? "\u00E1" : "a").endsWith("b").doesNotContainPattern("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Co}]");
        assertThat(clean.codePointCount(0, clean.length())).isLessThanOrEqualTo(6);
    }

    @ParameterizedTest
    @DisplayName("that nobody would see is none")
    @ValueSource(strings = {"", "   ", "\u200B", "\u3164", "\u2800\u2800", "\u0301\u0301", "\u202E", "\uFFA0", "\u200D\u200D"})
    void invisible(String raw) {
        assertThat(Nickname.clean(raw)).isEmpty();
    }

    @Test
    @DisplayName("that is taken gets a number, in capitals too, and stays short enough")
    void taken() {
        var random = new Random(1);
        assertThat(Nickname.free("Otter", Set.of("Lynx"), random)).isEqualTo("Otter");
        assertThat(Nickname.free("OTTER", Set.of("Otter", "Otter 2"), random)).isEqualTo("OTTER 3");
        assertThat(Nickname.free("\uFF2Ftter", Set.of("Otter"), random)).as("in wide letters").isEqualTo("\uFF2Ftter 2");
        var longest = "123456789012345678901234";
        assertThat(Nickname.free(longest, Set.of(longest), random)).isEqualTo("1234567890123456789012 2");
    }

    @Test
    @DisplayName("that nobody has asked for is an animal, for five hundred people as well")
    void animals() {
        var taken = new HashSet<String>();
        for (int i = 0; i < 500; i++) {
            var free = Nickname.free("", taken, new Random(i));
            assertThat(taken.add(free)).as(free).isTrue();
            assertThat(free).matches("[A-Z][a-z]+( \\d+)?");
        }
    }
}
