package structured.coach.tutorial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a file, or a folder of its, is a link. */
@DisplayName("a version that is put aside")
class KeptLinksTest extends KeptFiles {

    @ParameterizedTest(name = "{0}")
    @DisplayName("is what a link leads to: that is replaced, and the link stays")
    @ValueSource(strings = {"structured/gather/Gather.java", "structured/gather", "structured", "."})
    void links(String linked) throws IOException {
        var link = exercise.folder().resolve("src/main/java").resolve(linked).normalize();
        var mine = root.resolve("mine");
        Files.move(link, mine);
        Files.createSymbolicLink(link, mine);
        kept.replaceWith(Map.of(gather, SHIPPED));
        assertThat(gather).hasBinaryContent(SHIPPED);
        assertThat(link).isSymbolicLink();
        assertThat(kept.filesOf(kept.latest().orElseThrow()).get(gather)).isEqualTo(MINE);
        undo();
        assertThat(gather).hasBinaryContent(MINE);
        assertThat(link).isSymbolicLink();
    }

    @Test
    @DisplayName("has a file once that has two names by a link, and leaves the exercise with it")
    void twoNames() throws IOException {
        Files.createSymbolicLink(gather.getParent().resolveSibling("other"), gather.getParent());
        kept.replaceWith(Map.of(gather, SHIPPED));
        assertThat(gather).hasBinaryContent(SHIPPED);
        undo();
        assertThat(gather).hasBinaryContent(MINE);
    }

    @Test
    @DisplayName("is not made of what is elsewhere, and only a link leads to: that stays, and so does everything")
    void elsewhere() throws IOException {
        var project = Files.writeString(Files.createDirectory(root.resolve("project")).resolve("Project.java"), "class Project {}");
        Files.createSymbolicLink(gather.resolveSibling("project"), project.getParent());
        assertThatThrownBy(() -> kept.replaceWith(Map.of(gather, SHIPPED))).hasMessageContaining("a link leads to it");
        assertThat(project).exists();
        assertThat(gather).hasBinaryContent(MINE);
    }

    @Test
    @DisplayName("is not made where a link leads nowhere: what it leads to may only be away")
    void nowhere() throws IOException {
        Files.delete(gather);
        Files.createSymbolicLink(gather, root.resolve("away/Gather.java"));
        assertThatThrownBy(() -> kept.replaceWith(Map.of(gather, SHIPPED))).hasMessageContaining("a link that leads nowhere");
        assertThat(gather).isSymbolicLink();
    }

    @Test
    @DisplayName("is not written through a link that has the name of what is only there meanwhile")
    void draftIsALink() throws IOException {
        var precious = Files.writeString(root.resolve("precious"), "precious");
        Files.createSymbolicLink(gather.resolveSibling(".Gather.java.draft"), precious);
        kept.replaceWith(Map.of(gather, SHIPPED));
        assertThat(precious).hasContent("precious");
    }

    @Test
    @DisplayName("is whole after the death of a reset of what a link leads to, and has what was saved then")
    void killedBehindALink() throws IOException {
        var mine = Files.move(gather, Files.createDirectory(root.resolve("mine")).resolve("My.java"));
        Files.createSymbolicLink(gather, mine);
        var other = Files.writeString(gather.resolveSibling("Other.java"), "class Other {}");
        kept.replaceWith(Map.of(gather, SHIPPED, other, SHIPPED));
        undo();
        var moved = Files.move(mine, mine.resolveSibling(".My.java.reset-1.old"));
        kept.recover();
        assertThat(gather).hasBinaryContent(MINE);
        Files.writeString(moved, "class Gather {} // saved");
        kept.recover();
        undo();
        assertThat(gather).hasContent("class Gather {} // saved");
        assertThat(other).exists();
        assertThat(moved).doesNotExist();
    }
}
