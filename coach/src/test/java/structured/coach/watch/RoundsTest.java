package structured.coach.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import structured.coach.judge.Judge;
import structured.coach.judge.Limits;
import structured.coach.judge.Verdicts;
import structured.coach.tutorial.Exercise;
import structured.coach.tutorial.Sources;

@DisplayName("a round of a watch")
class RoundsTest {

    @Test
    @DisplayName("is followed by what a key asks for, or by why there isn't that")
    void panel() {
        assertThat(Panel.lines(out -> {
            throw new OutOfMemoryError("unable to create native thread");
        })).containsExactly("That did not work: java.lang.OutOfMemoryError: unable to create native thread");
    }

    @Test
    @DisplayName("that this machine has no thread left for is told of, and the next save is judged again")
    void noThreads(@TempDir Path folder) throws Exception {
        var events = new LinkedBlockingQueue<Event>();
        // Whoever asks for the JDK, to start a worker on it, is told that.
        var jdk = (Path) Proxy.newProxyInstance(Path.class.getClassLoader(), new Class<?>[] {Path.class}, (proxy, method, args) -> {
            throw new OutOfMemoryError("unable to create native thread");
        });
        try (var rounds = new Rounds(new Verdicts(folder.resolve("verdicts")), new Judge(Limits.STANDARD, jdk), events)) {
            for (int i = 0; i < 2; i++) {
                var round = rounds.ask(new Exercise(folder, "04-gather"));
                assertThat(events.poll(20, TimeUnit.SECONDS)).isEqualTo(new Event.Failed(round, "java.lang.OutOfMemoryError: unable to create native thread"));
            }
        }
    }

    @Test
    @DisplayName("goes on where only the time or the rights of a file have changed, the last steps of a save, and not where its text has")
    void lastSteps(@TempDir Path folder) throws Exception {
        var exercise = new Exercise(folder, "04-gather");
        var file = Files.createDirectories(exercise.folder().resolve("src/main/java")).resolve("Gather.java");
        Files.writeString(file, "class Gather {}");
        var isRead = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        var jdk = (Path) Proxy.newProxyInstance(Path.class.getClassLoader(), new Class<?>[] {Path.class}, (proxy, method, args) -> {
            isRead.countDown();
            mayEnd.await();
            throw new IllegalStateException("there is no JDK");
        });
        var events = new LinkedBlockingQueue<Event>();
        try (var rounds = new Rounds(new Verdicts(folder.resolve("verdicts")), new Judge(Limits.STANDARD, jdk), events)) {
            assertThat(rounds.isOn(Sources.of(exercise))).as("before it is asked for").isFalse();
            rounds.ask(exercise);
            assertThat(isRead.await(20, TimeUnit.SECONDS)).isTrue();
            Files.setLastModifiedTime(file, FileTime.fromMillis(0));
            assertThat(rounds.isOn(Sources.of(exercise))).as("the same text").isTrue();
            Files.writeString(file, "class Gather { }");
            assertThat(rounds.isOn(Sources.of(exercise))).as("another text").isFalse();
            mayEnd.countDown();
            assertThat(events.poll(20, TimeUnit.SECONDS)).isInstanceOf(Event.Failed.class);
        }
    }
}
