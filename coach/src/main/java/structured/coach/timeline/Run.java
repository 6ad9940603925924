package structured.coach.timeline;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import structured.coach.words.Wording;

/**
 * A program that has been run and recorded.
 *
 * @param recordings the files with the recording, one after another; the last is unfinished if the program was killed
 * @param launched when its JVM was launched
 * @param ended when it ended, or when it was given up
 * @param status its exit status
 * @param limit what it was not given more than, if that was not enough for it to end
 */
record Run(List<Path> recordings, Instant launched, Instant ended, int status, Optional<Duration> limit) {

    private static final Wording SAY = Wording.of(Run.class);

    /** Whether {@code main} ended by itself, and well. */
    boolean isFine() {
        return status == 0 && limit.isEmpty();
    }

    /** What is to be said of how it ended. */
    List<String> sentences(boolean isTest) {
        if (limit.isPresent()) {
            return List.of(SAY.of("run.limit", limit.get().toSeconds()));
        }
        if (isTest && status == 1) {
            return List.of(SAY.of("run.test-failed"));
        }
        if (status > 128 && status < 128 + 32) {
            return List.of(SAY.of("run.killed", status - 128));
        }
        return status == 0 ? List.of() : List.of(SAY.of("run.failed", status));
    }
}
