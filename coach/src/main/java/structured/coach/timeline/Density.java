package structured.coach.timeline;

import java.util.EnumMap;
import java.util.Map;
import structured.coach.words.Language;

/**
 * How many tasks there are at a time, and how many of them wait: for so many tasks that a bar for each says nothing. Takes
 * the same small amount of memory for any number of them.
 */
final class Density {

    private static final int BINS = 4000;

    /** A number that changes over time, as means over bins. */
    private static final class Level {
        /** Changes that hold from the beginning of the bin on. */
        private final double[] changes = new double[BINS + 1];
        /** What is to be corrected in the bin of a change, which lies somewhere in the middle of it. */
        private final double[] corrections = new double[BINS + 1];
    }

    private final long from;
    private final double bin;
    private final Level alive;
    private final Map<State, Level> states;

    /** Counts between these times, in nanoseconds; what is outside is counted as at the border. */
    Density(long from, long to) {
        this(from, Math.max(1, to - from) / (double) BINS, new Level(), new EnumMap<>(State.class));
        for (var state : State.values()) {
            states.put(state, new Level());
        }
    }

    private Density(long from, double bin, Level alive, Map<State, Level> states) {
        this.from = from;
        this.bin = bin;
        this.alive = alive;
        this.states = states;
    }

    /** The same in times that count from {@code origin} on. */
    Density since(long origin) {
        return new Density(from - origin, bin, alive, states);
    }

    /** The density of tasks that are known each. */
    static Density of(Iterable<Task> tasks, long to) {
        var density = new Density(0, to);
        for (var task : tasks) {
            density.start(task.from());
            density.end(task.to());
            task.spans().forEach(span -> density.add(span.state(), span.from(), span.to()));
        }
        return density;
    }

    /** So many at a time, as it stands beside a hill. */
    static String label(double number) {
        return String.format(Language.here().locale(), number < 10 ? "%.1f" : "%,.0f", number);
    }

    /** From this time on there is one task more. */
    void start(long time) {
        change(alive, time, 1);
    }

    /** From this time on there is one task less. */
    void end(long time) {
        change(alive, time, -1);
    }

    /** Between these times one task is in this state. What no state is known of counts as unknown. */
    void add(State state, long start, long end) {
        change(states.get(state), start, 1);
        change(states.get(state), end, -1);
    }

    private void change(Level level, long time, int by) {
        var position = Math.clamp((time - from) / bin, 0, (double) BINS);
        var index = (int) position;
        level.changes[index] += by;
        level.corrections[index] -= by * (position - index);
    }

    /**
     * The means in a number of equal columns between two times: first of all tasks, then of each state but
     * {@link State#UNKNOWN}, which is what remains.
     */
    Columns columns(long start, long end, int number) {
        var states = new EnumMap<State, double[]>(State.class);
        this.states.forEach((state, level) -> states.put(state, means(level, start, end, number)));
        var all = means(alive, start, end, number);
        var unknown = states.get(State.UNKNOWN);
        for (int i = 0; i < number; i++) {
            var known = states.get(State.WORK)[i] + states.get(State.OTHERS)[i] + states.get(State.WAIT)[i] + states.get(State.PINNED)[i];
            unknown[i] = Math.max(0, all[i] - known);
        }
        return new Columns(all, states);
    }

    /** Means, a column each. */
    record Columns(double[] all, Map<State, double[]> states) {

        double max() {
            double max = 0;
            for (var value : all) {
                max = Math.max(max, value);
            }
            return max;
        }
    }

    private double[] means(Level level, long start, long end, int number) {
        // The integral up to the end of each bin; differences of it are exact however columns and bins lie.
        var integral = new double[BINS + 2];
        double now = 0;
        for (int i = 0; i <= BINS; i++) {
            now += level.changes[i];
            integral[i + 1] = integral[i] + now + level.corrections[i];
        }
        var means = new double[number];
        var width = Math.max(1, end - start) / (double) number;
        for (int i = 0; i < number; i++) {
            var left = at(integral, start + i * width);
            var right = at(integral, start + (i + 1) * width);
            means[i] = Math.max(0, (right - left) * bin / width);
        }
        return means;
    }

    private double at(double[] integral, double time) {
        var position = Math.clamp((time - from) / bin, 0, (double) BINS);
        var index = (int) position;
        return integral[index] + (integral[index + 1] - integral[index]) * (position - index);
    }
}
