package structured.coach.judge.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;
import structured.coach.Mutations;
import structured.coach.TutorialCopy;
import structured.coach.machine.Incoming;
import structured.coach.machine.Remembered;
import structured.coach.verdict.Problem;

/** What was compiled, and what comes from the other process, after something else has written to it. */
@DisplayName("objects that come in")
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class SpoiltClassesTest {

    @TempDir
    private Path folder;

    @Test
    @DisplayName("from a file of compiled tests that was spoilt are none, or those that were compiled, and no others")
    void knownTests() throws IOException {
        var key = new KnownTests.Key("gather", "hash");
        new KnownTests(folder).keep(key, Map.of("structured.gather.GatherTest", new byte[] {1, 2, 3, 4}, "structured.gather.Steps", new byte[500]));
        var file = folder.resolve("gather");
        assertThat(new KnownTests(folder).find(key)).isPresent();
        Mutations.of(Files.readAllBytes(file), 400, (number, bytes) -> {
            try {
                Files.write(file, bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            new KnownTests(folder).find(key).ifPresent(classes -> {
                assertThat(classes).as("mutation " + number).hasSize(2).containsEntry("structured.gather.GatherTest", new byte[] {1, 2, 3, 4})
                        .containsEntry("structured.gather.Steps", new byte[500]);
            });
        });
    }

    @Test
    @DisplayName("from anything else than a file are none, and nobody waits for any")
    void noFile() throws Exception {
        assertThat(Remembered.in(folder, String.class)).isEmpty();
        assertThat(Remembered.in(folder.resolve("none"), String.class)).isEmpty();
        if (new ProcessBuilder("mkfifo", folder.resolve("pipe").toString()).start().waitFor() == 0) {
            assertThat(Remembered.in(folder.resolve("pipe"), String.class)).isEmpty();
        }
        Remembered.write(folder.resolve("file"), "text");
        assertThat(Remembered.in(folder.resolve("file"), String.class)).contains("text");
        assertThat(Remembered.in(folder.resolve("file"), Integer.class)).as("of another type").isEmpty();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links take a right of their own there")
    @DisplayName("are written through no link that has the name of what is only there meanwhile")
    void link() throws IOException {
        var precious = Files.writeString(folder.resolve("precious"), "precious");
        Files.createSymbolicLink(folder.resolve(".file.draft"), precious);
        assertThatThrownBy(() -> Remembered.write(folder.resolve("file"), "text")).isInstanceOf(IOException.class);
        assertThat(precious).hasContent("precious");
        Remembered.write(folder.resolve("file"), "text");
        assertThat(Remembered.in(folder.resolve("file"), String.class)).contains("text");
    }

    @Test
    @DisplayName("are the coach's own, and of no library's; none is so deep or so long that it would take all of the stack, or of the memory")
    void onlyOurs() throws Exception {
        var problem = new Problem("Gather.java", false, 1, "line", "message");
        assertThat(sent(new Answer.Problems(List.of(problem), false))).isEqualTo(new Answer.Problems(List.of(problem), false));
        assertThatThrownBy(() -> sent(new AssertionFailedError("of a library"))).isInstanceOf(InvalidClassException.class);
        Object deep = "end";
        for (int i = 0; i < 100; i++) {
            deep = new ArrayList<>(List.of(deep));
        }
        var tooDeep = (Serializable) deep;
        assertThatThrownBy(() -> sent(tooDeep)).isInstanceOf(InvalidClassException.class);
        assertThatThrownBy(() -> sent(new byte[20_000_000])).isInstanceOf(InvalidClassException.class);
    }

    private static Object sent(Serializable object) throws IOException, ClassNotFoundException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        return Incoming.objects(new ByteArrayInputStream(bytes.toByteArray())).readObject();
    }

    @Test
    @DisplayName("come in by one door")
    void oneDoor() throws IOException {
        try (var sources = Files.walk(TutorialCopy.ORIGINAL.resolve("coach/src/main/java"))) {
            assertThat(sources.filter(Files::isRegularFile).filter(SpoiltClassesTest::opensAnother).map(file -> file.getFileName().toString())).containsExactly("Incoming.java");
        }
    }

    private static boolean opensAnother(Path source) {
        try {
            return Files.readString(source).contains("new ObjectInputStream(");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
