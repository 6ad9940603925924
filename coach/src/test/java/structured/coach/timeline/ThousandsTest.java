package structured.coach.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import structured.coach.terminal.Style;
import structured.coach.timeline.Task.Ending;
import structured.coach.timeline.Task.Span;

@DisplayName("many tasks")
@Execution(CONCURRENT)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ThousandsTest {

    private static final int TASKS = 20_000;

    private static Timeline timeline;

    @BeforeAll
    static void run(@TempDir Path folder) throws Exception {
        timeline = Trial.timeline(folder, """
                try (var scope = new StructuredTaskScope<Object>()) {
                    for (int i = 0; i < %d; i++) {
                        scope.fork(() -> { Thread.sleep(500); return null; });
                    }
                    scope.join();
                }
                """.formatted(TASKS));
    }

    @Test
    @DisplayName("are counted, not kept")
    void areCounted() {
        assertThat(timeline.tasks()).isEmpty();
        assertThat(timeline.totals().tasks()).isEqualTo(TASKS);
        assertThat(timeline.totals().longest()).isGreaterThanOrEqualTo(500_000_000L);
        assertThat(timeline.totals().sum()).isGreaterThanOrEqualTo(TASKS * 500_000_000L);
    }

    @Test
    @DisplayName("make an area that is as large as what all of them took")
    void area() {
        var columns = timeline.density().columns(0, timeline.totals().nanos(), 100);
        double area = 0;
        for (var value : columns.all()) {
            area += value * timeline.totals().nanos() / 100;
        }
        assertThat(area / timeline.totals().sum()).isBetween(0.999, 1.001);
        assertThat(columns.max()).isLessThanOrEqualTo(TASKS + 0.5);
    }

    @Test
    @DisplayName("are drawn as a hill that says how many there are")
    void hill() {
        var lines = TextChart.draw(timeline, new Style(false, false, 60), timeline.totals().nanos());
        assertThat(lines).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(60)).hasSizeLessThan(25)
                .contains("         how many at a time");
        assertThat(SvgChart.file(List.of(timeline))).contains("20,000 tasks, at most about").contains("<polygon").hasSizeLessThan(60_000);
    }

    @Test
    @DisplayName("have the same density, whether it is made of their bars or of the events")
    void sameDensity() {
        var tasks = new ArrayList<Task>();
        var events = new Density(-1_000, 9_000);
        for (int i = 0; i < 60; i++) {
            var from = i * 37L;
            var to = from + 500 + i;
            tasks.add(new Task("task", "thread", from, to, Ending.DONE, "", List.of(new Span(from, to, State.WAIT, "", "", 0))));
            events.start(from);
            events.end(to);
            events.add(State.WAIT, from, to);
        }
        var one = Density.of(tasks, 3_000).columns(0, 3_000, 30);
        var other = events.columns(0, 3_000, 30);
        for (int i = 0; i < 30; i++) {
            assertThat(other.all()[i]).isCloseTo(one.all()[i], within(0.05));
            assertThat(other.states().get(State.UNKNOWN)[i]).isLessThan(0.05);
        }
        assertThat(one.all()[15]).as("13.5 or so overlap, which start every 37 and take about 540").isBetween(13.0, 16.0);
    }
}
