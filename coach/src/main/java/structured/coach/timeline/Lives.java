package structured.coach.timeline;

import java.util.HashMap;
import java.util.Map;
import structured.coach.timeline.Timeline.Totals;

/** Adds up how long threads lived. It remembers only those that have started and not ended, or the other way round. */
final class Lives {

    private final Map<Long, Long> starts = new HashMap<>();
    private final Map<Long, Long> ends = new HashMap<>();
    private long tasks;
    private long longest;
    private long sum;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    void start(long id, long time) {
        tasks++;
        first = Math.min(first, time);
        var end = ends.remove(id);
        if (end == null) {
            starts.put(id, time);
        } else {
            lived(time, end);
        }
    }

    void end(long id, long time) {
        last = Math.max(last, time);
        var start = starts.remove(id);
        if (start == null) {
            // Events come from several buffers, one after another: this thread's start is still to come.
            ends.put(id, time);
        } else {
            lived(start, time);
        }
    }

    private void lived(long start, long end) {
        longest = Math.max(longest, end - start);
        sum += end - start;
    }

    /** How many have not ended. */
    int open() {
        return starts.size();
    }

    /** When the first one started. */
    long first() {
        return first;
    }

    /** The totals, where those that have not ended count until {@code now}. */
    Totals totals(long now, boolean addsUp) {
        starts.values().forEach(start -> lived(start, now));
        var end = starts.isEmpty() ? last : now;
        starts.clear();
        return new Totals(tasks, tasks == 0 ? 0 : end - first, longest, sum, addsUp);
    }
}
