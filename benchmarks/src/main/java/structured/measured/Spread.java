package structured.measured;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * The median of some runs, and how far they lie apart.
 *
 * @param median the one in the middle; of an even number, halfway between the two in the middle
 * @param least the smallest
 * @param most the largest
 * @param runs how many there were
 */
record Spread(double median, double least, double most, int runs) {

    /** What is taken of a process that makes several calls. */
    enum Calls {
        /** The first: classes are loaded meanwhile, and hardly anything is compiled. */
        COLD {
            @Override
            double of(List<Sample> calls, ToDoubleFunction<Sample> what) {
                return calls.stream().filter(sample -> sample.call() == 1).mapToDouble(what).findFirst().orElse(Double.NaN);
            }
        },
        /** The median of the second half, if there was more than one. */
        WARM {
            @Override
            double of(List<Sample> calls, ToDoubleFunction<Sample> what) {
                var count = calls.stream().mapToInt(Sample::call).max().orElse(0);
                var later = calls.stream().filter(sample -> sample.call() > 1 && 2 * sample.call() > count).map(what::applyAsDouble).toList();
                return Spread.of(later).map(Spread::median).orElse(Double.NaN);
            }
        };

        abstract double of(List<Sample> calls, ToDoubleFunction<Sample> what);
    }

    /** Of numbers, without those that are none; empty if none is left. */
    static Optional<Spread> of(List<Double> numbers) {
        var sorted = numbers.stream().filter(number -> !Double.isNaN(number)).sorted().toList();
        if (sorted.isEmpty()) {
            return Optional.empty();
        }
        var half = sorted.size() / 2;
        var median = sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
        return Optional.of(new Spread(median, sorted.getFirst(), sorted.getLast(), sorted.size()));
    }

    /** Of a contestant with so many tasks: one number a run. */
    static Optional<Spread> of(Results results, String contestant, int tasks, Calls calls, ToDoubleFunction<Sample> what) {
        var runs = results.samples().stream().filter(sample -> sample.contestant().equals(contestant) && sample.tasks() == tasks)
                .collect(Collectors.groupingBy(Sample::run));
        return of(runs.values().stream().map(run -> calls.of(run, what)).toList());
    }

    /** Of how many times as much as another one a contestant takes, run by run: what the machine did meanwhile met both. */
    static Optional<Spread> ofRatio(Results results, String contestant, String other, int tasks, Calls calls, ToDoubleFunction<Sample> what) {
        var runs = results.samples().stream().filter(sample -> sample.tasks() == tasks).collect(Collectors.groupingBy(Sample::run));
        return of(runs.values().stream().map(run -> calls.of(run.stream().filter(sample -> sample.contestant().equals(contestant)).toList(), what)
                / calls.of(run.stream().filter(sample -> sample.contestant().equals(other)).toList(), what)).toList());
    }
}
