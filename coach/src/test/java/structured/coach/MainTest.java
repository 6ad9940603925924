package structured.coach;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("the exit status")
class MainTest {

    @Test
    @DisplayName("is 2 where the machine has too little for a command, and not that of an exercise that isn't green")
    void tooLittle() {
        assertThat(Main.status(() -> 1)).isEqualTo(1);
        assertThat(Main.status(() -> {
            throw new OutOfMemoryError("unable to create native thread");
        })).isEqualTo(2);
    }
}
