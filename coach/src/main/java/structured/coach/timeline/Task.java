package structured.coach.timeline;

import java.util.List;
import java.util.Set;
import structured.coach.words.Wording;

/**
 * A thread that ran some of the module's code: with one thread a task, that is a task. Times are in nanoseconds from when
 * the first task started.
 *
 * @param name what it is called in the picture
 * @param thread the thread that it ran on
 * @param ending how it ended, as far as that can be known
 * @param detail the exception's name where it failed, or an empty text
 * @param spans what it did, one after another, without gaps
 * @param depth how many of the tasks it stands below: 0 if none of them forked it
 */
record Task(String name, String thread, long from, long to, Ending ending, String detail, List<Span> spans, int depth) {

    /** A task that none of the others forked. */
    Task(String name, String thread, long from, long to, Ending ending, String detail, List<Span> spans) {
        this(name, thread, from, to, ending, detail, spans, 0);
    }

    /** How a task ended. The words stand behind its bar; there are none for what looks like a success. */
    enum Ending {
        DONE(""), FAILED("ending.failed"), CANCELLED("ending.cancelled"), WENT_ON("ending.went-on"), OPEN("ending.open");

        private static final Wording SAY = Wording.of(Task.class);

        private final String key;

        Ending(String key) {
            this.key = key;
        }

        String words() {
            return key.isEmpty() ? "" : SAY.of(key);
        }
    }

    /**
     * For a while it did one thing.
     *
     * @param what the thing in words
     * @param source the source file in which it did so, or an empty text
     * @param line the line there, or 0
     */
    record Span(long from, long to, State state, String what, String source, int line) {}

    long nanos() {
        return to - from;
    }

    /** How long it was in one of these states. */
    long nanosIn(Set<State> states) {
        return spans.stream().filter(span -> states.contains(span.state())).mapToLong(span -> span.to() - span.from()).sum();
    }
}
