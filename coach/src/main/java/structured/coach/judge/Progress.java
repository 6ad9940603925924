package structured.coach.judge;

/**
 * How far a run is.
 *
 * @param test the number of the test that was begun last, from 1 on
 * @param of how many there are, as far as that is known by now
 * @param id by its class and method
 * @param name its display name
 */
public record Progress(int test, int of, String id, String name) {

    /** The same, where it has another name for whoever reads it. */
    public Progress called(String other) {
        return new Progress(test, of, id, other);
    }
}
