package structured.measured;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What a process that was measured has printed: a line of four numbers for each call, or {@code stopped}, and where and why. */
final class Answer {

    private static final Pattern CALL = Pattern.compile("(\\d+) (-?\\d+) (-?\\d+) (-?\\d+)");

    private Answer() {}

    /** The calls, as samples like this one; if there is none that came to an end, one with a note that says why. */
    static List<Sample> samples(List<String> lines, int status, Sample like) {
        var samples = new ArrayList<Sample>();
        var note = like.note();
        for (var line : lines) {
            var call = CALL.matcher(line);
            if (call.matches()) {
                samples.add(new Sample(like.run(), like.contestant(), like.tasks(), like.waitMillis(), Integer.parseInt(call.group(1)),
                        Long.parseLong(call.group(2)) / 1e6, known(call.group(3), 1e6), known(call.group(4), 1000), like.load(), ""));
            } else if (line.startsWith("stopped ")) {
                note = line.replace(',', ';');
            }
        }
        if (status != 0 && note.isEmpty()) {
            throw new IllegalStateException("%s with %d tasks ended with status %d:%n%s".formatted(like.contestant(), like.tasks(), status, String.join("\n", lines)));
        }
        if (!note.isEmpty()) {
            samples.add(new Sample(like.run(), like.contestant(), like.tasks(), like.waitMillis(), samples.size() + 1, Double.NaN, Double.NaN, Double.NaN, like.load(), note));
        }
        return samples;
    }

    private static double known(String number, double unit) {
        return number.equals("-1") ? Double.NaN : Long.parseLong(number) / unit;
    }
}
