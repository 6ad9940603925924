package structured.coach.room;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What this clone has told the board so far, kept beside its {@link Joined seat}: two windows of one learner, one after another
 * or at once, go on counting where the other has stopped.
 *
 * @param seq of the last state
 * @param saves verdicts so far
 * @param hands how often the hand was raised
 * @param up whether it is up now
 * @param notices which line from the board was shown last
 * @param failures how often in a row the board was not reached
 * @param tried when it was tried last, in milliseconds
 * @param body what was sent last, to the letter
 */
record Sent(long seq, int saves, int hands, boolean up, long notices, int failures, long tried, String body) {

    private static final Sent NOTHING = new Sent(0, 0, 0, false, 0, 0, 0, "");

    private static final int MOST = 1_000_000;

    private static Path file(Path state) {
        return Room.file(state).resolveSibling("sent.json");
    }

    static Sent in(Path state) {
        try {
            var fields = Fields.read(Files.readAllBytes(file(state)));
            return new Sent(fields.number("seq", Long.MAX_VALUE), (int) fields.number("saves", MOST), (int) fields.number("hands", MOST), fields.is("up"),
                    fields.number("notices", MOST), (int) fields.number("failures", MOST), fields.number("tried", Long.MAX_VALUE), fields.text("body", 4096));
        } catch (IOException e) {
            return NOTHING;    // None yet, or a file that somebody has spoilt.
        }
    }

    static void forget(Path state) throws IOException {
        Files.deleteIfExists(file(state));
    }

    void write(Path state) {
        try {
            PrivateFile.write(file(state), new Fields().with("seq", seq).with("saves", saves).with("hands", hands).with("up", up)
                    .with("notices", notices).with("failures", failures).with("tried", tried).with("body", body).bytes());
        } catch (IOException e) {
            // On a full disk, say. The next window begins to count anew then, which the board gets over.
        }
    }

    /** A verdict more. */
    Sent saved() {
        return new Sent(seq, saves + 1, hands, up, notices, failures, tried, body);
    }

    /** The hand up, if it is down, or the other way round. */
    Sent otherHand() {
        return new Sent(seq, saves, up ? hands : hands + 1, !up, notices, failures, tried, body);
    }

    /** The hand of that number was seen to. */
    Sent answered(long hand) {
        return new Sent(seq, saves, hands, up && hands > hand, notices, failures, tried, body);
    }

    Sent noticed(long notice) {
        return new Sent(seq, saves, hands, up, notice, failures, tried, body);
    }

    Sent tried(long when, int failed) {
        return new Sent(seq, saves, hands, up, notices, failed, when, body);
    }

    Sent sent(long number, String what) {
        return new Sent(number, saves, hands, up, notices, failures, tried, what);
    }
}
