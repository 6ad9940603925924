package structured.measured;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import structured.measured.Spread.Calls;

@DisplayName("the spread of runs")
class SpreadTest {

    @Test
    @DisplayName("has the one in the middle, or halfway between the two there, whatever their order, and leaves out what was never measured")
    void median() {
        assertThat(Spread.of(List.of(9.0, 1.0, 4.0))).contains(new Spread(4, 1, 9, 3));
        assertThat(Spread.of(List.of(9.0, 1.0, 4.0, 6.0, Double.NaN))).contains(new Spread(5, 1, 9, 4));
        assertThat(Spread.of(List.of(Double.NaN))).isEmpty();
    }

    @Test
    @DisplayName("takes of each run its first call for cold, and the median of the second half for warm")
    void calls() {
        var results = Trial.results(Trial.sample(1, "a", 5, 1, 90), Trial.sample(1, "a", 5, 2, 20), Trial.sample(1, "a", 5, 3, 10), Trial.sample(2, "a", 5, 1, 70),
                Trial.sample(2, "a", 5, 2, 14), Trial.sample(2, "a", 5, 3, 12), Trial.sample(1, "b", 5, 1, 1), Trial.sample(1, "a", 100, 1, 1));
        assertThat(Spread.of(results, "a", 5, Calls.COLD, Sample::beyondMillis)).contains(new Spread(80, 70, 90, 2));
        assertThat(Spread.of(results, "a", 5, Calls.WARM, Sample::beyondMillis)).contains(new Spread(14, 13, 15, 2));
        assertThat(Spread.of(results, "b", 5, Calls.WARM, Sample::beyondMillis)).as("of a process that called once").isEmpty();
    }

    @Test
    @DisplayName("compares two contestants run by run, and not a median with another")
    void ratio() {
        var results = Trial.results(Trial.sample(1, "a", 5, 1, 10), Trial.sample(1, "b", 5, 1, 20), Trial.sample(2, "b", 5, 1, 400), Trial.sample(2, "a", 5, 1, 100),
                Trial.sample(3, "a", 5, 1, 3), Trial.sample(3, "b", 5, 1, 4), Trial.sample(4, "a", 5, 1, 4));
        assertThat(Spread.ofRatio(results, "a", "b", 5, Calls.COLD, Sample::beyondMillis)).contains(new Spread(0.5, 0.25, 0.75, 3));
    }
}
