package structured.coach.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("a link to a file")
class HyperlinkTest {

    private static final Style LINKS = new Style(true, true, 40, true);

    @Test
    @DisplayName("is written where the terminal is known to take it, and nowhere else")
    void known() {
        for (var known : List.of(Map.of("TERM", "xterm-kitty"), Map.of("TERM_PROGRAM", "vscode"), Map.of("TERM_PROGRAM", "iTerm.app"), Map.of("VTE_VERSION", "6003"),
                Map.of("WT_SESSION", "1"), Map.of("TERM", "foot"), Map.of("TERM", "dumb", "FORCE_HYPERLINK", "1"))) {
            assertThat(Hyperlink.areKnown(known)).as("%s", known).isTrue();
        }
        for (var unknown : List.of(Map.<String, String>of(), Map.of("TERM", "xterm-256color"), Map.of("TERM", "linux"), Map.of("TERM", "screen-256color", "VTE_VERSION", "6003"),
                Map.of("VTE_VERSION", "5000"), Map.of("VTE_VERSION", "4999"), Map.of("VTE_VERSION", "6003", "TMUX", "/tmp/tmux"), Map.of("VTE_VERSION", "6003", "SSH_CONNECTION", "x"),
                Map.of("TERM_PROGRAM", "vscode", "FORCE_HYPERLINK", "0"))) {
            assertThat(Hyperlink.areKnown(unknown)).as("%s", unknown).isFalse();
        }
        assertThat(new Style(true, true, 40).link("Gather.java:3", Path.of("/a/Gather.java"))).isEqualTo("Gather.java:3");
    }

    @Test
    @DisplayName("takes no column, goes through the gate, and has a file's name in letters that do nothing")
    void written() {
        var link = LINKS.link("Gather.java:3", Path.of("/a b/\u001b\\\u65e5/Gather.java"));
        assertThat(link).isEqualTo("\033]8;;file:///a%20b/%1B%5C%E6%97%A5/Gather.java\033\\Gather.java:3\033]8;;\033\\");
        assertThat(Harmless.width(link)).isEqualTo(13);
        assertThat(Gate.through(link)).isEqualTo(link);
        assertThat(LINKS.linked(List.of("Read step 1 in a/README.md."), "a/README.md", Path.of("/a/README.md")).getFirst())
                .isEqualTo("Read step 1 in \033]8;;file:///a/README.md\033\\a/README.md\033]8;;\033\\.");
    }

    @Test
    @DisplayName("to anything else than a file on this machine is stopped by the gate, and so is one in what code prints")
    void others() {
        for (var other : List.of("\033]8;;https://example.org\033\\x", "\033]8;;file://elsewhere/x\033\\x", "\033]8;;file:///a b\033\\", "\033]8;id=1;file:///x\033\\x", "\033]8;;file:///x\007x")) {
            assertThat(Gate.through(other)).startsWith("^[");
        }
        assertThat(Harmless.line("\033]8;;file:///x\033\\x")).doesNotContain("\033");
    }
}
