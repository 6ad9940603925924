package structured.coach.verdict;

/** How a test ended. */
public enum Outcome {
    PASSED,
    FAILED,
    /** It could not be tried on this machine: nothing was found out. */
    UNEXPLORED
}
