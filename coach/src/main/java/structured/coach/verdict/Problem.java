package structured.coach.verdict;

import java.io.Serializable;

/**
 * An error of the compiler; {@code line} is -1 where it has none.
 *
 * @param inTests whether it is in a file of the tests
 */
public record Problem(String file, boolean inTests, long line, String sourceLine, String message) implements Serializable {}
