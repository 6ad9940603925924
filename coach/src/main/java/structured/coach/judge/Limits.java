package structured.coach.judge;

import java.time.Duration;

/**
 * What a run may take.
 *
 * @param heapMegabytes the worker's heap
 * @param withoutProgress how long a test may run; it is less than the tests' own timeout, so that a hang is seen while it lasts
 * @param total how long a whole run may take
 * @param outputChars how much of what the code prints is kept
 */
public record Limits(int heapMegabytes, Duration withoutProgress, Duration total, int outputChars) {

    /** Enough for right code on a busy machine, and for wrong code to be told in seconds. */
    public static final Limits STANDARD = new Limits(384, Duration.ofMillis(4200), Duration.ofSeconds(60), 20_000);
}
