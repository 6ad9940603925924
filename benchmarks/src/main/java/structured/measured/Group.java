package structured.measured;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What is measured together, in alternating runs, and kept in one file. */
enum Group {
    /** Tasks that wait, and what comes on top of the wait. */
    TASKS("all forms, from 5 to 100,000 tasks that wait", List.of(5, 100, 10_000, 100_000), 1000, 3),
    /** The same, so long that all wait at the same time. */
    MILLION("the same for a million", List.of(1_000_000), 20_000, 2),
    /** One after another, by a pool, and all at once. */
    SUMS("the sum of all waits, and the longest", List.of(1, 10, 100, 1000), 10, 3),
    /** The five programs of the Python original. */
    ORIGINALS("the original's programs, with its waits", List.of(5), 0, 1),
    /** What policies cost. */
    POLICIES("what policies cost, by JMH", List.of(Policies.TASKS), 0, 1),
    /** From a failure to the call's end. */
    CANCELLATION("how cancellation scales", List.of(10, 100, 1000, 10_000, 100_000), 0, 3),
    /** Waits inside synchronized. */
    PINNING("waits in synchronized", List.of(1, 10, 100), 100, 3),
    /** A million tasks in other collectors. */
    MEMORY("a million tasks, with other options for the JVM", List.of(1_000_000), 20_000, 1);

    private final String title;
    private final List<Integer> sizes;
    private final int waitMillis;
    private final int calls;

    Group(String title, List<Integer> sizes, int waitMillis, int calls) {
        this.title = title;
        this.sizes = sizes;
        this.waitMillis = waitMillis;
        this.calls = calls;
    }

    /** As it is called on the command line, and its file. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    String title() {
        return title;
    }

    Path file(Path results) {
        return results.resolve(id() + ".csv");
    }

    /** How many tasks; few, if it has to be quick. */
    List<Integer> sizes(boolean quick) {
        return !quick || this == POLICIES || this == ORIGINALS ? sizes : this == MILLION || this == MEMORY ? List.of(20_000) : sizes.stream().filter(size -> size <= 100).toList();
    }

    int waitMillis(boolean quick) {
        return quick ? Math.min(waitMillis, 100) : waitMillis;
    }

    /** How often a process calls: one that takes most of a minute, once. */
    int calls(Contestant contestant, int tasks) {
        return this != TASKS || tasks <= 200 ? calls : contestant.leastCalls() ? 1 : tasks <= 10_000 ? calls : 2;
    }

    List<Contestant> contestants(Contestants all) throws IOException, InterruptedException {
        return switch (this) {
            case TASKS, MILLION -> all.waiting();
            case SUMS -> all.sums();
            case ORIGINALS -> all.originals();
            case POLICIES -> List.of();
            case CANCELLATION -> all.cancelling();
            case PINNING -> all.gathers("pinned");
            case MEMORY -> all.tuned();
        };
    }

    static Group of(String id) {
        return Arrays.stream(values()).filter(group -> group.id().equals(id)).findFirst().orElseThrow(() -> new IllegalArgumentException(
                "There is no \"%s\" to measure. There is: %s".formatted(id, String.join(", ", Arrays.stream(values()).map(Group::id).toList()))));
    }
}
