package structured.coach.room;

import structured.coach.verdict.Verdict.Status;

/** What coaches say, in tests. */
final class States {

    private States() {}

    /** A verdict on 04-gather: the save of that number, and as many tests of 16 that pass. */
    static LearnerState red(int saves, int step, int passed) {
        return new LearnerState(saves, 0, "04-gather", Status.RED, step, "GatherTest.order", passed, 16, saves, 0, 0, "", "");
    }

    static LearnerState green(int saves) {
        return new LearnerState(saves, 0, "04-gather", Status.GREEN, 0, "", 16, 16, saves, 0, 0, "", "");
    }

    static LearnerState amber(int saves) {
        return new LearnerState(saves, 0, "04-gather", Status.AMBER, 0, "", 0, 0, saves, 0, 0, "", "");
    }

    static LearnerState hinted(LearnerState state, int hints) {
        return new LearnerState(state.seq(), state.ageMillis(), state.exercise(), state.status(), state.step(), state.test(), state.passed(), state.of(), state.saves(),
                hints, state.hand(), state.mistake(), state.sha());
    }

    static LearnerState like(LearnerState state, String mistake) {
        return new LearnerState(state.seq(), state.ageMillis(), state.exercise(), state.status(), state.step(), state.test(), state.passed(), state.of(), state.saves(),
                state.hints(), state.hand(), mistake, state.sha());
    }

    static LearnerState aged(LearnerState state, long seq, long millis) {
        return new LearnerState(seq, millis, state.exercise(), state.status(), state.step(), state.test(), state.passed(), state.of(), state.saves(),
                state.hints(), state.hand(), state.mistake(), state.sha());
    }

    static LearnerState of(String exercise, Status status, int saves, int step, int passed) {
        return new LearnerState(saves, 0, exercise, status, step, "", passed, 16, saves, 0, 0, "", "");
    }
}
