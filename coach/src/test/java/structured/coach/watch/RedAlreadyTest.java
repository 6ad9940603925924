package structured.coach.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import structured.coach.TutorialCopy;

@DisplayName("the watch, while a run goes on,")
@Timeout(value = 200, unit = TimeUnit.SECONDS)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "not tried there")
class RedAlreadyTest extends InATerminal {

    @Test
    @DisplayName("tells the failure that is going to lead before the verdict on all is there")
    void redAlready() throws Exception {
        var tutorial = TutorialCopy.in(Files.createDirectories(folder.resolve("copy")));
        // One task after the other: the first test is red after a while. And who fails is never told of, so the tests of step 4 take their time.
        save(tutorial, tutorial.solution().replaceFirst("(?s)(List<T> gather\\([^{]*\\{).*?\n    \\}\n", """
                $1
                        var results = new java.util.ArrayList<T>();
                        for (var task : tasks) {
                            try {
                                results.add(task.call());
                            } catch (Exception e) {
                                java.util.concurrent.locks.LockSupport.park();
                            }
                        }
                        return results;
                    }
                """));
        start(tutorial, "watch", "04");
        assertThat(expect("Red already: ", "The other tests still run; the verdict comes after them.", "q quit")).doesNotContain("04-gather  RED", "04-gather  HUNG");
        save(tutorial, tutorial.solution());
        assertThat(expect("04-gather  GREEN", "q quit").replaceFirst("(?s).*04-gather  GREEN", "")).as("what is shown with the verdict").doesNotContain("Red already");
    }
}
