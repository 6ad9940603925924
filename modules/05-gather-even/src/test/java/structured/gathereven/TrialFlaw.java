package structured.gathereven;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** What is wrong with results that should be others. Modules whose results are lists have a copy. */
final class TrialFlaw {

    /** So many results are told as they are. */
    private static final int FEW = 5;

    private TrialFlaw() {}

    /** What is wrong with these results, or nothing: "". Few are told as they came; of many the first that is another one than is due. */
    static String in(List<?> due, List<?> results) {
        if (results == null) {
            return "null came, and no list";
        }
        var wrong = IntStream.range(0, Math.min(due.size(), results.size())).filter(i -> !Objects.equals(due.get(i), results.get(i))).findFirst();
        if (wrong.isEmpty() && due.size() == results.size()) {
            return "";
        }
        if (due.size() <= FEW && results.size() <= FEW) {
            var rest = new ArrayList<Object>(due);
            var areTheSame = due.size() == results.size() && results.stream().allMatch(rest::remove);
            return "%s is due, and %s came%s".formatted(due, results, areTheSame ? ": each is there, but not in its place" : "");
        }
        return due.size() != results.size() ? "%s %s due, and %,d came".formatted(Telling.counted(due.size(), "result"), due.size() == 1 ? "is" : "are", results.size())
                : "the one in place %,d should be %s, and is %s".formatted(wrong.getAsInt() + 1, due.get(wrong.getAsInt()), results.get(wrong.getAsInt()));
    }
}
