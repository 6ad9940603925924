package structured.coach.watch;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import structured.coach.words.Wording;

/** Which run a verdict is of, so that a save with the same verdict shows. */
final class Which {

    private static final Wording SAY = Wording.of(Which.class);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private Which() {}

    /** The run of that number, which took so long and is over just now. */
    static String run(int number, long nanos) {
        return SAY.of("which.run", number, TIME.format(LocalTime.now()), nanos / 1e9);
    }
}
