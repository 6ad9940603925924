package structured.coach.watch;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import structured.coach.command.Lead;
import structured.coach.command.Report;
import structured.coach.command.WhatNext;
import structured.coach.command.Workbench;
import structured.coach.judge.Judged;
import structured.coach.room.Room;
import structured.coach.terminal.Style;
import structured.coach.tutorial.Exercise;
import structured.coach.verdict.Verdict.Status;

/** What is to be seen, and what it is made of. For the one thread that takes the events. */
final class View {

    private static final Function<Style, List<String>> NOTHING = style -> List.of();

    private final Workbench workbench;
    private final Screen screen;
    private final Room room;

    private Exercise exercise;

    /** The step that was asked for, or 0. */
    private int asked;

    /** Null until there is a verdict on this exercise. */
    private Judged judged;
    private String when = "";

    /** What the code behaves like, or an empty text. */
    private String like = "";

    /** What is said of what goes on meanwhile, on a screen of that style; or nothing. */
    private Function<Style, List<String>> meanwhile = NOTHING;
    private List<String> panel = List.of();
    private int page;
    private int pages = 1;
    private Course course;

    /** What the end says of the learner's own mains. */
    private List<String> beside = List.of();

    View(Workbench workbench, Screen screen, Room room) throws IOException {
        this.workbench = workbench;
        this.screen = screen;
        this.room = room;
        course = new Course(workbench.tutorial().exercises(), Set.of());
    }

    Exercise exercise() {
        return exercise;
    }

    Judged judged() {
        return judged;
    }

    Style style() {
        return screen.style();
    }

    Lead lead() {
        return Lead.of(judged, asked);
    }

    /** Whether there is more than verdicts to see. */
    boolean hasFoot() {
        return screen.hasKeys();
    }

    /** Whether the exercise is; or the step, if one was asked for. */
    boolean isGreen() {
        return judged != null && lead().status(judged) == Status.GREEN;
    }

    /** From now on all is about this exercise. The last verdict is to be seen until there is one on it. */
    void turnTo(Exercise other, int step) {
        exercise = other;
        asked = step;
        workbench.askedSteps().ask(other, step);
        judged = null;
        like = "";
        panel = List.of();
    }

    /** A run has begun: what was asked for before it is out of date. */
    void begins() {
        panel = List.of();
        meanwhile = NOTHING;
    }

    /** What is said of the verdict that is to be seen: what the code behaves like, or an empty text. */
    void takeLike(String what) {
        like = what;
    }

    /** The verdict has come; {@code when} tells of which run it is. */
    void take(Judged verdict, String ofWhich) {
        judged = verdict;
        like = "";
        when = ofWhich;
        meanwhile = NOTHING;
        if (!exercise.isPort()) {
            course = course.with(exercise, judged.verdict().status() == Status.GREEN);
        }
    }

    void take(Course known) {
        course = known;
    }

    /** Whether all is done, and this exercise is green just now. */
    boolean isTheEnd() {
        return judged != null && judged.verdict().status() == Status.GREEN && !exercise.isPort() && course.isDone();
    }

    /** All exercises, and how far the learner is with them. */
    Course course() {
        return course;
    }

    /** What the end says of the learner's own mains, from now on. */
    void takeBeside(List<String> lines) throws IOException {
        beside = lines;
        show();
    }

    /** Whether there is no room for many lines. */
    boolean isLow() {
        return screen.height() < 24;
    }

    /** No verdict could be had. */
    void takeTrouble(List<String> lines) throws IOException {
        judged = null;
        meanwhile = NOTHING;
        below(lines);
    }

    /** Says in the foot what goes on, until there is a verdict. All else stays as it is: nothing flickers, and what is being read isn't moved. */
    void mention(Function<Style, List<String>> what) throws IOException {
        var style = screen.style();
        var before = meanwhile.apply(style);
        meanwhile = what;
        if (screen.hasKeys() && !what.apply(style).equals(before) && (before.isEmpty() || !screen.changeFoot(foot(style)))) {
            show();
        }
    }

    boolean mentions() {
        return !meanwhile.apply(screen.style()).isEmpty();
    }

    /** From the next time on, these lines are below the verdict. */
    void meanwhileBelow(List<String> lines) {
        panel = lines;
        page = 0;
    }

    /** Shows these lines below the verdict, the first page of them, instead of what was there. */
    void below(List<String> lines) throws IOException {
        panel = lines;
        page = 0;
        show();
    }

    /** Shows their next page. */
    void nextPage() throws IOException {
        page = (page + 1) % pages;
        show();
    }

    void show() throws IOException {
        var style = screen.style();
        var layout = new Layout(style, screen.height());
        var lead = judged == null ? null : lead();
        Layout.Foldable report = height -> judged == null ? List.of() : Report.of(judged, lead, when, like, style, height);
        var seen = panel.isEmpty() ? layout.verdict(report, next(style), foot(style)) : layout.withPanel(report, isGreen(), panel, page, foot(style));
        pages = seen.pages();
        screen.show(seen.top(), seen.foot());
    }

    private List<String> next(Style style) throws IOException {
        if (isTheEnd()) {
            return new TheEnd(workbench.tutorial().root(), course.all().size(), beside).lines(style);
        }
        return judged == null ? List.of() : !lead().isAllOf(judged) ? WhatNext.afterStep(judged, lead(), style)
                : WhatNext.after(judged.exercise(), judged.verdict(), style, workbench.after(judged.exercise()), screen.hasKeys());
    }

    private List<String> foot(Style style) {
        var first = mentions() ? meanwhile.apply(style) : List.of(exercise.isPort() ? style.cut(exercise.title(), 0) : course.bar(exercise, style));
        return screen.hasKeys() ? Key.foot(first, room.foot(), style, screen.needsEnter()) : List.of();
    }
}
