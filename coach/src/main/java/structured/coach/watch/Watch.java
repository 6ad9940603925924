package structured.coach.watch;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import structured.coach.command.LaterForms;
import structured.coach.command.Workbench;
import structured.coach.judge.Judged;
import structured.coach.room.Room;
import structured.coach.tutorial.Exercise;
import structured.coach.verdict.Verdict.Status;

/** Takes events one after another, keeps what they amount to, and shows it. */
final class Watch {

    /** An editor may need several steps for one save. */
    private static final long STEPS_OF_A_SAVE = 15;

    /** How long a run may go on before it is mentioned. */
    private static final long SILENCE = 400;

    private final Workbench workbench;
    private final Panels panels;
    private final Screen screen;
    private final Rounds rounds;
    private final BlockingQueue<Event> events;
    private final Saves saves;
    private final Room room;

    private Exercise exercise;
    private long round;

    /** Null until there is one on this exercise. */
    private Judged judged;

    private boolean isRunning;
    private boolean isMentioned;
    private boolean askedForSolution;

    /** Whether all exercises are being looked at: not once more for each press of a key, or each time that it repeats. */
    private boolean isLooking;
    private List<String> panel = List.of();

    /** Reacts to {@code events}, to which {@code saves} adds those that it hears of. Verdicts are told in the {@code room}. */
    Watch(Workbench workbench, Screen screen, Rounds rounds, BlockingQueue<Event> events, Saves saves, Room room) {
        this.saves = saves;
        this.room = room;
        this.workbench = workbench;
        panels = new Panels(workbench);
        this.screen = screen;
        this.rounds = rounds;
        this.events = events;
    }

    /** Goes on until the learner quits, and says whether the exercise was green then. */
    boolean run(Exercise first) throws IOException, InterruptedException {
        turnTo(first);
        while (true) {
            var event = events.poll(isRunning && !isMentioned ? SILENCE : saves.lookAfter(), MILLISECONDS);
            switch (event) {
                case null -> {
                    mention();
                    lookForSaves();
                }
                case Event.Saved saved -> {
                    waitForTheRestOfASave();
                    lookForSaves();
                }
                case Event.Answered(var answered, var result) -> {
                    // Or else it is on what was there before the last save.
                    if (answered == round) {
                        isRunning = false;
                        judged = result;
                        panel = exercise.isPort() && isGreen() ? panels.besideTheSolution(exercise, screen.style()) : List.of();
                        show();
                        room.told(judged);
                    }
                }
                case Event.Failed(var failed, var why) -> {
                    if (failed == round) {
                        isRunning = false;
                        screen.show(List.of("It could not be judged: " + why, "Save again to try again."));
                    }
                }
                case Event.Found(var lines) -> {
                    isLooking = false;
                    showBelow(lines);
                }
                case Event.Resized resized -> show();
                case Event.BoardNews news -> showUnlessItRuns();
                case Event.Key(var key) -> {
                    room.seen();
                    if (key == 'q' || key == 4) {
                        return isGreen();
                    }
                    press(Character.toLowerCase(key));
                }
                case Event.Quit quit -> {
                    return isGreen();
                }
            }
        }
    }

    private boolean isGreen() {
        return judged != null && judged.verdict().status() == Status.GREEN;
    }

    private void turnTo(Exercise other) {
        exercise = other;
        judged = null;
        judgeAgain();
    }

    private void judgeAgain() {
        saves.remember(exercise);
        panel = List.of();
        isRunning = true;
        isMentioned = false;
        askedForSolution = false;
        round = rounds.ask(exercise);
    }

    private void lookForSaves() {
        if (saves.isSaved(exercise)) {
            judgeAgain();
        }
    }

    private void waitForTheRestOfASave() throws InterruptedException {
        Thread.sleep(STEPS_OF_A_SAVE);
        events.removeIf(Event.Saved.class::isInstance);
    }

    private void mention() {
        if (isRunning && !isMentioned) {
            isMentioned = true;
            screen.note("Running the tests of " + exercise.title() + " ...");
        }
    }

    private void press(int key) throws IOException, InterruptedException {
        switch (key) {
            case 'h' -> showBelow(panels.hint(exercise, screen.style()));
            case 's' -> {
                // By the verdict that is shown: to find out another one would take a while, and another worker.
                var may = askedForSolution || isGreen();
                askedForSolution = true;
                showBelow(may ? panels.solution(exercise, screen.style()) : panels.notYet(exercise, screen.style()));
            }
            case 'l' -> {
                showBelow(List.of("Looking at all the exercises ..."));
                if (!isLooking) {
                    isLooking = true;
                    var style = screen.style();
                    Thread.startVirtualThread(() -> events.add(new Event.Found(panels.board(style))));
                }
            }
            case 'n' -> {
                var next = workbench.after(exercise);
                if (next.isEmpty()) {
                    showBelow(List.of("This is the last exercise."));
                } else if (next.get().main().isEmpty() && next.get().isPort()) {
                    showBelow(screen.style().wrap("", LaterForms.whatNext(next, true)));
                } else {
                    turnTo(next.get());
                }
            }
            case '!' -> room.otherHand();
            case 'r' -> {
                // Or it is being judged as it is, and a key that is held down would keep that from coming to its end.
                if (!isRunning) {
                    judgeAgain();
                }
            }
            default -> { }
        }
    }

    /** Only a terminal has a foot to be changed. And what is told of a run that is under way is not to be taken away. */
    private void showUnlessItRuns() throws IOException {
        if (!screen.keys().isEmpty() && !(isRunning && isMentioned)) {
            show();
        }
    }

    private void showBelow(List<String> lines) throws IOException {
        panel = lines;
        show();
    }

    private void show() throws IOException {
        screen.show(new Layout(screen, room.foot()).lines(exercise, judged, workbench.after(exercise), panel));
    }
}
