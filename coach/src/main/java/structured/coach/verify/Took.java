package structured.coach.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How long it takes to verify all, the coach's own tests among it. */
final class Took {

    /** Where the launcher writes down after how many seconds the last one that passed was over. */
    private static final String FILE = "verify-took";

    /** Of one processor's time; measured on two, which were busy for half as long. */
    private static final int PROCESSOR_MINUTES = 38;

    /** However many processors there are: what waits most begins last. */
    private static final int AT_LEAST = 6;

    private Took() {}

    /** As many as the last time here; the first time, what is to be expected of as many processors. */
    static long minutes(Path state) {
        try {
            return Math.max(1, Math.round(Long.parseLong(Files.readString(state.resolve(FILE)).strip()) / 60.0));
        } catch (IOException | NumberFormatException e) {
            // There was none yet, or who knows what is in there.
            return Math.max(AT_LEAST, PROCESSOR_MINUTES / Runtime.getRuntime().availableProcessors());
        }
    }
}
