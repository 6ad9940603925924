package structured.measured;

import java.util.ArrayList;
import java.util.List;

/**
 * A logarithmic axis: where on a picture a number lies.
 *
 * @param least the power of ten at its beginning
 * @param most the power of ten at its end
 * @param from where it begins, in pixels
 * @param to where it ends
 */
record Scale(int least, int most, double from, double to) {

    /** An axis from the power of ten below all numbers to that above them. */
    static Scale around(List<Double> numbers, double from, double to) {
        if (numbers.isEmpty() || numbers.stream().anyMatch(number -> !(number > 0))) {
            throw new IllegalArgumentException("a logarithmic axis needs numbers above zero, and not " + numbers);
        }
        var least = (int) Math.floor(Math.log10(numbers.stream().min(Double::compare).orElseThrow()) + 1e-9);
        var most = (int) Math.ceil(Math.log10(numbers.stream().max(Double::compare).orElseThrow()) - 1e-9);
        return new Scale(least, Math.max(most, least + 1), from, to);
    }

    double at(double number) {
        return from + (to - from) * (Math.log10(number) - least) / (most - least);
    }

    /** The powers of ten on it. */
    List<Double> ticks() {
        var ticks = new ArrayList<Double>();
        for (int power = least; power <= most; power++) {
            ticks.add(Math.pow(10, power));
        }
        return ticks;
    }
}
