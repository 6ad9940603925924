package structured.coach.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import structured.coach.terminal.Harmless;
import structured.coach.terminal.Style;
import structured.coach.words.Language;

/** Other languages are longer than the one that a screen was laid out in. */
@DisplayName("in sixty columns, in each language,")
class WidthsTest {

    private static final Style SIXTY = new Style(false, true, 60);

    private static Stream<Language> languages() {
        return Language.all().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("languages")
    @DisplayName("the foot's keys take one line")
    void foot(Language language) {
        var foot = Language.in(language, () -> Key.foot(List.of(""), List.of(), SIXTY, false));
        assertThat(foot).hasSize(2).allMatch(line -> Harmless.width(line) <= 60);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("languages")
    @DisplayName("what a key does is told to its end, and so are the ways on when all is green")
    void uncut(Language language) {
        var narrow = Language.in(language, () -> Stream.concat(Key.all(SIXTY, true).stream(), new TheEnd(Path.of(""), 8, List.of()).lines(SIXTY).stream()).toList());
        var wide = Language.in(language, () -> Stream.concat(Key.all(new Style(false, true, 120), true).stream(), new TheEnd(Path.of(""), 8, List.of()).lines(new Style(false, true, 120)).stream()).toList());
        assertThat(narrow).isEqualTo(wide).allMatch(line -> Harmless.width(line) <= 60);
    }
}
