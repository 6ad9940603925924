package structured.coach.command;

import structured.coach.tutorial.Exercise;
import structured.coach.verdict.Verdict;

/** Who is told of verdicts beside the learner, such as a workshop's board. No verdict waits for that. */
public interface Audience extends AutoCloseable {

    /** There is a verdict. Returns at once. */
    void told(Exercise exercise, Verdict verdict);

    @Override
    void close();
}
