package structured.coach.timeline;

import java.util.List;
import java.util.Set;
import structured.coach.words.Language;
import structured.coach.words.Wording;

/**
 * When each task of a program ran. Times are in nanoseconds from when the first task started.
 *
 * @param title which program it was
 * @param tasks the tasks in the order of their creation; none if there were too many to keep each
 * @param density how many of them ran at a time
 * @param totals the sums
 * @param notes sentences on what else is to be known, about how the program ended above all
 */
record Timeline(String title, List<Task> tasks, Density density, Totals totals, List<String> notes) {

    private static final Wording SAY = Wording.of(Timeline.class);

    /** What a thread does that another one keeps out of a synchronized block. */
    static String forMonitor() {
        return SAY.of("span.monitor");
    }

    /**
     * The sums over all tasks.
     *
     * @param tasks how many there were
     * @param nanos from the first start to the last end
     * @param longest what the slowest took
     * @param sum what all of them took
     * @param addsUp whether the sum is what they would take one after another
     */
    record Totals(long tasks, long nanos, long longest, long sum, boolean addsUp) {

        /** The line underneath. */
        String sentence() {
            return switch ((int) Math.min(tasks, 2)) {
                case 0 -> SAY.of("totals.none");
                case 1 -> SAY.of("totals.one", seconds(nanos));
                default -> addsUp ? SAY.of("totals.sum", seconds(nanos), seconds(longest), seconds(sum)) : SAY.of("totals", seconds(nanos), seconds(longest));
            };
        }
    }

    /** So much of all that tasks did has to be waits for a service, which don't get longer if others wait, too. */
    private static final double NEARLY_ALL = 0.9;

    /** Whoever is first to print, or to load a class, keeps others waiting for a moment. */
    private static final double HARDLY_ANY = 0.02;

    /**
     * Whether these tasks would take the sum of their times one after another. Not those that were cut short, or waited for
     * others meanwhile, and nobody knows it of those that need the processor, or of which it isn't known what they did.
     */
    static boolean addsUp(List<Task> tasks) {
        var waits = tasks.stream().mapToLong(task -> task.nanosIn(Set.of(State.WAIT, State.PINNED))).sum();
        var forOthers = tasks.stream().flatMap(task -> task.spans().stream()).filter(span -> span.state() == State.OTHERS || span.what().equals(forMonitor()))
                .mapToLong(span -> span.to() - span.from()).sum();
        return tasks.stream().allMatch(task -> task.ending() == Task.Ending.DONE && task.depth() == 0)
                && addsUp(waits, forOthers, tasks.stream().mapToLong(Task::nanos).sum());
    }

    static boolean addsUp(double waits, double forOthers, double all) {
        return waits >= NEARLY_ALL * all && forOthers <= HARDLY_ANY * all;
    }

    /** Whether each task gets a bar of its own: with more of them nobody could tell one from another. */
    boolean hasBars(int atMost) {
        return totals.tasks() <= atMost && tasks.size() == totals.tasks();
    }

    /** What to say of tasks that the program left behind. */
    static String notEnded(long number) {
        return SAY.count("not-ended", number);
    }

    static String seconds(long nanos) {
        return String.format(Language.here().locale(), "%.3f s", nanos / 1e9);
    }
}
