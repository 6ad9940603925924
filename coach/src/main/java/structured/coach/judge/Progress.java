package structured.coach.judge;

import java.util.Optional;
import structured.coach.verdict.TestResult;

/**
 * How far a run is.
 *
 * @param test the number of the test that was begun last, from 1 on
 * @param of how many there are, as far as that is known by now
 * @param id by its class and method
 * @param name its display name
 * @param green the learner's class that was tried before the others, if its tests have all passed and others run now; or an empty text
 * @param red the failure to look at first, if it is known by now which one that will be
 */
public record Progress(int test, int of, String id, String name, String green, Optional<TestResult> red) {

    /** The same, where it has another name for whoever reads it. */
    public Progress called(String other) {
        return new Progress(test, of, id, other, green, red);
    }
}
