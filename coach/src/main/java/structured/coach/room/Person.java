package structured.coach.room;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import structured.coach.verdict.Verdict.Status;

/** Somebody on the board, as far as it knows them. Guarded by the board's lock. */
final class Person {

    /** A longer break is none from the exercise's work, and doesn't count as such. */
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(8);

    /** So exactly it is known how old a verdict is that came over a busy network. */
    private static final Duration JITTER = Duration.ofSeconds(2);

    private static final int STRIP = 20;

    final String id;
    final String tokenHash;

    /** The row: it stays, whoever comes or goes. */
    final int number;
    final Instant joined;
    String nick;
    Instant heard;

    /** The last one; null before the first. */
    LearnerState state;
    Instant saved;
    Instant progressed;

    /** When the hand was raised that is up; null if none is. */
    Instant raised;

    /** The hand of that number has been seen to. */
    int answered;
    private int hands;

    private final Deque<Status> strip = new ArrayDeque<>();
    final Map<String, Progress> tracks = new LinkedHashMap<>();

    Person(String id, String tokenHash, int number, String nick, Instant joined) {
        this.id = id;
        this.tokenHash = tokenHash;
        this.number = number;
        this.nick = nick;
        this.joined = joined;
        heard = joined;
    }

    /** Takes what was said at a moment, and says whether any of it is new. */
    boolean said(LearnerState said, Instant at) {
        heard = at;
        var savedThen = at.minusMillis(said.ageMillis());
        // A learner may have two windows, and the later verdict wins: by its number, or if one of them has lost count, by its age.
        var isLater = state == null || said.saves() > state.saves() || savedThen.isAfter(saved.plus(JITTER));
        if (!isLater && said.seq() <= state.seq()) {
            return false;    // A sign of life, or overtaken by another one on the way.
        }
        if (isLater) {
            verdict(said, savedThen);
        }
        hand(said, at);
        state = isLater || said.saves() == state.saves() ? said : state.withHand(said.seq(), said.hand());
        return true;
    }

    private void verdict(LearnerState said, Instant at) {
        if (state != null && !state.isGreen()) {
            var pause = Duration.between(saved, at);
            tracks.get(state.exercise()).took(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.isNegative() ? Duration.ZERO : pause, state.test());
        }
        var isProgress = track(said).takes(said);
        saved = at;
        if (isProgress || state == null || !state.exercise().equals(said.exercise())) {
            progressed = at;
        }
        strip.addLast(said.status());
        if (strip.size() > STRIP) {
            strip.removeFirst();
        }
    }

    private void hand(LearnerState said, Instant at) {
        if (said.hand() > hands) {
            hands = said.hand();
            track(said).here().hands++;
        }
        raised = said.hand() <= answered ? null : raised != null && state != null && state.hand() == said.hand() ? raised : at;
    }

    /** The hand that is up was seen to. */
    void answered() {
        answered = hands;
        raised = null;
    }

    private Progress track(LearnerState said) {
        return tracks.computeIfAbsent(said.exercise(), it -> new Progress());
    }

    /** The track of the last verdict; only after one. */
    Progress track() {
        return track(state);
    }

    /** The last verdicts, a letter each, the oldest first. */
    String strip() {
        var letters = new StringBuilder();
        strip.forEach(status -> letters.append(status.name().charAt(0)));
        return letters.toString();
    }
}
