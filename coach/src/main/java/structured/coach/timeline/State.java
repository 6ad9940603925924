package structured.coach.timeline;

import structured.coach.words.Wording;

/** What a thread did for a while, as far as it was recorded. Where several are known, the later one here is drawn. */
enum State {
    /** Nothing was recorded: it waited for something that isn't recorded, or it worked and the sampler missed it. */
    UNKNOWN("state.unknown", '▒', '~'),
    /** It was seen on a processor, or did something too short to be looked at. */
    WORK("state.work", '█', '#'),
    /** It waited for another thread of the program: for a permit, a lock, an element of a queue, or for what it forked itself. */
    OTHERS("state.others", '·', '.'),
    /** It slept, or waited for a service, without need of a processor. */
    WAIT("state.wait", '░', '-'),
    /** It waited, and kept its carrier from running others meanwhile. */
    PINNED("state.pinned", '╳', 'X');

    private static final Wording SAY = Wording.of(State.class);

    private final String key;
    private final char block;
    private final char ascii;

    State(String key, char block, char ascii) {
        this.key = key;
        this.block = block;
        this.ascii = ascii;
    }

    /** What the legend says. */
    String meaning() {
        return SAY.of(key);
    }

    /** What a terminal shows for it. */
    char sign(boolean unicode) {
        return unicode ? block : ascii;
    }
}
