package structured.coach.watch;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import structured.coach.command.LaterForms;
import structured.coach.command.Workbench;
import structured.coach.room.Room;
import structured.coach.terminal.Harmless;
import structured.coach.tutorial.Exercise;

/** Does what keys ask for. For the one thread that takes the events. */
final class Keyboard {

    /** What Enter sends, which a terminal may want after each key: no key of ours. */
    private static final String ENTER = "\r\n";

    private final Workbench workbench;
    private final View view;
    private final Room room;
    private final Watch watch;
    private final BlockingQueue<Event> events;
    private final Panels panels;

    /** What the key y would do: asked, and not yet answered. */
    private Runnable asked;
    private boolean askedForSolution;

    /** Whether all exercises are being looked at: not once more for each press of a key, or each time that it repeats. */
    private boolean isLooking;

    Keyboard(Workbench workbench, View view, Room room, Watch watch, BlockingQueue<Event> events) {
        this.workbench = workbench;
        this.view = view;
        this.room = room;
        this.watch = watch;
        this.events = events;
        panels = new Panels(workbench);
    }

    /** A run has begun: whatever was asked before is about other code. */
    void forget() {
        asked = null;
        askedForSolution = false;
    }

    /** What took a while is there. */
    void found(List<String> lines) throws IOException {
        isLooking = false;
        view.below(lines);
    }

    void press(int character) throws IOException {
        var answered = asked;
        asked = null;
        if (answered != null && Character.toLowerCase(character) == 'y') {
            answered.run();
            return;
        }
        if (ENTER.indexOf(character) >= 0) {
            return;
        }
        if (character == '!' && !room.foot().isEmpty()) {
            room.otherHand();
            return;
        }
        if (character >= '1' && character <= '9') {
            goTo(Character.toString(character));
            return;
        }
        var key = Key.of(character);
        if (key.isPresent()) {
            press(key.get());
        } else {
            view.below(List.of("There is no key %s here. ? lists those that there are.".formatted(Harmless.line(Character.toString(character)))));
        }
    }

    private void press(Key key) throws IOException {
        switch (key) {
            case HINT -> view.below(panels.hint(view.exercise(), view.style(), view.isGreen()));
            case SOLUTION -> {
                // By the verdict that is shown: to find out another one would take a while, and another worker.
                var may = askedForSolution || view.isGreen();
                askedForSolution = true;
                view.below(may ? panels.solution(view.exercise(), view.style()) : panels.notYet(view.exercise(), view.style()));
            }
            case LIST -> {
                view.below(List.of("Looking at all the exercises ..."));
                if (!isLooking) {
                    isLooking = true;
                    var style = view.style();
                    Thread.startVirtualThread(() -> events.add(new Event.Found(panels.board(style))));
                }
            }
            case NEXT -> next();
            case BACK -> {
                var before = workbench.before(view.exercise());
                if (before.isEmpty()) {
                    say("This is the first exercise.");
                } else {
                    turnTo(before.get());
                }
            }
            case MORE -> view.nextPage();
            case KEYS -> view.below(Key.all(view.style(), !room.foot().isEmpty()));
            case NOT_IT -> watch.refuse();
            case RUN -> watch.runAgain();
            case QUIT -> { }
        }
    }

    private void next() throws IOException {
        var next = workbench.after(view.exercise());
        if (next.isEmpty()) {
            say("This is the last exercise. p goes back to the one before, l lists them all.");
        } else if (view.isGreen() || isMissing(next.get())) {
            turnTo(next.get());
        } else {
            asked = () -> watch.turnTo(next.get());
            say("%s is not green yet. Go on with %s all the same? y: yes. Any other key: no. And p leads back.".formatted(view.exercise().title(), next.get().title()));
        }
    }

    private void goTo(String called) throws IOException {
        var exercise = workbench.tutorial().exercises().stream().filter(it -> it.isCalled(called)).findFirst();
        if (exercise.isEmpty()) {
            say("There is no exercise %s.".formatted(called));
        } else {
            turnTo(exercise.get().on(view.exercise().jdk()));
        }
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
