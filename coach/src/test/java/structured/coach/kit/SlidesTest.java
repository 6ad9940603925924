package structured.coach.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("the slides of a kit")
class SlidesTest {

    @TempDir
    private Path folder;

    private Path slides;
    private KitFolder kit;

    @BeforeEach
    void write() throws Exception {
        slides = Files.createDirectories(folder.resolve("tutorial/docs/slides"));
        kit = KitFolder.toBeFilled(folder.resolve("kit"), folder.resolve("tutorial"));
        at("slides.md", 1);
        at("slides.pt-BR.md", 1);
        at("README.md", 1);
    }

    private void at(String name, int second) throws Exception {
        Files.setLastModifiedTime(Files.writeString(slides.resolve(name), name), FileTime.fromMillis(second * 1000L));
    }

    @Test
    @DisplayName("are those of each language, and may be there when the kit is made again")
    void both() throws Exception {
        at("slides.pdf", 2);
        at("slides.pt-BR.pdf", 2);
        assertThat(Slides.into(kit, folder.resolve("tutorial"))).isEmpty();
        assertThat(kit.path().resolve("slides.pdf")).hasContent("slides.pdf");
        assertThat(kit.path().resolve("slides.pt-BR.pdf")).hasContent("slides.pt-BR.pdf");
        kit.close();
        assertThat(Files.readString(kit.path().resolve(KitFolder.CHECKSUMS))).contains("slides.pdf", "slides.pt-BR.pdf");
        assertThat(KitFolder.toBeFilled(kit.path(), folder.resolve("tutorial"))).isEqualTo(kit);
    }

    @Test
    @DisplayName("are those that were built, and it is said which one wasn't, or is older than its deck")
    void some() throws Exception {
        assertThat(Slides.into(kit, folder.resolve("tutorial"))).hasValue("the slides, since slides.pdf isn't built (docs/slides/README.md)");
        at("slides.pdf", 2);
        at("slides.pt-BR.pdf", 0);
        assertThat(Slides.into(kit, folder.resolve("tutorial"))).hasValue("the slides, since slides.pt-BR.pdf is older than slides.pt-BR.md (docs/slides/README.md)");
        assertThat(kit.path()).isDirectoryContaining("glob:**/slides.pdf").isDirectoryNotContaining("glob:**/slides.pt-BR.pdf");
    }
}
