package structured.coach.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import structured.coach.words.Wording;

/** Stack traces that differ in nothing that a learner could do something about: the same exception, by the same lines of theirs. One of them is enough. */
final class LikeTraces {

    private static final Wording SAY = Wording.of(LikeTraces.class);

    /** A line of a text; or if it is the first one of a trace, all of that. */
    private record Part(List<String> lines, String likeness) {
        boolean isTrace() {
            return !likeness.isEmpty();
        }
    }

    private LikeTraces() {}

    /**
     * These lines, with the first of each such trace only, and below it how many more there were.
     *
     * @param lines as {@link Traces} has shortened them
     * @param isCut whether there were more lines, so that the last trace may lack some
     */
    static List<String> folded(List<String> lines, boolean isCut) {
        var parts = new ArrayList<Part>();
        for (int i = 0; i < lines.size(); i += parts.getLast().lines.size()) {
            parts.add(part(lines, i));
        }
        var last = parts.stream().filter(Part::isTrace).reduce((a, b) -> b);
        var counts = new LinkedHashMap<String, Integer>();
        parts.stream().filter(Part::isTrace).forEach(part -> counts.merge(part.likeness, 1, Integer::sum));
        if (isCut && last.isPresent() && counts.size() > 1 && counts.get(last.get().likeness) == 1) {
            parts.remove(last.get());
        }
        var folded = new ArrayList<String>();
        for (var part : parts) {
            if (!part.isTrace()) {
                folded.addAll(part.lines);
            } else if (counts.get(part.likeness) > 0) {
                folded.addAll(part.lines);
                more(counts, part, folded);
            }
        }
        return folded;
    }

    private static void more(Map<String, Integer> counts, Part part, List<String> folded) {
        var more = counts.put(part.likeness, 0) - 1;
        if (more > 0) {
            folded.add(SAY.count("trace.like-it", more));
        }
    }

    private static Part part(List<String> lines, int begin) {
        var end = begin + 1;
        while (Traces.THROWN.matcher(lines.get(begin)).matches() && end < lines.size() && Traces.belongs(lines.get(end))) {
            end++;
        }
        var part = lines.subList(begin, end);
        return new Part(part, part.size() == 1 ? "" : thrown(part.getFirst()) + part.stream().filter(line -> line.strip().startsWith("at ")).toList());
    }

    /** Of the line that says what was thrown, the class. */
    private static String thrown(String line) {
        return line.replaceFirst("^Exception in thread \".*?\" ", "").replaceFirst("[:\\s].*", "");
    }
}
