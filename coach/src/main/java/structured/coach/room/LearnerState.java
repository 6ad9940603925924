package structured.coach.room;

import structured.coach.room.Fields.Malformed;
import structured.coach.verdict.Verdict.Status;

/**
 * What a coach says of its learner: how it is now, and not what has changed, so that a message that is lost costs nothing. No
 * code, no message of a test, no output, no name of a file, a host or a user.
 *
 * @param seq later states have greater numbers
 * @param ageMillis how long ago the verdict came: an age and no time, since clocks differ
 * @param status the verdict
 * @param step the step to read; 0 if there is none, as in code that doesn't compile
 * @param test the first test that failed, or an empty text
 * @param saves how many verdicts there were since the learner joined
 * @param hints how many hints of this exercise the learner has been given
 * @param hand 0 if the hand is down, or else the how manieth time it is up
 * @param mistake the pitfall that the code behaves like, or an empty text
 * @param sha what the tests are that judged it: a learner with others has others' verdicts
 */
record LearnerState(long seq, long ageMillis, String exercise, Status status, int step, String test, int passed, int of, int saves,
        int hints, int hand, String mistake, String sha) {

    /** Of the protocol. */
    static final int VERSION = 1;

    private static final int MOST = 1_000_000;
    private static final long LONGEST_AGE = 12 * 60 * 60 * 1000;

    static LearnerState of(Fields fields) throws Malformed {
        if (fields.number("v", MOST) != VERSION) {
            throw new Malformed("another version of the protocol");
        }
        return new LearnerState(fields.number("seq", Long.MAX_VALUE), Math.min(LONGEST_AGE, fields.number("age_ms", Long.MAX_VALUE)), fields.text("exercise", 60),
                status(fields.text("state", 20)), (int) fields.number("step", 99), fields.text("test", 120), (int) fields.number("passed", MOST),
                (int) fields.number("of", MOST), (int) fields.number("saves", MOST), (int) fields.number("hints", MOST),
                (int) fields.number("hand", MOST), fields.text("mistake", 80), fields.text("sha", 16));
    }

    private static Status status(String name) throws Malformed {
        for (var status : Status.values()) {
            if (status.name().equals(name)) {
                return status;
            }
        }
        throw new Malformed("there is no such verdict");
    }

    /** To be sent, or written down, for somebody. */
    Fields fields(String id) {
        return new Fields().with("v", VERSION).with("id", id).with("seq", seq).with("age_ms", ageMillis).with("exercise", exercise)
                .with("state", status.name()).with("step", step).with("test", test.isEmpty() ? null : test).with("passed", passed).with("of", of)
                .with("saves", saves).with("hints", hints).with("hand", hand).with("mistake", mistake.isEmpty() ? null : mistake).with("sha", sha);
    }

    /** The same with another hand, said later. */
    LearnerState withHand(long later, int other) {
        return new LearnerState(later, ageMillis, exercise, status, step, test, passed, of, saves, hints, other, mistake, sha);
    }

    /** The same but for what is not in these lists. A learner's own test, say, is nothing to show to others. */
    LearnerState within(Lists lists) throws Malformed {
        var known = lists.exercise(exercise).orElseThrow(() -> new Malformed("there is no such exercise"));
        if (step > known.steps().size() || passed > of) {
            throw new Malformed("there is no such step, or more tests passed than there are");
        }
        return new LearnerState(seq, ageMillis, exercise, status, step, known.tests().contains(test) ? test : "", passed, of, saves, hints, hand,
                known.mistakes().containsKey(mistake) ? mistake : "", sha.matches("[0-9a-f]*") ? sha : "");
    }

    boolean isGreen() {
        return status == Status.GREEN;
    }
}
