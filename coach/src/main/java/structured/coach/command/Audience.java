package structured.coach.command;

import structured.coach.judge.Judged;

/** Who is told of verdicts beside the learner, such as a workshop's board. No verdict waits for that. */
public interface Audience extends AutoCloseable {

    /** There is a verdict; {@code mistake} is the name of the one that the code behaves like, or an empty text. Returns at once. */
    void told(Judged judged, String mistake);

    @Override
    void close();
}
