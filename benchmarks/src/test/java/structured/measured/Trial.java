package structured.measured;

import java.util.LinkedHashMap;
import java.util.List;

/** Results that were never measured. */
final class Trial {

    private Trial() {}

    static Sample sample(int run, String contestant, int tasks, int call, double beyond) {
        return new Sample(run, contestant, tasks, 1000, call, beyond, 1, 10, 0.5, "");
    }

    static Results results(Sample... samples) {
        return new Results(new LinkedHashMap<>(), List.of(samples));
    }
}
