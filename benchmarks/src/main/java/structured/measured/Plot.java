package structured.measured;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A plot with two logarithmic axes: a line for each contestant, through the medians, with the runs' spread as a stroke, and its name at
 * its end.
 *
 * @param title what is to be seen, for those who can't see it
 * @param across what the axis across says
 * @param up what the axis that goes up says
 * @param unit of what goes up
 * @param lines what is drawn
 * @param commas whether decimals come after a comma, and a point is between thousands, as in Portuguese
 */
record Plot(String title, String across, String up, Unit unit, List<Line> lines, boolean commas) {

    /** A line of a plot. Its colour is one of {@link Picture#COLOURS}. */
    record Line(String name, int colour, List<Point> points) {}

    /** A number of tasks, and what was measured of them. */
    record Point(double x, Spread y) {}

    private static final int HEIGHT = 400;
    private static final int LEFT = 62;
    private static final int RIGHT = Picture.WIDTH - 142;
    private static final int TOP = 40;
    private static final int BOTTOM = HEIGHT - 52;
    private static final int ROW = 17;

    /** The picture, as a text. */
    String svg() {
        var x = Scale.around(points().map(Point::x).toList(), LEFT, RIGHT);
        var y = Scale.around(points().flatMap(point -> Stream.of(point.y.least(), point.y.most())).toList(), BOTTOM, TOP);
        var picture = new Picture(title, HEIGHT);
        for (var tick : x.ticks()) {
            picture.add("<path class=\"mark\" d=\"M%.1f %dV%d\"/>%n", x.at(tick), TOP, BOTTOM);
            // Long numbers would run into each other.
            if (x.ticks().size() < 6 || Math.round(Math.log10(tick)) % 2 == 0) {
                picture.text(x.at(tick), BOTTOM + 18, "label", "middle", separated(Unit.count(Math.round(tick))));
            }
        }
        for (var tick : y.ticks()) {
            picture.add("<path class=\"mark\" d=\"M%d %.1fH%d\"/>%n", LEFT, y.at(tick), RIGHT);
            picture.text(LEFT - 6, y.at(tick) + 5, "label", "end", separated(unit.tick(tick)));
        }
        picture.text(14, 24, "label", "start", up);
        picture.text((LEFT + RIGHT) / 2.0, HEIGHT - 14, "label", "middle", across);
        for (int i = 0; i < lines.size(); i++) {
            draw(picture, lines.get(i), x, y, 3 * (i - (lines.size() - 1) / 2.0));
        }
        name(picture, x, y);
        return picture.svg();
    }

    /** Powers of ten have no decimals here, only thousands. */
    private String separated(String tick) {
        return commas ? tick.replace(',', '.') : tick;
    }

    private Stream<Point> points() {
        return lines.stream().flatMap(line -> line.points.stream());
    }

    /** Spreads are moved aside a little, or they would hide each other. */
    private static void draw(Picture picture, Line line, Scale x, Scale y, double aside) {
        var path = new StringBuilder();
        for (var point : line.points) {
            path.append(String.format(Locale.ROOT, "%s%.1f %.1f", path.isEmpty() ? "M" : "L", x.at(point.x), y.at(point.y.median())));
            picture.add("<path class=\"spread stroke%d\" d=\"M%.1f %.1fV%.1f\"/>%n", line.colour, x.at(point.x) + aside, y.at(point.y.least()),
                    y.at(point.y.most()));
            picture.add("<circle class=\"fill%d\" cx=\"%.1f\" cy=\"%.1f\" r=\"3\"/>%n", line.colour, x.at(point.x), y.at(point.y.median()));
        }
        picture.add("<path class=\"line stroke%d\" d=\"%s\"/>%n", line.colour, path);
    }

    /** Names at the right, each as near to the end of its line as there is room, and joined to it. */
    private void name(Picture picture, Scale x, Scale y) {
        var sorted = lines.stream().sorted(Comparator.comparingDouble(line -> y.at(line.points.getLast().y.median()))).toList();
        var places = spread(sorted.stream().map(line -> y.at(line.points.getLast().y.median())).toList(), ROW, TOP, BOTTOM);
        for (int i = 0; i < sorted.size(); i++) {
            var line = sorted.get(i);
            var end = line.points.getLast();
            picture.add("<path class=\"mark\" d=\"M%.1f %.1fL%d %.1f\"/>%n", x.at(end.x) + 4, y.at(end.y.median()), RIGHT + 12, places.get(i));
            picture.text(RIGHT + 15, places.get(i) + 5, "fill" + line.colour, "start", line.name);
        }
    }

    /** Moves places that are sorted so far apart that they keep a distance, and stay between two ends if there is room. */
    static List<Double> spread(List<Double> places, double distance, double least, double most) {
        var moved = new ArrayList<Double>();
        for (var place : places) {
            moved.add(moved.isEmpty() ? Math.max(place, least) : Math.max(place, moved.getLast() + distance));
        }
        var limit = most;
        for (int i = moved.size() - 1; i >= 0 && moved.get(i) > limit; i--) {
            moved.set(i, limit);
            limit -= distance;
        }
        return moved;
    }
}
