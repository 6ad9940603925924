package structured.coach.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import structured.coach.terminal.Style;
import structured.coach.timeline.Task.Ending;

@DisplayName("a program that doesn't end well")
@Execution(CONCURRENT)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class EndingsTest {

    /** Two tasks, one of which ends at once while the other does {@code what} after a while. */
    private static final String TWO_TASKS = """
            try (var scope = new StructuredTaskScope<Object>()) {
                scope.fork(() -> "done");
                scope.fork(() -> { Thread.sleep(100); %s; return null; });
                scope.join();
            }
            """;

    /** What each program is, and how long it is given. Those that only wait for that come first: the others run meanwhile. */
    private enum Ended {
        HANGING(TWO_TASKS.formatted("Thread.sleep(1_000_000)"), 15),
        STUBBORN("Runtime.getRuntime().addShutdownHook(new Thread(java.util.concurrent.locks.LockSupport::park));"
                + TWO_TASKS.formatted("Thread.sleep(1_000_000)"), 15),
        FAILING(TWO_TASKS.formatted("Thread.sleep(1)") + "throw new IllegalStateException();", 50),
        EXITING(TWO_TASKS.formatted("System.exit(4)"), 50),
        HALTING(TWO_TASKS.formatted("Thread.sleep(3000); Runtime.getRuntime().halt(3)"), 50),
        EMPTY("", 50),
        ALONE("Thread.sleep(200);", 50);

        private final String statements;
        private final Duration limit;

        Ended(String statements, int limit) {
            this.statements = statements;
            this.limit = Duration.ofSeconds(limit);
        }
    }

    private static final Map<Ended, Future<Timeline>> TIMELINES = new EnumMap<>(Ended.class);

    @BeforeAll
    static void run(@TempDir Path folder) throws Exception {
        try (var threads = Executors.newFixedThreadPool(3)) {
            for (var ended : Ended.values()) {
                var own = Files.createDirectory(folder.resolve(ended.name()));
                TIMELINES.put(ended, threads.submit(() -> Trial.timeline(own, Trial.program(own, ended.statements), ended.limit)));
            }
        }
    }

    @Test
    @DisplayName("and fails is drawn as far as it got")
    void failing() throws Exception {
        var timeline = TIMELINES.get(Ended.FAILING).get();
        assertThat(timeline.tasks()).hasSize(2);
        assertThat(timeline.notes()).singleElement().asString().contains("failed, with exit status 1");
    }

    @Test
    @DisplayName("and exits early is drawn as far as it got, open tasks too")
    void exiting() throws Exception {
        var timeline = TIMELINES.get(Ended.EXITING).get();
        assertThat(timeline.tasks()).as("%s", timeline).extracting(Task::ending).containsExactly(Ending.DONE, Ending.OPEN);
        assertThat(timeline.notes()).anyMatch(note -> note.contains("exit status 4"))
                .contains("One task had not ended when the program did: its bar ends there.");
    }

    @Test
    @DisplayName("and hangs is stopped after a while and drawn until then")
    void hanging() throws Exception {
        var timeline = TIMELINES.get(Ended.HANGING).get();
        assertThat(timeline.tasks()).as("%s", timeline).extracting(Task::ending).containsExactly(Ending.DONE, Ending.OPEN);
        assertThat(timeline.notes()).anyMatch(note -> note.contains("had not ended after 15 s"));
    }

    @Test
    @DisplayName("and can't even be stopped in good order is drawn from what was recorded before")
    void stubborn() throws Exception {
        assertThat(TIMELINES.get(Ended.STUBBORN).get().tasks()).as("%s", TIMELINES.get(Ended.STUBBORN).get()).extracting(Task::ending).containsExactly(Ending.DONE, Ending.OPEN);
    }

    @Test
    @DisplayName("and halts its JVM is drawn from what was recorded before")
    void halting() throws Exception {
        var timeline = TIMELINES.get(Ended.HALTING).get();
        assertThat(timeline.tasks()).as("%s", timeline).extracting(Task::ending).containsExactly(Ending.DONE, Ending.OPEN);
        assertThat(timeline.notes()).anyMatch(note -> note.contains("exit status 3"));
    }

    @Test
    @DisplayName("and does nothing has nothing to draw, and says so")
    void nothing(@TempDir Path folder) throws Exception {
        // It may last long enough for a sample of main.
        assertThat(TIMELINES.get(Ended.EMPTY).get().notes()).singleElement().asString().startsWith("No thread was started");
        var launched = Instant.EPOCH;
        var timeline = Reader.read(Trial.program(folder, ""), new Run(List.of(), launched, launched.plusMillis(40), 0, Optional.empty()));
        assertThat(timeline.tasks()).isEmpty();
        assertThat(timeline.notes()).containsExactly("No thread was started.");
        assertThat(TextChart.draw(timeline, new Style(false, false, 60), 1))
                .containsExactly("a trial", "No task has run.", "No thread was started.");
    }

    @Test
    @DisplayName("or rather has no thread but main: then main is drawn")
    void mainAlone() throws Exception {
        var timeline = TIMELINES.get(Ended.ALONE).get();
        assertThat(timeline.tasks()).singleElement().satisfies(task -> {
            assertThat(task.name()).isEqualTo("main");
            assertThat(task.spans()).extracting(Task.Span::state).contains(State.WAIT);
        });
        assertThat(timeline.notes()).containsExactly("No thread was started: this is the main thread.");
    }

    @Test
    @DisplayName("or doesn't compile gets the compiler's first complaint")
    void notCompiling(@TempDir Path folder) throws Exception {
        assertThat(Trial.program(folder, "int x = ;").compile(folder)).get().asString()
                .isEqualTo("Demo.java doesn't compile. Line 7: illegal start of expression");
    }
}
