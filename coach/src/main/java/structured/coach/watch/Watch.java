package structured.coach.watch;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import structured.coach.Tutorial.Exercise;
import structured.coach.Verdict;
import structured.coach.Verdict.Status;
import structured.coach.command.HintCommand;
import structured.coach.command.LaterForms;
import structured.coach.command.ListCommand;
import structured.coach.command.Report;
import structured.coach.command.SolutionCommand;
import structured.coach.command.Workbench;

/** Takes events one after another, keeps what they amount to, and shows it. */
final class Watch {

    /** An editor may need several steps for one save. */
    private static final long STEPS_OF_A_SAVE = 15;

    /** How long a run may go on before it is mentioned. */
    private static final long SILENCE = 400;

    /** Without any event, files are looked at all the same: some drives don't tell of what happens on them. */
    private static final long LOOK_AGAIN = 1000;

    private final Workbench workbench;
    private final Screen screen;
    private final Rounds rounds;
    private final BlockingQueue<Event> events;

    private Exercise exercise;
    private String stamp = "";
    private long round;
    private Verdict verdict;
    private boolean isRunning;
    private boolean isMentioned;
    private boolean askedForSolution;
    private List<String> panel = List.of();

    Watch(Workbench workbench, Screen screen, Rounds rounds, BlockingQueue<Event> events) {
        this.workbench = workbench;
        this.screen = screen;
        this.rounds = rounds;
        this.events = events;
    }

    /** Goes on until the learner quits, and says whether the exercise was green then. */
    boolean run(Exercise first) throws IOException, InterruptedException {
        turnTo(first);
        while (true) {
            var event = events.poll(isRunning && !isMentioned ? SILENCE : LOOK_AGAIN, MILLISECONDS);
            switch (event) {
                case null -> {
                    mention();
                    lookForSaves();
                }
                case Event.Saved saved -> {
                    waitForTheRestOfASave();
                    lookForSaves();
                }
                case Event.Judged(var judged, var result) -> {
                    // Or else it is on what was there before the last save.
                    if (judged == round) {
                        isRunning = false;
                        verdict = result;
                        panel = exercise.isPort() && isGreen() ? Panel.lines(out -> SolutionCommand.printInShort(exercise, screen.style(), out)) : List.of();
                        show();
                    }
                }
                case Event.Failed(var failed, var why) -> {
                    if (failed == round) {
                        isRunning = false;
                        screen.show(List.of("It could not be judged: " + why, "Save again to try again."));
                    }
                }
                case Event.Found(var lines) -> showBelow(lines);
                case Event.Resized resized -> show();
                case Event.Key(var key) -> {
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
        return verdict != null && verdict.status() == Status.GREEN;
    }

    private void turnTo(Exercise other) {
        exercise = other;
        verdict = null;
        judgeAgain();
    }

    private void judgeAgain() {
        stamp = Saves.stamp(exercise);
        panel = List.of();
        isRunning = true;
        isMentioned = false;
        askedForSolution = false;
        round = rounds.ask(exercise);
    }

    private void lookForSaves() {
        if (!Saves.stamp(exercise).equals(stamp)) {
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
            case 'h' -> showBelow(Panel.lines(out -> HintCommand.print(workbench, exercise, null, screen.style(), out)));
            case 's' -> {
                var reveal = askedForSolution;
                askedForSolution = true;
                showBelow(Panel.lines(out -> {
                    if (!SolutionCommand.print(workbench, exercise, reveal, screen.style(), out)) {
                        out.println("Or press s once more.");
                    }
                }));
            }
            case 'l' -> {
                showBelow(List.of("Looking at all the exercises ..."));
                Thread.startVirtualThread(() -> events.add(new Event.Found(Panel.lines(out -> {
                    ListCommand.print(workbench, screen.style(), out);
                }))));
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
            case 'r' -> judgeAgain();
            default -> { }
        }
    }

    private void showBelow(List<String> lines) throws IOException {
        panel = lines;
        show();
    }

    private void show() throws IOException {
        var lines = new ArrayList<String>();
        if (verdict != null) {
            // Room for a panel, and for the keys.
            lines.addAll(Report.of(exercise, verdict, screen.style(), screen.height() - panel.size() - 4));
            lines.addAll(Report.whatNext(exercise, verdict, screen.style(), workbench.after(exercise), !screen.keys().isEmpty()));
        }
        if (!panel.isEmpty()) {
            lines.add("");
            lines.addAll(panel);
        }
        if (!screen.keys().isEmpty()) {
            lines.add("");
            lines.addAll(screen.style().wrap("", screen.keys()));
        }
        screen.show(lines);
    }
}
