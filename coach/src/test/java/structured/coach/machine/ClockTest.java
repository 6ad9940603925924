package structured.coach.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("the time that counts")
class ClockTest {

    @Test
    @DisplayName("hardly passes while nobody can look: a coach that was stopped goes on where it was")
    void stopped() throws Exception {
        var clock = new Clock();
        Thread.sleep(1000);
        assertThat(clock.passed()).isLessThan(Duration.ofMillis(200));
    }

    @Test
    @DisplayName("passes for who looks, and never faster than on the wall")
    void looks() throws Exception {
        var start = System.nanoTime();
        var clock = new Clock();
        // On a busy machine that takes some times longer.
        while (clock.passed().toMillis() < 200) {
            Thread.sleep(20);
        }
        assertThat(clock.passed()).isLessThanOrEqualTo(Duration.ofNanos(System.nanoTime() - start));
    }
}
