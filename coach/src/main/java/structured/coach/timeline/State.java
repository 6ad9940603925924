package structured.coach.timeline;

/** What a thread did for a while, as far as it was recorded. Where several are known, the later one here is drawn. */
enum State {
    /** Nothing was recorded: it waited for something that isn't recorded, or it worked and the sampler missed it. */
    UNKNOWN("waits or works, not recorded", '▒', '~'),
    /** It was seen on a processor, or did something too short to be looked at. */
    WORK("works", '█', '#'),
    /** It waited for another thread of the program: for a permit, a lock, an element of a queue, or for what it forked itself. */
    OTHERS("waits for another task", '·', '.'),
    /** It slept, or waited for a service, without need of a processor. */
    WAIT("waits", '░', '-'),
    /** It waited, and kept its carrier from running others meanwhile. */
    PINNED("waits pinned to its carrier", '╳', 'X');

    /** What the legend says. */
    final String meaning;

    private final char block;
    private final char ascii;

    State(String meaning, char block, char ascii) {
        this.meaning = meaning;
        this.block = block;
        this.ascii = ascii;
    }

    /** What a terminal shows for it. */
    char sign(boolean unicode) {
        return unicode ? block : ascii;
    }
}
