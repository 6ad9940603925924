package structured.coach.room;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How somebody gets on, as far as that can be told from when which verdicts came. */
enum Standing {
    /** No verdict yet. */
    NEW,
    /** Saves, and gets on. */
    WORKING,
    /** Saves, but doesn't get on. */
    STUCK,
    /** The exercise is green. */
    DONE,
    /** Has not saved for long, although the exercise isn't green. */
    SILENT,
    /** Not even a sign of life for as long. */
    GONE;

    /** A watch gives a sign of life at least every 45 seconds: two were missed. */
    static final Duration AWAY = Duration.ofSeconds(90);

    static final Duration SILENCE = Duration.ofMinutes(8);

    /** Nobody is called stuck who has been at it for less than that, however fast the others were. */
    private static final Duration SHORTEST = Duration.ofMinutes(2);

    private static final Duration LONGEST = Duration.ofMinutes(6);

    /**
     * At a moment.
     *
     * @param usual how long the room's median took for the step, if enough have left it
     */
    static Standing of(Person person, Optional<Duration> usual, Instant now) {
        if (isLonger(person.heard, SILENCE, now)) {
            return GONE;
        }
        if (person.state == null) {
            return isLonger(person.joined, SILENCE, now) ? SILENT : NEW;
        }
        if (person.state.isGreen()) {
            return DONE;
        }
        if (isLonger(person.saved, SILENCE, now)) {
            return SILENT;
        }
        var saves = person.saved.isAfter(person.progressed);
        return saves && isLonger(person.progressed, patience(usual), now) ? STUCK : WORKING;
    }

    /** Whether a laptop sleeps, or is out of reach. */
    static boolean isAway(Person person, Instant now) {
        return isLonger(person.heard, AWAY, now);
    }

    /** How long somebody may go without progress: six minutes, or twice what was usual in this room. */
    static Duration patience(Optional<Duration> usual) {
        return usual.map(it -> it.multipliedBy(2)).filter(it -> it.compareTo(LONGEST) < 0)
                .map(it -> it.compareTo(SHORTEST) < 0 ? SHORTEST : it).orElse(LONGEST);
    }

    private static boolean isLonger(Instant since, Duration limit, Instant now) {
        return Duration.between(since, now).compareTo(limit) >= 0;
    }
}
