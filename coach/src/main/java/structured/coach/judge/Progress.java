package structured.coach.judge;

/**
 * How far a run is.
 *
 * @param test the number of the test that was begun last, from 1 on
 * @param of how many there are, as far as that is known by now
 * @param name its display name
 */
public record Progress(int test, int of, String name) {}
