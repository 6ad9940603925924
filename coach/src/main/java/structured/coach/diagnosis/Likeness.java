package structured.coach.diagnosis;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Compares code with all wrong answers that are known, to all exercises, and says which kind it is of, where that is clear. */
final class Likeness {

    /** What comes before the name of a kind, where it could be that of a pitfall, too. */
    static final String KIND = "kind:";

    /** How much more it has to be like the best kind than like the next. What these are was found by leaving each pitfall out. */
    private static final double AHEAD = 0.35;

    /** The same by behaviour alone, and by form alone: neither may contradict. */
    private static final double NOT_BEHIND = -0.1;

    /** So much of its behaviour has to be that of one of the kind, and of its form: right code that fails is like nothing by that. */
    private static final double BEHAVES = 0.2;
    private static final double LOOKS = 0.25;

    /** So much it has to be like a pitfall, and so much more than like the next, to be called so. */
    private static final double CALLED = 0.5;
    private static final double CALLED_AHEAD = 0.05;

    /** What counts of the second and the third that are alike. */
    private static final double[] PLACES = {1, 0.5, 0.25};

    /** How alike two are, from 0 to 1. */
    private record Alike(Known known, double behaviour, double form, double all) {}

    /** How much each word counts, and how much there is of each that is known: the latter takes the longest to find out. */
    private record Scales(Function<String, Double> weight, Map<Known, Double> behaviour, Map<Known, Double> form, Map<Collection<String>, Double> right) {}

    /** A kind that it is of; and the pitfall of this exercise, if it is clearly that one. */
    record Found(String kind, Optional<Known> pitfall) {}

    private final List<Known> known;
    private final List<? extends Collection<String>> right;
    private final Weights weights;
    private final Scales scales;

    /** With all these wrong answers; {@code right} are the words on the form of right ones. */
    Likeness(List<Known> known, List<? extends Collection<String>> right) {
        this.known = known;
        this.right = right;
        weights = new Weights(known, right);
        scales = scales(null);
    }

    private Scales scales(Known without) {
        var weight = remembering(weights.without(without));
        var behaviour = new IdentityHashMap<Known, Double>();
        var form = new IdentityHashMap<Known, Double>();
        var ofRight = new IdentityHashMap<Collection<String>, Double>();
        for (var one : known) {
            behaviour.put(one, sum(one.traits().behaviour(), weight));
            form.put(one, sum(one.traits().form(), weight));
        }
        right.forEach(one -> ofRight.put(one, sum(one, weight)));
        return new Scales(weight, behaviour, form, ofRight);
    }

    private static double sum(Collection<String> words, Function<String, Double> weight) {
        double sum = 0;
        for (var word : words) {
            sum += weight.apply(word);
        }
        return sum;
    }

    /** What code with these traits is like; what is in {@code refused} is left out of consideration, a pitfall or a kind. */
    Optional<Found> of(String exercise, Part part, Traits traits, Collection<String> refused) {
        return of(exercise, part, traits, null, refused);
    }

    /** The same as if one of those that are known were not there. */
    Optional<Found> of(String exercise, Part part, Traits traits, Known without, Collection<String> refused) {
        var scales = without == null ? this.scales : scales(without);
        var behaves = sum(traits.behaviour(), scales.weight);
        var looks = sum(traits.form(), scales.weight);
        var alike = known.stream().filter(one -> one != without).map(one -> {
            var behaviour = new Shared(common(traits.behaviour(), one.traits().behaviour(), scales.weight), behaves, scales.behaviour.get(one));
            var shape = new Shared(common(traits.form(), one.traits().form(), scales.weight), looks, scales.form.get(one));
            return new Alike(one, behaviour.cosine(), shape.cosine(), behaviour.and(shape).cosine());
        }).toList();
        var kinds = byKind(alike, Alike::all);
        var best = kinds.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse("");
        var ofThat = alike.stream().filter(one -> one.known.kind().equals(best)).toList();
        var form = ofThat.stream().mapToDouble(Alike::form).max().orElse(0);
        var isClear = ahead(kinds, best) >= AHEAD
                && ahead(byKind(alike, Alike::behaviour), best) >= NOT_BEHIND && ahead(byKind(alike, Alike::form), best) >= NOT_BEHIND
                && ofThat.stream().mapToDouble(Alike::behaviour).max().orElse(0) > BEHAVES
                && form >= LOOKS && right.stream().noneMatch(one -> new Shared(common(traits.form(), one, scales.weight), looks, scales.right.get(one)).cosine() > form);
        if (!isClear) {
            return Optional.empty();
        }
        var here = ofThat.stream().filter(one -> one.known.isOf(exercise, part)).sorted(Comparator.comparingDouble(Alike::all).reversed()).toList();
        var called = here.stream().findFirst().filter(one -> one.all >= CALLED)
                .filter(one -> here.size() == 1 || one.all - here.get(1).all >= CALLED_AHEAD);
        var name = called.map(one -> one.known.name()).orElse(KIND + best);
        return refused.contains(name) ? Optional.empty() : Optional.of(new Found(best, called.map(Alike::known)));
    }

    private static Function<String, Double> remembering(Function<String, Double> weight) {
        var known = new HashMap<String, Double>();
        return word -> known.computeIfAbsent(word, weight);
    }

    private static double common(Collection<String> some, Collection<String> others, Function<String, Double> weight) {
        double common = 0;
        for (var word : some) {
            common += others.contains(word) ? weight.apply(word) : 0;
        }
        return common;
    }

    /** How much two have in common, and how much each of them has. */
    private record Shared(double both, double one, double other) {
        Shared and(Shared more) {
            return new Shared(both + more.both, one + more.one, other + more.other);
        }

        double cosine() {
            return both == 0 ? 0 : both / Math.sqrt(one * other);
        }
    }

    private static Map<String, Double> byKind(List<Alike> alike, ToDoubleFunction<Alike> how) {
        var best = new HashMap<String, double[]>();
        for (var one : alike) {
            var places = best.computeIfAbsent(one.known.kind(), kind -> new double[PLACES.length]);
            var value = how.applyAsDouble(one);
            for (int i = 0; i < places.length; i++) {
                if (value > places[i]) {
                    var moved = places[i];
                    places[i] = value;
                    value = moved;
                }
            }
        }
        var kinds = new HashMap<String, Double>();
        best.forEach((kind, places) -> {
            double sum = 0;
            for (int i = 0; i < places.length; i++) {
                sum += PLACES[i] * places[i];
            }
            kinds.put(kind, sum);
        });
        return kinds;
    }

    private static double ahead(Map<String, Double> kinds, String kind) {
        return kinds.getOrDefault(kind, 0.0) - kinds.entrySet().stream().filter(other -> !other.getKey().equals(kind)).mapToDouble(Map.Entry::getValue).max().orElse(0);
    }
}
