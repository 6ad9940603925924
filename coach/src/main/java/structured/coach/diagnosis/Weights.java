package structured.coach.diagnosis;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How much words tell, learned by counting: of all pairs of wrong answers that have a word, how many are of the same kind? Right
 * answers are one more kind, of which no pair counts.
 */
final class Weights {

    /** So many pairs of an average word of its sort are believed in beforehand. */
    private static final double PRIOR = 2;

    /** What a word tells that is new, compared with an average one of its sort. */
    private static final double UNHEARD = 0.5;

    private final Map<String, Map<String, Integer>> byWord = new HashMap<>();
    private final Map<String, Double> bySort = new HashMap<>();
    private final Map<String, Integer> inRight = new HashMap<>();
    private final double chance;

    /** Of these; {@code right} are the words on right answers. */
    Weights(Collection<Known> known, Collection<? extends Collection<String>> right) {
        right.forEach(words -> words.forEach(word -> inRight.merge(word, 1, Integer::sum)));
        for (var one : known) {
            one.words().forEach(word -> byWord.computeIfAbsent(word, it -> new HashMap<>()).merge(one.kind(), 1, Integer::sum));
        }
        var kinds = known.stream().collect(Collectors.groupingBy(Known::kind, Collectors.summingInt(one -> 1)));
        chance = Math.max(1e-6, same(kinds) / pairs(known.size()));
        var sorts = byWord.keySet().stream().collect(Collectors.groupingBy(Traits::sort));
        sorts.forEach((sort, words) -> {
            var same = words.stream().mapToDouble(word -> same(byWord.get(word))).sum();
            var all = words.stream().mapToDouble(word -> pairs(count(byWord.get(word)))).sum();
            bySort.put(sort, all == 0 ? chance : same / all);
        });
    }

    private static int count(Map<String, Integer> kinds) {
        return kinds.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static double pairs(double count) {
        return count * (count - 1);
    }

    private static double same(Map<String, Integer> kinds) {
        return kinds.values().stream().mapToDouble(Weights::pairs).sum();
    }

    /** As if {@code without} were not there, if it is one of them; null for none. */
    Function<String, Double> without(Known without) {
        return word -> {
            var kinds = byWord.get(word);
            var usual = bySort.getOrDefault(Traits.sort(word), chance);
            if (kinds == null) {
                return UNHEARD * weight(usual);
            }
            var isIn = without != null && without.words().contains(word);
            var same = same(kinds) - (isIn ? 2 * (kinds.get(without.kind()) - 1) : 0);
            var right = inRight.getOrDefault(word, 0);
            var all = pairs(count(kinds) + right - (isIn ? 1 : 0)) - pairs(right);
            return weight((same + PRIOR * usual) / (all + PRIOR));
        };
    }

    private double weight(double likely) {
        var evidence = Math.log(Math.max(1.0001, likely / chance));
        return evidence * evidence;
    }
}
