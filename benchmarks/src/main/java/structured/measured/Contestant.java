package structured.measured;

import java.util.List;

/**
 * A way to run tasks that is measured, as a process.
 *
 * @param name as it stands in the results
 * @param command what starts the process: the number of tasks, the wait in milliseconds and the number of calls are added
 * @param most how many tasks it is given at most
 * @param leastCalls whether one call of many tasks is all that there is time for
 */
record Contestant(String name, List<String> command, int most, boolean leastCalls) {}
