package structured.coach.command;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Two texts, line beside line.
 *
 * @param rows all their lines, in their order
 */
record Comparison(List<Row> rows) {

    /**
     * A line of one, beside one of the other.
     *
     * @param one null where only the other has a line here
     * @param other null likewise
     * @param number that of the line of the first text, or of the one that comes next
     */
    record Row(String one, String other, int number) {

        boolean isSame() {
            return one != null && one.equals(other);
        }

        /** Whether it makes no difference to what the code does. */
        boolean isAlike() {
            return isSame() || isComment(one) && isComment(other);
        }

        private static boolean isComment(String line) {
            return line == null || line.strip().matches("(?s)(/\\*|\\*|//).*|");
        }
    }

    static Comparison of(List<String> one, List<String> other) {
        var rows = new ArrayList<Row>();
        var at = 0;
        var deltas = DiffUtils.diff(one, other).getDeltas();
        deltas.sort(Comparator.comparingInt(delta -> delta.getSource().getPosition()));
        for (AbstractDelta<String> delta : deltas) {
            var from = delta.getSource().getPosition();
            addSame(one.subList(at, from), at, rows);
            var gone = delta.getSource().getLines();
            var come = delta.getTarget().getLines();
            for (int i = 0; i < Math.max(gone.size(), come.size()); i++) {
                rows.add(new Row(i < gone.size() ? gone.get(i) : null, i < come.size() ? come.get(i) : null, from + Math.min(i, gone.size()) + 1));
            }
            at = from + gone.size();
        }
        addSame(one.subList(at, one.size()), at, rows);
        return new Comparison(rows);
    }

    private static void addSame(List<String> lines, int at, List<Row> rows) {
        IntStream.range(0, lines.size()).forEach(i -> rows.add(new Row(lines.get(i), lines.get(i), at + i + 1)));
    }

    boolean isSame() {
        return rows.stream().allMatch(Row::isSame);
    }

    /** What is different beyond comments, each with so many rows around it. What would touch is one. */
    List<List<Row>> hunks(int context) {
        var hunks = new ArrayList<List<Row>>();
        var end = 0;
        for (int i = 0; i < rows.size(); i++) {
            if (!rows.get(i).isAlike()) {
                var from = Math.max(0, i - context);
                var to = Math.min(rows.size(), i + context + 1);
                if (hunks.isEmpty() || from > end) {
                    hunks.add(new ArrayList<>(rows.subList(from, to)));
                } else {
                    hunks.getLast().addAll(rows.subList(end, to));
                }
                end = to;
            }
        }
        return hunks;
    }
}
