package structured.coach.judge.worker;

import java.io.Serializable;
import java.util.Set;

/**
 * Tells whose code a stack frame is in: by what was compiled from where, since learners name their files as they like.
 *
 * @param main the classes of the main sources, and so the learner's
 * @param tests the classes of the test sources
 */
public record Frames(Set<String> main, Set<String> tests) implements Serializable {

    /** Whether a frame is in a module's main sources, so that its line is the learner's. */
    public boolean isLearners(StackTraceElement frame) {
        return main.contains(frame.getClassName());
    }

    /** Whether a frame is in a module: the learner's part of it, or the tests. */
    public boolean isModules(StackTraceElement frame) {
        return isLearners(frame) || tests.contains(frame.getClassName());
    }
}
