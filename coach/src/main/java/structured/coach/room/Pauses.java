package structured.coach.room;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait for the next message. By chance to some degree, so that thirty laptops that lost the board don't come back all at once. */
final class Pauses {

    /** So often a board that isn't reached is tried at each verdict; then only now and then. */
    static final int FAILURES = 3;

    private static final Duration HEARTBEAT = Duration.ofSeconds(30);
    private static final Duration SHORTEST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final RandomGenerator random;

    Pauses(RandomGenerator random) {
        this.random = random;
    }

    /** Between two signs of life: 15 to 45 seconds. */
    Duration heartbeat() {
        return HEARTBEAT.multipliedBy(random.nextInt(500, 1500)).dividedBy(1000);
    }

    /** After so many failures in a row: a moment at first, then from 5 seconds on up to 60. */
    Duration afterFailures(int failures) {
        if (failures < FAILURES) {
            return Duration.ofSeconds(2);
        }
        var doubled = SHORTEST.multipliedBy(1L << Math.min(failures - FAILURES, 6));
        var pause = doubled.multipliedBy(random.nextInt(1000, 2000)).dividedBy(1000);
        return pause.compareTo(LONGEST) > 0 ? LONGEST.multipliedBy(random.nextInt(500, 1000)).dividedBy(1000) : pause;
    }
}
