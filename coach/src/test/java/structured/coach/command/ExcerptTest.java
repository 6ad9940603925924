package structured.coach.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import structured.coach.terminal.Style;
import structured.coach.tutorial.Exercise;
import structured.coach.tutorial.Sources;

@DisplayName("a line that is spoken of")
class ExcerptTest {

    @ParameterizedTest
    @DisplayName("is shown of the file that is named, also by a name that no class can have")
    @ValueSource(strings = {"Gather.java", "Gather (copy).java", "Gather.sync-conflict-20250101-120000-ABCDEFG.java", "a+b.java", "$1.java"})
    void odd(String name, @TempDir Path folder) throws Exception {
        var exercise = new Exercise(folder, "04-gather");
        Files.createDirectories(exercise.sources());
        Files.writeString(exercise.sources().resolve("ABCDEFG.java"), "other\n");
        Files.writeString(exercise.sources().resolve(name), "first\nsecond line\nthird\n");
        var style = new Style(false, true, 80);
        var expected = List.of("", "    " + name + ":2", "        1 | first", "    >   2 | second line", "        3 | third");
        assertThat(new Excerpt(Sources.of(exercise), style).of("structured.gather.Gather.gather(" + name + ":2)")).isEqualTo(expected);
        assertThat(new Excerpt(Sources.of(exercise), style).of(name + ", line 2, has a character")).isEqualTo(expected);
        assertThat(new Excerpt(Sources.of(exercise), style).of(name + " doesn't compile. Line 2: ';' expected")).isEqualTo(expected);
    }
}
