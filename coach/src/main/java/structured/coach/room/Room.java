package structured.coach.room;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import structured.coach.command.Audience;
import structured.coach.command.Workbench;
import structured.coach.judge.Judged;

/**
 * A learner's way to a workshop's board. In a clone that never joined one it looks for a file at each verdict, and does nothing
 * else: nothing is sent, nothing listens, and no other class of this package is even loaded.
 */
public final class Room implements Audience {

    private final Workbench workbench;
    private final boolean stays;
    private final Runnable changed;

    /** Null as long as the learner has not joined. */
    private Sender sender;

    private Room(Workbench workbench, boolean stays, Runnable changed) {
        this.workbench = workbench;
        this.stays = stays;
        this.changed = changed;
        isJoined();
    }

    /** For a process that goes on: with signs of life. Whenever there is another {@link #foot}, {@code changed} runs, in any thread. */
    public static Room watched(Workbench workbench, Runnable changed) {
        return new Room(workbench, true, changed);
    }

    /** For one that ends after a verdict. */
    public static Room once(Workbench workbench) {
        return new Room(workbench, false, () -> { });
    }

    /** Whether this clone has joined one. */
    public boolean isJoined() {
        // Not by Joined: it is the first class that would be loaded.
        if (sender == null && Files.exists(file(workbench.tutorial().state()))) {
            sender = new Sender(workbench, stays, changed);
        }
        return sender != null && Files.exists(file(workbench.tutorial().state()));
    }

    /** What is there as long as the learner has joined, in the tutorial's own folder for such things. */
    static Path file(Path state) {
        return state.resolve("room").resolve("joined.json");
    }

    @Override
    public void told(Judged judged, String mistake) {
        // Of a port to a later JDK the board knows nothing.
        if (isJoined() && !judged.exercise().isPort()) {
            sender.told(judged, mistake);
        }
    }

    /** Raises the learner's hand, or lowers it. */
    public void otherHand() {
        if (isJoined()) {
            sender.otherHand();
        }
    }

    /** The learner has pressed a key. */
    public void seen() {
        if (sender != null) {
            sender.seen();
        }
    }

    /** What to say of the board below all else: nothing, if there is none. */
    public List<String> foot() {
        return isJoined() ? sender.foot().lines() : List.of();
    }

    /** Ends, a second from now at the latest. */
    @Override
    public void close() {
        if (sender != null) {
            sender.close();
        }
    }
}
