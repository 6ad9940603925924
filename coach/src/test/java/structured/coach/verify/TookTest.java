package structured.coach.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("how long a verification will take")
class TookTest {

    @TempDir
    private Path state;

    @Test
    @DisplayName("is what the last one took on this machine, in whole minutes, and at least one")
    void asLastTime() throws Exception {
        Files.writeString(state.resolve("verify-took"), "1111\n");
        assertThat(Took.minutes(state)).isEqualTo(19);
        Files.writeString(state.resolve("verify-took"), "3\n");
        assertThat(Took.minutes(state)).isEqualTo(1);
    }

    @Test
    @DisplayName("is told by the number of processors where there was none, or nobody knows what it took")
    void firstTime() throws Exception {
        var expected = Took.minutes(state);
        assertThat(expected).isBetween(6L, 38L);
        Files.writeString(state.resolve("verify-took"), "a while");
        assertThat(Took.minutes(state)).isEqualTo(expected);
    }
}
