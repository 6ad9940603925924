package structured.coach;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import structured.coach.command.CheckCommand;
import structured.coach.command.HintCommand;
import structured.coach.command.ListCommand;

class PlainTest {

    @Test
    @DisplayName("list, hint and check are taken without picocli")
    void taken() {
        assertThat(Plain.of("list")).containsInstanceOf(ListCommand.class);
        assertThat(Plain.of("hint")).containsInstanceOf(HintCommand.class);
        assertThat(Plain.of("check")).containsInstanceOf(CheckCommand.class);
    }

    @Test
    @DisplayName("options, what is no exercise, too many of them and all other commands are left to picocli")
    void left() {
        for (var line : List.of("list --json", "list 04", "hint --help", "hint 04 --step 2", "hint 04 05", "hint 99", "hint gaher", "check 04 --json",
                "check -h", "check 04 99", "check @04", "watch 04", "reset 04", "--help", "lst")) {
            assertThat(Plain.of(line.split(" "))).as(line).isEmpty();
        }
        assertThat(Plain.of()).isEmpty();
        assertThat(Plain.of("check", "")).isEmpty();
    }
}
