package structured.coach.watch;

import java.util.List;
import structured.coach.judge.Judged;

/** What the watch reacts to, one at a time and in one thread, whichever thread it comes from. */
sealed interface Event {

    /** Something below the exercises' folders was written, moved or deleted. */
    record Saved() implements Event {}

    /** A key was pressed. */
    record Pressed(int character) implements Event {}

    /** The terminal has another size now. */
    record Resized() implements Event {}

    /** The verdict that was asked for in that round. */
    record Answered(long round, Judged judged) implements Event {}

    /** The verdict that was asked for in that round could not be had. */
    record Failed(long round, String why) implements Event {}

    /** Something that took a while to find out, to be shown below the verdict. */
    record Found(List<String> lines) implements Event {}

    /** What an {@link Errand} of that number has brought. */
    record Brought(int errand, Errand.For what, List<String> lines) implements Event {}

    /** How far the learner is. */
    record Known(Course course) implements Event {}

    /** The workshop's board has something to say, or can't be reached. */
    record BoardNews() implements Event {}

    /** The learner has had enough. */
    record Quit() implements Event {}
}
