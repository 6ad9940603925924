package structured.coach.watch;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Which run a verdict is of, so that a save with the same verdict shows. */
final class Which {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private Which() {}

    /** The run of that number, which took so long and is over just now. */
    static String run(int number, long nanos) {
        return String.format(Locale.ROOT, "run %d, %s, %.1f s", number, TIME.format(LocalTime.now()), nanos / 1e9);
    }
}
