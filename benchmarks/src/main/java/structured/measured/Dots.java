package structured.measured;

import java.util.List;
import java.util.stream.Stream;

/**
 * A plot with one logarithmic axis: a row for each contestant, with a dot for the median, and the runs' spread as a stroke.
 *
 * @param title what is to be seen, for those who can't see it
 * @param across what the axis says
 * @param unit of the figures
 * @param rows what is drawn, from above
 * @param commas whether decimals come after a comma, as in Portuguese
 */
record Dots(String title, String across, Unit unit, List<Row> rows, boolean commas) {

    /** A contestant, and what was measured of it. */
    record Row(String name, Spread value) {}

    private static final int LEFT = 158;
    private static final int RIGHT = Picture.WIDTH - 86;
    private static final int TOP = 22;
    private static final int ROW = 26;

    String svg() {
        var scale = Scale.around(rows.stream().flatMap(row -> Stream.of(row.value.least(), row.value.most())).toList(), LEFT, RIGHT);
        var bottom = TOP + rows.size() * ROW;
        var picture = new Picture(title, bottom + 52);
        for (var tick : scale.ticks()) {
            picture.add("<path class=\"mark\" d=\"M%.1f %dV%d\"/>%n", scale.at(tick), TOP - 6, bottom);
            picture.text(scale.at(tick), bottom + 17, "label", "middle", unit.tick(tick));
        }
        picture.text((LEFT + RIGHT) / 2.0, bottom + 40, "label", "middle", across);
        for (int i = 0; i < rows.size(); i++) {
            var y = TOP + i * ROW + ROW / 2.0;
            var value = rows.get(i).value;
            picture.text(14, y + 5, "name", "start", rows.get(i).name);
            picture.add("<path class=\"spread stroke0\" d=\"M%.1f %.1fH%.1f\"/>%n", scale.at(value.least()), y, scale.at(value.most()));
            picture.add("<circle class=\"fill0\" cx=\"%.1f\" cy=\"%.1f\" r=\"4\"/>%n", scale.at(value.median()), y);
            picture.text(RIGHT + 12, y + 5, "name", "start", commas ? unit.text(value.median()).replace('.', ',') : unit.text(value.median()));
        }
        return picture.svg();
    }
}
