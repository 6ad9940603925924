package structured.coach.command;

/** How much of a report is folded. Each constant folds what those before it do, and something more. */
enum Fold {
    /** Nothing is. */
    NOTHING(30, Fold.LONGEST_MESSAGE),
    /** Steps that are done, or far, take a line each. */
    OTHER_STEPS(6, Fold.LONGEST_MESSAGE),
    /** What happened is told only as far as there is room. */
    MESSAGE(6, 5),
    /** Of the step that leads, only tests that fail are named. */
    PASSED(4, 4),
    /** Each step takes a line. */
    EACH_STEP(4, 4),
    /** All steps take one line. */
    STEPS(2, 3),
    /** No line is empty, and of the learner's code there is a single one. */
    GAPS(1, 2),
    /** What is left is what happened, and what to read. */
    ALL(0, 1);

    /** Of a message, whoever reads it to its end. All of it is in JSON. */
    static final int LONGEST_MESSAGE = 60;

    /** How many lines of what was printed are shown. */
    final int printed;

    /** How many lines of a message there have to be, however low the terminal is. */
    final int message;

    Fold(int printed, int message) {
        this.printed = printed;
        this.message = message;
    }

    boolean folds(Fold what) {
        return compareTo(what) >= 0;
    }
}
