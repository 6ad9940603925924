package structured.coach.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import structured.coach.judge.Progress;
import structured.coach.terminal.Harmless;
import structured.coach.terminal.Style;

@DisplayName("while a run goes on")
class MeanwhileTest {

    private static final Optional<Progress> THIRD = Optional.of(new Progress(3, 16, "GatherTest.all", "all tasks are in flight at once"));

    private static List<String> said(long millis, Optional<Progress> progress, int columns) {
        return Meanwhile.lines("04-gather", Duration.ofMillis(millis), progress, new Style(false, true, columns));
    }

    @Test
    @DisplayName("nothing is said at first, then that it runs, and after five seconds which test does, and when that is given up")
    void saysMore() {
        assertThat(said(399, THIRD, 80)).isEmpty();
        assertThat(said(400, THIRD, 80)).containsExactly("Running the tests of 04-gather ...");
        assertThat(said(4999, THIRD, 80)).containsExactly("Running the tests of 04-gather ...");
        assertThat(said(5000, THIRD, 80)).containsExactly("Still running, for 5 s: test 3 of 16, all tasks are in flight at once",
                "A call that never comes back is given up after 4 s, or later on a busy machine.");
        assertThat(said(65_999, Optional.empty(), 80)).containsExactly("Still running, for 65 s: no test has begun yet.");
    }

    @Test
    @DisplayName("a long name of a test takes no second line, and nothing is wider than the screen")
    void narrow() {
        var many = Optional.of(new Progress(112, 1140, "ATest.a", "a very long sentence about what each of the tests is to show of it"));
        assertThat(said(5000, many, 40)).hasSize(3).allSatisfy(line -> assertThat(Harmless.width(line)).isLessThanOrEqualTo(40));
        assertThat(said(5000, many, 80)).hasSize(2).first().asString().endsWith("...");
    }
}
