package structured.coach.watch;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import structured.coach.command.Workbench;
import structured.coach.diagnosis.Diagnosis;
import structured.coach.diagnosis.Mistake;
import structured.coach.room.Room;
import structured.coach.tutorial.Exercise;
import structured.coach.tutorial.Sources;
import structured.coach.words.Wording;

/** Takes events one after another, keeps what they amount to, and has it shown. */
final class Watch {

    private static final Wording SAY = Wording.of(Watch.class);

    /** An editor may need several steps for one save, each soon after the one before. */
    private static final long NEXT_STEP = 3;
    private static final long STEPS_OF_A_SAVE = 15;

    /** While a run goes on, what is said of it changes so often. */
    private static final long SECOND = 1000;

    private final Workbench workbench;
    private final View view;
    private final Keyboard keyboard;
    private final Panels panels;
    private final Rounds rounds;
    private final BlockingQueue<Event> events;
    private final Saves saves;
    private final Room room;

    private final Diagnosis diagnosis;
    private long round;
    private boolean isRunning;

    /** When the round was asked for. */
    private long asked;

    /** How many verdicts there were. */
    private int verdicts;

    /** Reacts to {@code events}, to which {@code saves} adds those that it hears of. Verdicts are told in the {@code room}. */
    Watch(Workbench workbench, Screen screen, Rounds rounds, BlockingQueue<Event> events, Saves saves, Room room, Opening opening) throws IOException {
        this.workbench = workbench;
        this.saves = saves;
        this.room = room;
        this.rounds = rounds;
        this.events = events;
        diagnosis = new Diagnosis(workbench.tutorial());
        panels = new Panels(workbench);
        view = new View(workbench, screen, room);
        keyboard = new Keyboard(workbench, view, room, this, events, opening);
    }

    /** Goes on until the learner quits, and says whether the exercise was green then, or the step that was asked for; 0 is none. */
    boolean run(Exercise first, int step) throws IOException, InterruptedException {
        try {
            return takeEvents(first, step);
        } finally {
            keyboard.close();
        }
    }

    private boolean takeEvents(Exercise first, int step) throws IOException, InterruptedException {
        view.turnTo(first, step);
        judgeAgain();
        Course.lookUp(workbench, events);
        while (true) {
            var event = events.poll(isRunning && !view.mentions() ? Meanwhile.SILENCE.toMillis() : Math.min(SECOND, saves.lookAfter()), MILLISECONDS);
            switch (event) {
                case null -> lookForSaves();
                case Event.Saved saved -> {
                    waitForTheRestOfASave();
                    lookForSaves();
                }
                case Event.Answered answered -> take(answered);
                case Event.Failed(var failed, var why) -> {
                    if (failed == round) {
                        isRunning = false;
                        view.takeTrouble(List.of(SAY.of("trouble", why), SAY.of("trouble.again")));
                    }
                }
                case Event.Found(var lines) -> {
                    keyboard.found(lines);
                    Course.lookUp(workbench, events);
                }
                case Event.Brought brought -> keyboard.brought(brought);
                case Event.Known(var course) -> {
                    view.take(course);
                    showUnlessItRuns();
                    keyboard.celebrate();
                }
                case Event.Resized resized -> view.show();
                case Event.BoardNews news -> showUnlessItRuns();
                case Event.Pressed(var key) -> {
                    room.seen();
                    if (Key.of(key).filter(Key.QUIT::equals).isPresent() || key == 4) {
                        return view.isGreen();
                    }
                    keyboard.press(key);
                }
                case Event.Quit quit -> {
                    return view.isGreen();
                }
            }
            // After keys, too: who holds one down is to see it as well.
            mention();
        }
    }

    /** What there is to see from now on is this exercise. */
    void turnTo(Exercise other) {
        view.turnTo(other, 0);
        judgeAgain();
    }

    /** If it doesn't already: a key that is held down would keep the run from coming to its end. */
    void runAgain() {
        if (!isRunning) {
            judgeAgain();
        }
    }

    /** The learner says: no, my code isn't like that. */
    void refuse() throws IOException {
        var exercise = view.exercise();
        if (diagnosis.refuse(exercise)) {
            view.takeLike("");
            view.below(view.style().wrap("", SAY.of("not-it.refused", exercise.title())));
        } else {
            view.below(view.style().wrap("", SAY.of("not-it.nothing-said", exercise.title())));
        }
    }

    /** After the files were replaced; what is to be said of that is shown meanwhile, and below the verdict. */
    void judgeAnew(List<String> said) {
        judgeAgain();
        view.meanwhileBelow(said);
    }

    private void take(Event.Answered answered) throws IOException {
        // Or else it is on what was there before the last save.
        if (answered.round() == round) {
            isRunning = false;
            view.take(answered.judged(), Which.run(++verdicts, System.nanoTime() - asked));
            var mistake = diagnosis.of(answered.judged(), view.lead().failure());
            mistake.ifPresent(it -> view.takeLike(view.hasFoot() ? SAY.of("not-it.by-key", it.text()) : it.text()));
            if (view.exercise().isPort() && view.isGreen()) {
                view.below(panels.besideTheSolution(view.exercise(), view.style()));
            } else {
                view.show();
            }
            room.told(answered.judged(), mistake.map(Mistake::name).orElse(""));
            if (view.isGreen() && view.hasFoot()) {
                // Whether that was the last one.
                Course.lookUp(workbench, events);
            }
        }
    }

    private void judgeAgain() {
        saves.remember(view.exercise());
        view.begins();
        keyboard.forget();
        isRunning = true;
        asked = System.nanoTime();
        round = rounds.ask(view.exercise());
    }

    void lookForSaves() {
        if (saves.isSaved(view.exercise()) && !isBeingJudged()) {
            judgeAgain();
        }
    }

    /** Whether the run that goes on is on just what is there now: the last step of a save may come late, and only set the file's rights. */
    private boolean isBeingJudged() {
        if (!isRunning) {
            return false;
        }
        try {
            saves.remember(view.exercise());
            return rounds.isOn(Sources.of(view.exercise()));
        } catch (IOException e) {
            // Whoever judges it says why.
            return false;
        }
    }

    private void waitForTheRestOfASave() throws InterruptedException {
        for (var waited = 0L; waited < STEPS_OF_A_SAVE; waited += NEXT_STEP) {
            Thread.sleep(NEXT_STEP);
            if (!events.removeIf(Event.Saved.class::isInstance)) {
                return;
            }
        }
    }

    private void mention() throws IOException {
        if (isRunning) {
            view.mention(Meanwhile.of(view.exercise(), Duration.ofNanos(System.nanoTime() - asked), rounds.progress()));
        }
    }

    /** Only a terminal has a foot to be changed. And what is told of a run that is under way is not to be taken away. */
    private void showUnlessItRuns() throws IOException {
        if (view.hasFoot() && !isRunning) {
            view.show();
        }
    }
}
