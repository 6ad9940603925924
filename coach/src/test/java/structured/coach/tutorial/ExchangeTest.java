package structured.coach.tutorial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("an exchange of files")
class ExchangeTest {

    private static final byte[] NEW = "new".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    @Test
    @DisplayName("goes back if one of them can't be replaced when others are already")
    void halfWay() throws IOException {
        var first = Files.writeString(folder.resolve("First.java"), "first");
        var second = Files.writeString(folder.resolve("Second.java"), "second");
        var exchange = new Exchange();
        exchange.prepare(first, NEW, Optional.empty());
        exchange.prepare(second, NEW, Optional.empty());
        try (var files = Files.list(folder)) {
            // What is to come to the second place is gone when it is wanted.
            Files.delete(files.filter(file -> file.getFileName().toString().matches("\\.Second.*draft")).findFirst().orElseThrow());
        }
        assertThatThrownBy(exchange::perform).isInstanceOf(IOException.class);
        assertThat(first).hasContent("first");
        assertThat(second).hasContent("second");
        exchange.tidyUp();
        try (var files = Files.list(folder)) {
            assertThat(files).as("what is left of it").containsExactlyInAnyOrder(first, second);
        }
    }

    @Test
    @DisplayName("never puts a file over one that is there")
    void neverOver() throws IOException {
        var from = Files.writeString(folder.resolve("from"), "from");
        var saved = Files.writeString(folder.resolve("saved"), "saved");
        assertThatThrownBy(() -> Exchange.move(from, saved)).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(saved).hasContent("saved");
        assertThat(from).hasContent("from");
    }
}
