package structured.considerations;

import java.util.List;
import java.util.stream.Stream;

/** What tasks may throw here. */
final class TrialThrown {

    private TrialThrown() {}

    /** Whatever others may, and what the service of this module refuses requests with. */
    static List<Throwable> failures() {
        return Stream.concat(Inputs.failures().stream(), Stream.of(new RateLimitedService.TooManyRequests(1, "1"))).toList();
    }
}
