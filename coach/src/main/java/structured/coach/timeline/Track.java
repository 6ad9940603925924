package structured.coach.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import structured.coach.timeline.Task.Ending;
import structured.coach.timeline.Task.Span;
import structured.coach.words.Wording;

/** What is known of a thread while its recording is being read, in whatever order that comes. */
final class Track {

    private static final Wording SAY = Wording.of(Track.class);

    /** Unexplained times that are shorter count as work: nothing could have been seen of them. */
    private static final long SHORT = 50_000_000;

    /** How long after its last exception a failed task may end. It has nothing to do any more but to end. */
    private static final long FAILING = 100_000_000;

    /** How long a cancelled task may tidy up. */
    private static final long TIDYING_UP = 500_000_000;

    /** How much later than the exception out of it a wait may be recorded to end. */
    private static final long SLACK = 5_000_000;

    /** More is not kept of one thread. */
    private static final int MOST_SPANS = 2000;

    /** The time of something that hasn't happened. */
    private static final long NEVER = Long.MIN_VALUE;

    final long id;
    final boolean virtual;
    final String name;
    long start = NEVER;
    long end = NEVER;

    /** The thread that made it; 0 if that isn't known. */
    long parent;

    /** Whether a stack trace showed who runs it: a scope or the module's code, or else somebody's service. */
    boolean ofModule;
    boolean ofService;

    private final List<Span> spans = new ArrayList<>();
    private boolean full;
    private long interrupted = NEVER;
    private long lastWait = NEVER;
    private long failed = NEVER;
    private String failure = "";

    Track(long id, boolean virtual, String name) {
        this.id = id;
        this.virtual = virtual;
        this.name = name;
    }

    boolean isFull() {
        return full;
    }

    boolean hasStarted() {
        return start != NEVER;
    }

    boolean hasEnded() {
        return end != NEVER;
    }

    void add(Span span) {
        if (span.state() != State.WORK) {
            lastWait = Math.max(lastWait, span.to());
        }
        full = spans.size() == MOST_SPANS;
        if (!full) {
            spans.add(span);
        }
    }

    void interruptedAt(long time) {
        interrupted = Math.max(interrupted, time);
    }

    void threwAt(long time, String exception) {
        if (time >= failed) {
            failed = time;
            failure = exception;
        }
    }

    /** A platform thread is of interest from the first to the last that was seen of it in the module's code. */
    void boundBySpans() {
        start = spans.stream().mapToLong(Span::from).min().orElse(start);
        end = spans.stream().mapToLong(Span::to).max().orElse(start);
    }

    /** The task, with times from {@code origin} on; if it hasn't ended, it is drawn until {@code last}. */
    Task task(String name, int depth, long origin, long last) {
        var to = Math.max(start, hasEnded() ? end : last);
        var painted = new TreeMap<Long, Span>();
        painted.put(start, new Span(start, to, State.UNKNOWN, "", "", 0));
        spans.stream().sorted((a, b) -> a.state().compareTo(b.state())).forEach(span -> paint(painted, span, to));
        var shifted = painted.values().stream().map(Track::named)
                .map(span -> new Span(span.from() - origin, span.to() - origin, span.state(), span.what(), span.source(), span.line()))
                .toList();
        var ending = ending();
        var thread = virtual ? SAY.of("thread.virtual", id) : this.name;
        return new Task(name, thread, start - origin, to - origin, ending, ending == Ending.FAILED ? failure : "", shifted, depth);
    }

    private void paint(TreeMap<Long, Span> painted, Span span, long end) {
        var from = Math.max(span.from(), start);
        var to = Math.min(span.to(), end);
        if (from >= to) {
            return;
        }
        cut(painted, from);
        cut(painted, to);
        painted.subMap(from, to).clear();
        var before = painted.lowerEntry(from);
        if (span.state() == State.WORK && before != null && before.getValue().state() == State.WORK) {
            from = before.getKey();
        }
        painted.put(from, new Span(from, to, span.state(), span.what(), span.source(), span.line()));
    }

    private static void cut(TreeMap<Long, Span> painted, long time) {
        Map.Entry<Long, Span> entry = painted.lowerEntry(time);
        if (entry != null && entry.getValue().to() > time) {
            var whole = entry.getValue();
            painted.put(entry.getKey(), new Span(whole.from(), time, whole.state(), whole.what(), whole.source(), whole.line()));
            painted.put(time, new Span(time, whole.to(), whole.state(), whole.what(), whole.source(), whole.line()));
        }
    }

    private static Span named(Span span) {
        var isWork = span.state() == State.WORK || span.state() == State.UNKNOWN && span.to() - span.from() < SHORT;
        return isWork ? new Span(span.from(), span.to(), State.WORK, State.WORK.meaning(), span.source(), span.line())
                : span.state() == State.UNKNOWN ? new Span(span.from(), span.to(), span.state(), span.state().meaning(), "", 0) : span;
    }

    private Ending ending() {
        if (!hasEnded()) {
            return Ending.OPEN;
        } else if (!virtual) {
            // A pool interrupts its threads to be rid of them: that says nothing about their tasks.
            return Ending.DONE;
        } else if (interrupted != NEVER && lastWait <= interrupted + SLACK && end - interrupted < TIDYING_UP) {
            return Ending.CANCELLED;
        } else if (failed != NEVER && lastWait <= failed && end - failed < FAILING) {
            return Ending.FAILED;
        }
        return interrupted != NEVER ? Ending.WENT_ON : Ending.DONE;
    }
}
