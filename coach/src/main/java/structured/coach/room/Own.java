package structured.coach.room;

import java.nio.file.Path;
import structured.coach.command.Lead;
import structured.coach.command.Workbench;
import structured.coach.judge.Judged;
import structured.coach.tutorial.Exercise;
import structured.coach.verdict.TestResult;
import structured.coach.verdict.Verdict;

/** What a window of a learner's has to tell the board, as of now. For one thread. */
final class Own {

    private final Workbench workbench;
    private final Path folder;

    /** The last verdict's; null before the first. */
    private Exercise exercise;
    private Verdict verdict;

    /** What of it is told the learner first. */
    private Lead lead;
    private String mistake;
    private long judged;
    private int saves;
    private String sha = "";

    /** Which state it is: another one after each verdict, and each time that the hand goes up or down. A sign of life is the same once more. */
    private long seq;
    private int hints;

    Own(Workbench workbench) {
        this.workbench = workbench;
        folder = workbench.tutorial().state();
    }

    /** Whether there was a verdict. */
    boolean isSomething() {
        return verdict != null;
    }

    /** There was another verdict at that time. */
    void judged(Judged now, String like, long at) {
        exercise = now.exercise();
        verdict = now.verdict();
        lead = workbench.lead(now);
        mistake = like;
        judged = at;
        sha = Lists.sha(now.sources().tests());
        var sent = Sent.in(folder).saved();
        saves = sent.saves();
        isAnother(sent, at);
        sent.write(folder);
    }

    /** The hand goes up, or down. */
    Sent otherHand(long at) {
        var sent = Sent.in(folder).otherHand();
        isAnother(sent, at);
        sent.write(folder);
        return sent;
    }

    private void isAnother(Sent sent, long at) {
        seq = Math.max(sent.seq() + 1, at);
    }

    /** What there is to send now; it is kept as sent. */
    Fields toSend(String id, long now) {
        var sent = Sent.in(folder);
        var given = workbench.hintsGiven(exercise);
        if (given != hints) {
            hints = given;
            isAnother(sent, now);
        }
        var failure = lead.failure();
        var fields = new LearnerState(seq, Math.max(0, now - judged), exercise.name(), verdict.status(), failure.map(TestResult::stepToRead).orElse(lead.toBegin()),
                failure.map(TestResult::test).orElse(""), (int) verdict.tests().stream().filter(TestResult::passed).count(), verdict.tests().size(),
                saves, hints, sent.up() ? sent.hands() : 0, mistake, sha).fields(id);
        sent.sent(Math.max(seq, sent.seq()), fields.toString()).write(folder);
        return fields;
    }
}
