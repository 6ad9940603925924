package structured.coach.timeline;

import structured.coach.words.Language;

/**
 * A time axis with round marks.
 *
 * @param nanos where it ends; it begins at 0
 * @param step from one mark to the next
 */
record Axis(long nanos, long step) {

    /** An axis with at most so many steps, of 1, 2 or 5 times a power of ten. */
    static Axis of(long nanos, int steps) {
        long power = 1;
        while (true) {
            for (var factor : new int[] {1, 2, 5}) {
                if (nanos / (power * factor) < steps) {
                    return new Axis(Math.max(1, nanos), power * factor);
                }
            }
            power *= 10;
        }
    }

    /** How many marks there are, the one at 0 too. */
    int marks() {
        return (int) (nanos / step) + 1;
    }

    /** What stands at a mark, such as {@code 0.5 s}. */
    String label(int mark) {
        var digits = Math.max(0, 9 - (int) Math.floor(Math.log10(step) + 1e-9));
        return String.format(Language.here().locale(), "%." + digits + "f s", mark * step / 1e9);
    }
}
