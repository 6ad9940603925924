package structured.coach.judge;

import structured.coach.tutorial.Exercise;
import structured.coach.tutorial.Sources;
import structured.coach.verdict.Verdict;

/** A verdict, and the very texts that it is on. */
public record Judged(Sources sources, Verdict verdict) {

    /** The exercise that it is on. */
    public Exercise exercise() {
        return sources.exercise();
    }
}
