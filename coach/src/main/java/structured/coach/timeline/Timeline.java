package structured.coach.timeline;

import java.util.List;
import java.util.Locale;

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

    /**
     * The sums over all tasks.
     *
     * @param tasks how many there were
     * @param nanos from the first start to the last end
     * @param longest what the slowest took
     * @param sum what all of them took
     */
    record Totals(long tasks, long nanos, long longest, long sum) {

        /** The line underneath. */
        String sentence() {
            var all = "%s in all".formatted(seconds(nanos));
            return switch ((int) Math.min(tasks, 2)) {
                case 0 -> "No task has run.";
                case 1 -> all + ", of one task.";
                default -> "%s, the slowest task took %s; one after another it would have taken %s"
                        .formatted(all, seconds(longest), seconds(sum));
            };
        }
    }

    /** Whether each task gets a bar of its own: with more of them nobody could tell one from another. */
    boolean hasBars(int atMost) {
        return totals.tasks() <= atMost && tasks.size() == totals.tasks();
    }

    /** What to say of tasks that the program left behind. */
    static String notEnded(long number) {
        return number == 1 ? "One task had not ended when the program did: its bar ends there."
                : String.format(Locale.ROOT, "%,d tasks had not ended when the program did: their bars end there.", number);
    }

    static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.3f s", nanos / 1e9);
    }
}
