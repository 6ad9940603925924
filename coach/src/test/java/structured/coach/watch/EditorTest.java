package structured.coach.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("a learner's editor")
class EditorTest {

    private static final Path FILE = Path.of("/a 'b' \"c\" $(d)/Gather.java");

    @ParameterizedTest(name = "{0}")
    @DisplayName("is told the line in its own way, and a file of any name in one word")
    @CsvSource(delimiter = '|', textBlock = """
            vim | vim,+7,FILE | true
            nvim -R | nvim,-R,+7,FILE | true
            /usr/bin/nano | /usr/bin/nano,+7,FILE | true
            emacsclient -t | emacsclient,-t,+7,FILE | true
            emacsclient | emacsclient,+7,FILE | false
            code --wait | code,--wait,-g,FILE:7 | false
            idea | idea,--line,7,FILE | false
            subl | subl,FILE:7 | false
            hx | hx,FILE:7 | true
            unheard-of | unheard-of,FILE | true
            '"my editor" -at {line} {file}' | my editor,-at,7,FILE | true
            'a\\ b --at={file}:{line}' | a b,--at=FILE:7 | true
            """)
    void line(String said, String command, boolean takesTheTerminal) {
        var editor = Editor.of(null, Map.of("VISUAL", said), name -> false).orElseThrow();
        assertThat(editor.command(FILE, 7)).isEqualTo(List.of(command.replace("FILE", FILE.toString()).split(",")));
        assertThat(editor.takesTheTerminal()).isEqualTo(takesTheTerminal);
    }

    @Test
    @DisplayName("is the one that is asked for, or VISUAL's, or EDITOR's, or one that is installed")
    void which() {
        var both = Map.of("VISUAL", "one", "EDITOR", "two");
        assertThat(Editor.of("zero {file}", both, name -> true).orElseThrow().name()).isEqualTo("zero");
        assertThat(Editor.of(null, both, name -> true).orElseThrow().name()).isEqualTo("one");
        assertThat(Editor.of(null, Map.of("VISUAL", " ", "EDITOR", "two"), name -> true).orElseThrow().name()).isEqualTo("two");
        assertThat(Editor.of(null, Map.of(), name -> true).orElseThrow().name()).isEqualTo("code");
        assertThat(Editor.of(null, Map.of(), "idea"::equals).orElseThrow().name()).isEqualTo("idea");
        assertThat(Editor.of(null, Map.of(), name -> false)).isEmpty();
    }

    @Test
    @DisplayName("that can't be asked for like that is told why")
    void problems() {
        assertThat(Editor.problem("vim +{line} {file}")).isEmpty();
        assertThat(Editor.problem("vim 'x {file}").orElseThrow()).contains("quotation mark");
        assertThat(Editor.problem("  ").orElseThrow()).contains("such as");
        assertThat(Editor.problem("vim {line}").orElseThrow()).contains("where the file's name goes");
    }
}
