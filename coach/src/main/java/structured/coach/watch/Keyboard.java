package structured.coach.watch;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import structured.coach.command.Place;
import structured.coach.command.Workbench;
import structured.coach.room.Room;
import structured.coach.terminal.Harmless;

/** Does what keys ask for. For the one thread that takes the events. */
final class Keyboard {

    /** What Enter sends, which a terminal may want after each key: no key of ours. */
    private static final String ENTER = "\r\n";

    private final View view;
    private final Room room;
    private final Watch watch;
    private final BlockingQueue<Event> events;
    private final Panels panels;
    private final Errand errand;
    private final Opening opening;
    private final Ways ways;

    /** Whether the learner's own mains were run for the end, or that was not wanted. */
    private boolean hasCelebrated;

    /** What the key y would do: asked, and not yet answered. */
    private Runnable asked;
    private boolean askedForSolution;

    /** Whether all exercises are being looked at: not once more for each press of a key, or each time that it repeats. */
    private boolean isLooking;

    Keyboard(Workbench workbench, View view, Room room, Watch watch, BlockingQueue<Event> events, Opening opening) {
        this.view = view;
        this.room = room;
        this.watch = watch;
        this.events = events;
        this.opening = opening;
        errand = new Errand(events);
        ways = new Ways(workbench, view, watch);
        panels = new Panels(workbench);
    }

    /** A run has begun: whatever was asked before is about other code. */
    void forget() {
        asked = null;
        askedForSolution = false;
        if (errand.isUnderWay(Errand.For.PANEL)) {
            // No key has ended it, or there would be none.
            view.meanwhileBelow(view.style().wrap("", "A file was saved while your main ran, so that was ended: the picture would be of what was there before. t draws it anew."));
        }
        // Of other code, what they show may be another thing.
        hasCelebrated &= !errand.end() && !view.exercise().isCalled("03") && !view.exercise().isCalled("04");
    }

    /** What took a while is there. */
    void found(List<String> lines) throws IOException {
        isLooking = false;
        view.below(lines);
    }

    /** The same of an errand, unless it was ended. */
    void brought(Event.Brought brought) throws IOException {
        if (errand.takes(brought)) {
            if (brought.what() == Errand.For.END) {
                view.takeBeside(brought.lines());
            } else {
                view.below(brought.lines());
                celebrate();
            }
        }
    }

    /** If all is done, runs what the course began with and what it came to, once: 03, one after another, and 04, all at once. */
    void celebrate() throws IOException {
        var both = view.course().all().stream().filter(it -> it.isCalled("03") || it.isCalled("04")).toList();
        // It would end what a key has asked for: then it is for later.
        var isFree = !errand.isUnderWay(Errand.For.PANEL);
        if (view.isTheEnd() && view.hasFoot() && isFree && !hasCelebrated && !both.isEmpty()) {
            hasCelebrated = true;
            var style = view.style();
            var inShort = view.isLow();
            errand.begin(Errand.For.END, () -> panels.besideEachOther(both, inShort, style));
            view.takeBeside(style.wrap("", "(Running your 03 and 04, to draw both. Any key ends that.)"));
        }
    }

    /** Ends what goes on. */
    void close() {
        errand.end();
    }

    void press(int character) throws IOException, InterruptedException {
        if (ENTER.indexOf(character) >= 0) {
            return;
        }
        if (errand.isUnderWay(Errand.For.PANEL) && Key.of(character).equals(Optional.of(Key.TIMELINE))) {
            return;    // It is on its way. Who sees nothing for a while, on a busy machine, may well press it again.
        }
        var wasUnderWay = errand.end();
        var answered = asked;
        asked = null;
        if (answered != null && Character.toLowerCase(character) == 'y') {
            answered.run();
            return;
        }
        var key = Key.of(character);
        if (wasUnderWay && view.isTheEnd()) {
            view.takeBeside(List.of());
        }
        if (wasUnderWay && (key.isEmpty() || key.get() == Key.MORE)) {
            say("Ended.");
            return;
        }
        if (character == '!' && !room.foot().isEmpty()) {
            room.otherHand();
            return;
        }
        if (character >= '1' && character <= '9') {
            ways.to(Character.toString(character));
            return;
        }
        if (key.isPresent()) {
            press(key.get());
        } else {
            view.below(List.of("There is no key %s here. ? lists those that there are.".formatted(Harmless.line(Character.toString(character)))));
        }
    }

    private void press(Key key) throws IOException, InterruptedException {
        switch (key) {
            case HINT -> view.below(panels.hint(view.exercise(), stepOfHint(), view.style(), view.isGreen()));
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
            case OPEN -> open();
            case TIMELINE -> timeline();
            case RESET -> asked = ways.reset();
            case NEXT -> asked = ways.next();
            case BACK -> ways.back();
            case MORE -> view.nextPage();
            case KEYS -> view.below(Key.all(view.style(), !room.foot().isEmpty()));
            case NOT_IT -> watch.refuse();
            case RUN -> watch.runAgain();
            case QUIT -> { }
        }
    }

    private Integer stepOfHint() {
        return view.judged() == null || view.lead().step() == 0 ? null : Integer.valueOf(view.lead().step());
    }

    private Optional<Place> place() throws IOException, InterruptedException {
        return view.judged() == null ? Optional.empty() : Place.of(view.judged(), view.lead(), panels.workbench());
    }

    private void open() throws IOException, InterruptedException {
        var place = place();
        if (place.isEmpty()) {
            say(view.judged() == null ? "There is no verdict yet, and so no line to open." : "There is no file of yours to open.");
        } else {
            var said = opening.open(place.get());
            view.below(said);
            watch.lookForSaves();
        }
    }

    private void timeline() throws IOException, InterruptedException {
        var exercise = view.exercise();
        if (exercise.isPort()) {
            say("t is for exercises: a port's main would take its own JDK.");
            return;
        }
        var style = view.style();
        var file = place().map(Place::file);
        errand.begin(Errand.For.PANEL, () -> panels.timeline(exercise, file, style));
        say("Running your main of %s, to draw it here. Any other key ends it.".formatted(exercise.title()));
    }

    private void say(String sentence) throws IOException {
        view.below(view.style().wrap("", sentence));
    }
}
