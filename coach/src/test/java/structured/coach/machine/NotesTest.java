package structured.coach.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What is remembered from one run to the next")
class NotesTest {

    @TempDir
    private Path folder;

    @Test
    @DisplayName("is what was kept last, in a folder that need not be there before")
    void kept() throws Exception {
        var notes = new Notes(folder.resolve("state/notes.properties"));
        assertThat(notes.all()).isEmpty();
        for (var word : new String[] {"first", "second"}) {
            var all = new Properties();
            all.setProperty("said by " + word, "ação = " + word);
            notes.keep(all);
        }
        assertThat(new Notes(notes.file()).all()).containsOnlyKeys("said by second").containsValue("ação = second");
    }

    @Test
    @DisplayName("is nothing where somebody has spoilt the file, or it is none: not what stands before the spoilt line, either")
    void spoilt() throws Exception {
        var file = folder.resolve("notes.properties");
        Files.writeString(file, "before=1\nspoilt=\\u12\nafter=2\n");
        assertThat(new Notes(file).all()).isEmpty();
        assertThat(new Notes(folder).all()).isEmpty();
    }
}
