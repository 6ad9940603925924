package structured.coach.room;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** How somebody got on with an exercise. Guarded by the board's lock. */
final class Progress {

    /** What a step has taken. */
    static final class Effort {
        Duration time = Duration.ZERO;
        int hints;
        int hands;
        final Map<String, Duration> red = new LinkedHashMap<>();
        final Set<String> mistakes = new LinkedHashSet<>();
    }

    private final NavigableMap<Integer, Effort> efforts = new TreeMap<>();
    private int step = 1;
    private int furthest;
    private int mostPassed;
    private boolean green;

    /** The last verdict's number of hints. */
    private int hints;

    /** Takes a verdict, and says whether it is progress: a step or a number of tests that was not reached before. */
    boolean takes(LearnerState state) {
        // Code that doesn't compile is at no step: it is where it was.
        step = state.step() > 0 ? state.step() : step;
        var isProgress = step > furthest || state.passed() > mostPassed || state.isGreen() && !green;
        furthest = Math.max(furthest, step);
        mostPassed = Math.max(mostPassed, state.passed());
        green |= state.isGreen();
        var effort = here();
        effort.hints += Math.max(0, state.hints() - hints);
        hints = state.hints();
        if (!state.mistake().isEmpty()) {
            effort.mistakes.add(state.mistake());
        }
        return isProgress;
    }

    /** The step that the last verdict was at. */
    int step() {
        return step;
    }

    boolean isGreen() {
        return green;
    }

    /** What the step has taken that the last verdict was at. */
    Effort here() {
        return efforts.computeIfAbsent(step, it -> new Effort());
    }

    /** Time went by since the last verdict, in which this test was red. */
    void took(Duration time, String test) {
        here().time = here().time.plus(time);
        if (!test.isEmpty()) {
            here().red.merge(test, time, Duration::plus);
        }
    }

    /** Whether a step was worked at, or is behind. */
    boolean hasReached(int other) {
        return green || furthest >= other;
    }

    private boolean hasLeft(int other) {
        return green || furthest > other;
    }

    /** What a step took; nothing where it took no verdict of its own. */
    Effort effort(int other) {
        return efforts.getOrDefault(other, new Effort());
    }

    /** How long a step took that is over; null if it isn't, or went by together with another one. */
    Duration time(int other) {
        return hasLeft(other) && efforts.containsKey(other) ? efforts.get(other).time : null;
    }
}
