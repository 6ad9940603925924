package structured.measured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import structured.measured.Spread.Calls;

@DisplayName("what is written of results")
class PageTest {

    @Test
    @DisplayName("goes between its two marks, and nothing else of the page is touched")
    void section() {
        var page = new Page("One.\n<!-- begin measured: a -->\nold\n<!-- end measured: a -->\nTwo.\n<!-- begin measured: b -->\n<!-- end measured: b -->\n");
        page.put("a", "new, $1 \\ and more\n");
        assertThat(page.text()).isEqualTo(
                "One.\n<!-- begin measured: a -->\n\nnew, $1 \\ and more\n\n<!-- end measured: a -->\nTwo.\n<!-- begin measured: b -->\n<!-- end measured: b -->\n");
        var once = page.text();
        page.put("a", "new, $1 \\ and more\n");
        assertThat(page.text()).isEqualTo(once);
    }

    @Test
    @DisplayName("is never lost: a page without its place, or with two, is refused")
    void places() {
        assertThatIllegalStateException().isThrownBy(() -> new Page("One.\n").put("a", "new")).withMessageContaining("begin measured: a");
    }

    @Test
    @DisplayName("is a table with a row for each contestant and a column for each number of tasks, with medians, spreads and notes")
    void table() {
        var stopped = new Sample(1, "threads", 100, 1000, 1, Double.NaN, Double.NaN, Double.NaN, 1, "stopped 40");
        var results = Trial.results(Trial.sample(1, "gather-21", 5, 1, 12.34), Trial.sample(2, "gather-21", 5, 1, 1500), Trial.sample(3, "gather-21", 5, 1, 0.25),
                Trial.sample(1, "gather-21", 100, 1, 7), Trial.sample(1, "threads", 5, 1, 1), stopped);
        assertThat(Tables.byTasks(results, Calls.COLD, Sample::beyondMillis, Unit.TIME)).isEqualTo("""
                | tasks | 5 | 100 |
                |---|--:|--:|
                | `gather`, JDK 21 | 12.3 ms (0.250–1,500) | 7.00 ms |
                | platform threads | 1.00 ms | stopped 40 |
                """);
    }

    @Test
    @DisplayName("has a figure under a key for what a page may say, and for how it compares with asyncio in the same run")
    void figures() {
        var figures = new Figures();
        figures.add(Group.TASKS, Trial.results(Trial.sample(1, "gather-21", 5, 1, 10), Trial.sample(1, "asyncio-gather", 5, 1, 40)));
        assertThat(figures.text()).contains("tasks.gather-21.5.cold.beyond = 10.000000 10.000000 10.000000 ms\n",
                "tasks.gather-21.5.cold.total = 1010.000000 ", "tasks.gather-21.5.cold.beyond-of-asyncio = 0.250000 0.250000 0.250000 times\n");
    }

    @Test
    @DisplayName("compares no memory where the tasks can't all have waited at the same time")
    void late() {
        var asyncio = Trial.sample(1, "asyncio-gather", 10_000, 1, 4000);
        assertThat(Tables.compared(Trial.results(Trial.sample(1, "gather-21", 10_000, 1, 999), asyncio))).contains("most memory, first call | 1.00 |");
        assertThat(Tables.compared(Trial.results(Trial.sample(1, "gather-21", 10_000, 1, 1001), asyncio))).contains("most memory, first call |  |");
    }

    @Test
    @DisplayName("is a sample for each line of a process's answer, and a note where it stopped")
    void answer() {
        var like = Trial.sample(2, "threads", 100, 1, 0);
        assertThat(Answer.samples(List.of("1 2500000 -1 2048", "stopped 40 unable, really"), 0, like)).containsExactly(
                new Sample(2, "threads", 100, 1000, 1, 2.5, Double.NaN, 2.048, 0.5, ""),
                new Sample(2, "threads", 100, 1000, 2, Double.NaN, Double.NaN, Double.NaN, 0.5, "stopped 40 unable; really"));
        assertThatIllegalStateException().isThrownBy(() -> Answer.samples(List.of("Traceback"), 1, like)).withMessageContaining("Traceback");
    }
}
