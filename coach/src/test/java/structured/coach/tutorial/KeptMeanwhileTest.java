package structured.coach.tutorial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Where somebody saves, kills, or does the same, in the midst of it. */
@DisplayName("a version that is put aside")
class KeptMeanwhileTest extends KeptFiles {

    @Test
    @DisplayName("has what was saved in the midst of it, too")
    void savedMeanwhile() throws IOException {
        var later = "class Gather {} // saved".getBytes(StandardCharsets.UTF_8);
        kept.replaceWith(inTheMidst(() -> Files.write(gather, later)));
        assertThat(gather).hasBinaryContent(SHIPPED);
        assertThat(kept.filesOf(kept.latest().orElseThrow()).get(gather)).as("what comes back").isEqualTo(later);
        var editor = Files.write(gather.resolveSibling("Gather.java~"), later);
        kept.replaceWith(inTheMidst(() -> Files.move(editor, gather, StandardCopyOption.REPLACE_EXISTING)));
        assertThat(kept.filesOf(kept.latest().orElseThrow()).get(gather)).as("what comes back").isEqualTo(later);
    }

    @Test
    @DisplayName("is whole, and all is tidy, after the death of a reset at any of its steps")
    void killed() throws IOException {
        var moved = gather.resolveSibling(".Gather.java.reset-1.old");
        Files.move(gather, moved);
        Files.write(gather.resolveSibling(".Gather.java.reset-1.draft"), SHIPPED);
        Files.createDirectories(root.resolve("kept/04-gather/.2025-01-01_00-00-00.000/src"));
        kept.recover();
        assertThat(gather).hasBinaryContent(MINE);
        // Later, when the new one was in its place.
        Files.move(gather, moved);
        Files.write(gather, SHIPPED);
        kept.recover();
        assertThat(gather).hasBinaryContent(SHIPPED);
        assertThat(kept.filesOf(kept.latest().orElseThrow()).get(gather)).isEqualTo(MINE);
        try (var files = Files.list(gather.getParent()); var versions = Files.list(root.resolve("kept/04-gather"))) {
            assertThat(files).containsExactly(gather);
            assertThat(versions.filter(Files::isDirectory)).containsExactly(kept.latest().orElseThrow());
        }
    }

    @Test
    @DisplayName("is not made while another one is")
    void twoAtATime() throws IOException {
        assertThatThrownBy(() -> kept.replaceWith(inTheMidst(() -> kept.replaceWith(Map.of(gather, SHIPPED)))))
                .hasStackTraceContaining("another reset of it is at work");
        assertThat(gather).hasBinaryContent(MINE);
    }

    /** What comes after the copy, and before the rest. */
    private Map<Path, byte[]> inTheMidst(Callable<?> what) {
        return new LinkedHashMap<>(Map.of(gather, SHIPPED)) {
            @Override
            public Set<Map.Entry<Path, byte[]>> entrySet() {
                try {
                    what.call();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
                return super.entrySet();
            }
        };
    }
}
