package structured.coach.command;

import java.util.ArrayList;
import java.util.List;
import structured.coach.terminal.Harmless;
import structured.coach.terminal.Style;
import structured.coach.tutorial.Exercise;
import structured.coach.tutorial.Lesson;
import structured.coach.verdict.TestResult;
import structured.coach.words.Wording;

/**
 * What is known of a run that isn't over: the failure that the verdict is going to lead with. It is marked as such, and told in a few lines.
 *
 * @param name the test's sentence, in the language of whoever reads it
 * @param told what it says
 * @param place a line of the learner's, or an empty text
 */
public record RedAlready(String name, String told, String place) {

    private static final Wording SAY = Wording.of(RedAlready.class);

    /** How many lines of what it says: the verdict has all. */
    private static final int LINES = 4;

    /** Of a failure of this exercise. */
    public static RedAlready of(Exercise exercise, TestResult failure) {
        var shown = new Shown(new Lesson(exercise)).of(failure);
        return new RedAlready(shown.name(), Shown.told(shown),
                shown.frames().stream().map(frame -> frame.replaceAll(".*\\((.*:\\d+)\\)$", "$1")).filter(frame -> !frame.contains("(")).findFirst().orElse(""));
    }

    /** The lines, for a screen of this style. */
    public List<String> lines(Style style) {
        var lines = new ArrayList<String>();
        lines.add(style.no() + " " + style.heading(style.cut(SAY.of("red-already", name), 2)));
        var message = style.wrap("  ", told);
        lines.addAll(message.subList(0, Math.min(LINES, message.size())));
        if (message.size() > LINES) {
            lines.set(LINES, style.cut(Harmless.line(message.get(LINES - 1)) + " ...", 0));
        }
        lines.addAll(style.wrap("  ", place.isEmpty() ? SAY.of("red-already.others") : SAY.of("red-already.others-at", place)).stream().map(style::aside).toList());
        return lines;
    }
}
