package structured.coach.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import structured.coach.TutorialCopy;
import structured.coach.command.Lead;
import structured.coach.command.Report;
import structured.coach.command.WhatNext;
import structured.coach.judge.Judged;
import structured.coach.terminal.Harmless;
import structured.coach.terminal.Style;
import structured.coach.tutorial.Exercise;
import structured.coach.tutorial.Sources;
import structured.coach.verdict.Outcome;
import structured.coach.verdict.TestResult;
import structured.coach.verdict.Verdict;
import structured.coach.verdict.Verdict.Status;

@DisplayName("the screen of a watch")
class LayoutTest {

    private static final List<String> FOOT = List.of("the bar", "the keys");

    /** As many tests as 08 has, in five steps. */
    private static List<TestResult> tests(Outcome outcome) {
        return IntStream.range(0, 68).mapToObj(i -> new TestResult("Test.test" + i, "test " + i + " says in a sentence what is wanted of this class, as it stands in its contract",
                i / 14 + 1, outcome, outcome == Outcome.PASSED ? null : "What was seen, and what that means. ".repeat(12), List.of("structured.considerations.Race.main(Race.java:44)"))).toList();
    }

    private static Verdict verdict(Status status) {
        return switch (status) {
            case GREEN -> new Verdict(status, "", tests(Outcome.PASSED), List.of(), "");
            case AMBER -> new Verdict(status, "Race.java doesn't compile. Line 44: ';' expected\n" + "and more of that\n".repeat(30), List.of(), List.of(), "");
            case HUNG, CRASHED -> new Verdict(status, "A thread waits, at Race.java:44. ".repeat(20), tests(Outcome.FAILED).subList(0, 3), List.of(), "printed\n".repeat(90));
            default -> new Verdict(status, "", tests(Outcome.FAILED), List.of(), "printed\n".repeat(90));
        };
    }

    private static Judged judged(Verdict verdict) throws IOException {
        return new Judged(Sources.of(new Exercise(TutorialCopy.ORIGINAL, "08-considerations")), verdict);
    }

    @ParameterizedTest(name = "{0} x {1}")
    @CsvSource({"80, 24", "100, 30", "60, 20", "60, 12", "120, 60"})
    @DisplayName("has the headline as its first line and the keys as its last, whatever the verdict")
    void fits(int width, int height) throws Exception {
        var style = new Style(true, true, width);
        for (var status : Status.values()) {
            var judged = judged(verdict(status));
            var next = WhatNext.after(judged.exercise(), judged.verdict(), style, Optional.empty(), true);
            var seen = new Layout(style, height).verdict(room -> Report.of(judged, Lead.of(judged), "run 3, 12:00:00, 0.1 s", style, room), next, FOOT);
            var lines = new ArrayList<>(seen.top());
            lines.addAll(seen.foot());
            assertThat(lines).as("%s, with a line between", status).hasSizeLessThanOrEqualTo(height - 1);
            assertThat(lines).allSatisfy(line -> assertThat(Harmless.width(line)).isLessThanOrEqualTo(width));
            assertThat(plain(lines.getFirst())).startsWith("08-considerations  " + status);
            assertThat(plain(String.join("\n", lines))).contains("run 3, 12:00:00, 0.1 s");
            if (status == Status.RED && height >= 20) {
                assertThat(plain(String.join("\n", lines))).contains("What was seen", "Read step ");
            }
            if (status == Status.GREEN) {
                assertThat(lines).anyMatch(line -> line.contains("Well done"));
            }
        }
    }

    @ParameterizedTest(name = "{0} x {1}")
    @CsvSource({"80, 24", "100, 30", "60, 20", "60, 12"})
    @DisplayName("keeps the headline above whatever a key has asked for, and shows that a page at a time, each line once")
    void panel(int width, int height) throws Exception {
        var style = new Style(false, true, width);
        var panel = IntStream.range(0, 200).mapToObj(i -> "line " + i + ".").toList();
        for (var status : List.of(Status.RED, Status.GREEN, Status.HUNG)) {
            var judged = judged(verdict(status));
            var shown = new ArrayList<String>();
            for (int page = 0, pages = 1; page < pages; page++) {
                var seen = new Layout(style, height).withPanel(room -> Report.of(judged, Lead.of(judged), "run 3", style, room), status == Status.GREEN, panel, page, FOOT);
                pages = seen.pages();
                assertThat(seen.top()).hasSizeLessThanOrEqualTo(height - FOOT.size() - 1);
                assertThat(seen.top().getFirst()).startsWith("08-considerations  " + status);
                seen.top().stream().filter(line -> line.startsWith("line ")).forEach(shown::add);
            }
            assertThat(shown).isEqualTo(panel);
        }
    }

    @Test
    @DisplayName("shows all of a panel for which there is room, and folds the verdict no more than that takes")
    void smallPanel() throws Exception {
        var judged = judged(verdict(Status.RED));
        var style = new Style(false, true, 80);
        var seen = new Layout(style, 40).withPanel(room -> Report.of(judged, Lead.of(judged), "", style, room), false, List.of("one", "two"), 0, FOOT);
        assertThat(seen.top()).endsWith("", "one", "two").hasSizeBetween(25, 37);
        assertThat(seen.pages()).isOne();
    }

    @Test
    @DisplayName("counts a sentence that is wider than itself as the lines that it takes")
    void wideSentence() throws Exception {
        var judged = judged(verdict(Status.RED));
        var style = new Style(true, true, 60);
        var sentence = "No editor is known here. Set VISUAL or EDITOR, or start the watch with --edit 'command {file} {line}'.";
        var seen = new Layout(style, 20).withPanel(room -> Report.of(judged, Lead.of(judged), "", style, room), false, List.of(sentence), 0, FOOT);
        assertThat(seen.top()).hasSizeLessThanOrEqualTo(17).allSatisfy(line -> assertThat(Harmless.width(line)).isLessThanOrEqualTo(60));
        assertThat(String.join(" ", seen.top())).contains(sentence);
    }

    private static String plain(String text) {
        return text.replaceAll("\033\\[[0-9;]*m", "");
    }
}
