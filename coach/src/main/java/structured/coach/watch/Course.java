package structured.coach.watch;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import structured.coach.command.Workbench;
import structured.coach.terminal.Harmless;
import structured.coach.terminal.Style;
import structured.coach.tutorial.Exercise;
import structured.coach.verdict.Verdict.Status;
import structured.coach.words.Wording;

/**
 * How far the learner is: which exercises are green, as far as that is known without judging any.
 *
 * @param all the exercises, in their order
 * @param green those of them that are known to be green as they are now
 */
record Course(List<Exercise> all, Set<Exercise> green) {

    private static final Wording SAY = Wording.of(Course.class);

    /** What is known of all. It takes reading all of them. */
    static Course known(Workbench workbench) throws IOException {
        var all = workbench.tutorial().exercises();
        var green = new HashSet<Exercise>();
        for (var exercise : all) {
            if (workbench.verdicts().known(exercise).filter(judged -> judged.verdict().status() == Status.GREEN).isPresent()) {
                green.add(exercise);
            }
        }
        return new Course(all, green);
    }

    /** Has it looked up beside all else, and told by an event. */
    static void lookUp(Workbench workbench, BlockingQueue<Event> events) {
        Thread.startVirtualThread(() -> {
            try {
                events.add(new Event.Known(known(workbench)));
            } catch (IOException e) {
                // One of them can't be read just now. The next one who looks may see it.
            }
        });
    }

    /** The same, with another verdict on one of them. */
    Course with(Exercise exercise, boolean isGreen) {
        var other = new HashSet<>(green);
        if (isGreen) {
            other.add(exercise);
        } else {
            other.remove(exercise);
        }
        return new Course(all, other);
    }

    boolean isDone() {
        return !all.isEmpty() && green.containsAll(all);
    }

    /** The foot's line: a place an exercise, with the number of the one that it is about. */
    String bar(Exercise at, Style style) {
        var bar = new StringBuilder();
        for (var exercise : all) {
            var isGreen = green.contains(exercise);
            var sign = exercise.equals(at) ? exercise.number() : isGreen ? style.utf8() ? "██" : "##" : style.utf8() ? "░░" : "..";
            bar.append(isGreen ? style.good(sign) : exercise.equals(at) ? style.heading(sign) : style.aside(sign));
        }
        var words = "  " + SAY.of("course.bar", at.title(), green.stream().filter(all::contains).count(), all.size());
        return bar + style.cut(words, Harmless.width(bar.toString()));
    }
}
