package structured.coach.watch;

import java.io.IOException;
import java.util.Optional;
import structured.coach.command.LaterForms;
import structured.coach.command.Workbench;
import structured.coach.tutorial.Exercise;

/** Where keys lead from an exercise. */
record Ways(Workbench workbench, View view, Watch watch) {

    /** On to the next one; where that has to be asked for, what a yes would do, and otherwise null. */
    Runnable next() throws IOException {
        var next = workbench.after(view.exercise());
        if (next.isEmpty()) {
            say(view.course().isDone() ? "This is the last exercise, and all are green. The ways on: ./workshop spot, docs/worked-examples.md, docs/later-jdks.md."
                    : "This is the last exercise. p goes back to the one before, l lists them all.");
        } else if (view.isGreen() || isMissing(next.get())) {
            turnTo(next.get());
        } else {
            say("%s is not green yet. Go on with %s all the same? y: yes. Any other key: no. And p leads back.".formatted(view.exercise().title(), next.get().title()));
            return () -> watch.turnTo(next.get());
        }
        return null;
    }

    /** To the one before. */
    void back() throws IOException {
        var before = workbench.before(view.exercise());
        if (before.isEmpty()) {
            say("This is the first exercise.");
        } else {
            turnTo(before.get());
        }
    }

    /** To the one of that number. */
    void to(String number) throws IOException {
        var exercise = workbench.tutorial().exercises().stream().filter(it -> it.isCalled(number)).findFirst();
        if (exercise.isEmpty()) {
            say("There is no exercise %s.".formatted(number));
        } else {
            turnTo(exercise.get().on(view.exercise().jdk()));
        }
    }

    /** To its beginning; what a yes would do, or null. */
    Runnable reset() throws IOException {
        if (view.exercise().isPort()) {
            say("A port came from your own code: ./workshop port makes it anew, once its file is deleted.");
            return null;
        }
        say("Make %s what it was when it came? Yours is put aside, and ./workshop reset %1$s --undo brings it back. y: yes. Any other key: no.".formatted(view.exercise().name()));
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
