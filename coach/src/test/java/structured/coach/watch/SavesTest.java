package structured.coach.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import structured.coach.tutorial.Exercise;

@DisplayName("a save")
class SavesTest {

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there nothing else tells of it")
    @DisplayName("is one, too, if the file has the same size and the same time as before: some drives count in two seconds, and tools set times back")
    void sameSizeAndTime(@TempDir Path folder) throws Exception {
        var exercise = new Exercise(folder, "04-gather");
        var gather = exercise.sources().resolve("Gather.java");
        Files.createDirectories(gather.getParent());
        Files.writeString(gather, "class Gather {}");
        var before = Saves.stamp(exercise);
        assertThat(Saves.stamp(exercise)).isEqualTo(before);
        var time = Files.getLastModifiedTime(gather);
        Thread.sleep(20);
        Files.writeString(gather, "class Gathec {}");
        Files.setLastModifiedTime(gather, time);
        var written = Saves.stamp(exercise);
        assertThat(written).isNotEqualTo(before);
        var other = Files.writeString(folder.resolve("other"), "class Gatheb {}");
        Files.setLastModifiedTime(other, time);
        Files.move(other, gather, StandardCopyOption.REPLACE_EXISTING);
        assertThat(Saves.stamp(exercise)).isNotEqualTo(written);
    }
}
