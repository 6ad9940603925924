package structured.coach.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import structured.coach.TutorialCopy;
import structured.coach.terminal.Style;
import structured.coach.tutorial.Tutorial;
import structured.coach.verdict.Verdict;
import structured.coach.verdict.Verdict.Status;

@DisplayName("below a green verdict")
class WhatNextTest {

    private static String after(String name, Status status) throws IOException {
        var exercises = new Tutorial(TutorialCopy.ORIGINAL).exercises();
        var exercise = exercises.stream().filter(it -> it.isCalled(name)).findFirst().orElseThrow();
        var next = exercises.stream().skip(exercises.indexOf(exercise) + 1L).findFirst();
        return String.join("\n", WhatNext.after(exercise, new Verdict(status, "", List.of(), List.of(), ""), new Style(false, false, 100), next, true));
    }

    @Test
    @DisplayName("spot is offered after 04 and at the end, and nowhere else")
    void spot() throws IOException {
        var last = new Tutorial(TutorialCopy.ORIGINAL).exercises().getLast().name();
        assertThat(after("04", Status.GREEN)).contains("press n", "./workshop spot");
        assertThat(after(last, Status.GREEN)).contains("That was the last exercise.", "./workshop spot");
        assertThat(after("03", Status.GREEN)).contains("press n").doesNotContain("spot");
        assertThat(after("04", Status.RED)).isEmpty();
    }
}
