package structured.coach.watch;

import java.io.IOException;
import java.util.Optional;
import structured.coach.command.LaterForms;
import structured.coach.command.Workbench;
import structured.coach.tutorial.Exercise;
import structured.coach.words.Wording;

/** Where keys lead from an exercise. */
record Ways(Workbench workbench, View view, Watch watch) {

    private static final Wording SAY = Wording.of(Ways.class);

    /** On to the next one; where that has to be asked for, what a yes would do, and otherwise null. */
    Runnable next() throws IOException {
        var next = workbench.after(view.exercise());
        if (next.isEmpty()) {
            say(SAY.of(view.course().isDone() ? "ways.all-done" : "ways.last"));
        } else if (view.isGreen() || isMissing(next.get())) {
            turnTo(next.get());
        } else {
            say(SAY.of("ways.not-yet", view.exercise().title(), next.get().title()));
            return () -> watch.turnTo(next.get());
        }
        return null;
    }

    /** To the one before. */
    void back() throws IOException {
        var before = workbench.before(view.exercise());
        if (before.isEmpty()) {
            say(SAY.of("ways.first"));
        } else {
            turnTo(before.get());
        }
    }

    /** To the one of that number. */
    void to(String number) throws IOException {
        var exercise = workbench.tutorial().exercises().stream().filter(it -> it.isCalled(number)).findFirst();
        if (exercise.isEmpty()) {
            say(SAY.of("ways.none", number));
        } else {
            turnTo(exercise.get().on(view.exercise().jdk()));
        }
    }

    /** To its beginning; what a yes would do, or null. */
    Runnable reset() throws IOException {
        if (view.exercise().isPort()) {
            say(SAY.of("reset.no-port"));
            return null;
        }
        say(SAY.of("reset.really", view.exercise().name()));
        return () -> watch.judgeAnew(new Panels(workbench).reset(view.exercise()));
    }

    private void turnTo(Exercise exercise) throws IOException {
        if (isMissing(exercise)) {
            say(LaterForms.whatNext(Optional.of(exercise), true));
        } else {
            watch.turnTo(exercise);
        }
    }

    /** A port has to be made first. */
    private static boolean isMissing(Exercise exercise) throws IOException {
        return exercise.isPort() && exercise.main().isEmpty();
    }

    private void say(String sentence) throws IOException {
        view.below(view.style().wrap("", sentence));
    }
}
