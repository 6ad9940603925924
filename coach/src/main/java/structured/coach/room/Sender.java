package structured.coach.room;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import structured.coach.command.Workbench;
import structured.coach.judge.Judged;
import structured.coach.room.Teller.Outcome;
import structured.coach.terminal.Harmless;

/**
 * Tells the board how it is going, in a thread of its own that nobody waits for. What it is told by others are words in a queue,
 * so all that it knows belongs to that thread alone. The last state wins: whatever could not be sent is out of date by then.
 */
final class Sender {

    /** What the thread is told. */
    private sealed interface Word {
        record Verdict(Judged judged, String mistake, long at) implements Word {}

        record OtherHand() implements Word {}

        record Seen() implements Word {}

        record End() implements Word {}
    }

    private static final Duration NEVER = Duration.ofDays(1);

    /** A process that ends waits no longer for its last message. */
    private static final Duration LAST = Duration.ofSeconds(1);

    private final Path folder;
    private final boolean stays;
    private final Runnable changed;
    private final InstantSource clock = InstantSource.system();
    private final Pauses pauses = new Pauses(RandomGenerator.getDefault());
    private final BlockingQueue<Word> words = new LinkedBlockingQueue<>();
    private final Thread thread;

    /** Written by the thread, and shown by others. */
    private volatile Foot foot = Foot.NONE;

    private final Own own;
    private final Teller teller = new Teller();
    private boolean isUnsaid;

    /** When the next word is due, or the next try. */
    private long next = System.nanoTime();

    /** {@code stays}: there are signs of life, and further tries. Whenever the foot is another one, {@code changed} runs. */
    Sender(Workbench workbench, boolean stays, Runnable changed) {
        own = new Own(workbench);
        this.stays = stays;
        this.changed = changed;
        folder = workbench.tutorial().state();
        Joined.in(folder).ifPresent(joined -> foot = new Foot(joined.nick(), Sent.in(folder).up(), "", ""));
        thread = Thread.ofVirtual().name("tells-the-board").start(this::run);
    }

    void told(Judged judged, String mistake) {
        words.add(new Word.Verdict(judged, mistake, clock.millis()));
    }

    void otherHand() {
        words.add(new Word.OtherHand());
    }

    /** The learner has pressed a key, and so seen what the board said. */
    void seen() {
        if (!foot.notice().isEmpty()) {
            words.add(new Word.Seen());
        }
    }

    Foot foot() {
        return foot;
    }

    /** Gives what is still to be said a moment. */
    void close() {
        words.add(new Word.End());
        try {
            thread.join(LAST);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            // The board is greeted while the first verdict is on its way.
            for (var isOver = false; !isOver; ) {
                for (var word = words.poll(next - System.nanoTime(), TimeUnit.NANOSECONDS); word != null; word = words.poll()) {
                    take(word);
                    isOver |= word instanceof Word.End;
                }
                var isDue = next - System.nanoTime() <= 0;
                var joined = Joined.in(folder);
                if (joined.isEmpty()) {
                    next = System.nanoTime() + NEVER.toNanos();
                    show(Foot.NONE);    // The learner has left, in another window.
                } else if (isUnsaid || isDue && !isOver) {
                    next = System.nanoTime() + pauseAfterSaying(joined.get()).toNanos();
                }
            }
        } catch (InterruptedException e) {
            // Nobody does that. There would be nothing more to say.
        }
    }

    private void take(Word word) {
        switch (word) {
            case Word.Verdict(var judged, var mistake, var at) -> {
                own.judged(judged, mistake, at);
                isUnsaid = true;
            }
            case Word.OtherHand hand -> {
                var sent = own.otherHand(clock.millis());
                isUnsaid = true;
                show(new Foot(foot.nick(), sent.up(), foot.trouble(), foot.notice()));
            }
            case Word.Seen seen -> show(new Foot(foot.nick(), foot.up(), foot.trouble(), ""));
            case Word.End end -> { }
        }
    }

    /** Says what there is to say, if it is time for that, and says when to come again. */
    private Duration pauseAfterSaying(Joined joined) {
        var sent = Sent.in(folder);
        var due = sent.failures() < Pauses.FAILURES ? 0 : sent.tried() + pauses.afterFailures(sent.failures()).toMillis() - clock.millis();
        if (due > 0) {
            return Duration.ofMillis(due);
        }
        return switch (teller.tell(joined, () -> own.isSomething() ? own.toSend(joined.id(), clock.millis()) : null)) {
            case Outcome.Heard(var answer) -> heard(joined, answer);
            case Outcome.Greeted greeted -> pauses.heartbeat();
            case Outcome.Failed(var why) -> failed(joined, why);
        };
    }

    private Duration heard(Joined joined, Fields answer) {
        isUnsaid = false;
        var notice = foot.notice();
        var nick = joined.nick();
        // Read again: another window may have written meanwhile.
        var sent = Sent.in(folder).tried(clock.millis(), 0);
        try {
            var notices = answer.number("notices", Integer.MAX_VALUE);
            // From whatever board that is: a line, and nothing else.
            notice = notices > sent.notices() ? Harmless.cut(Harmless.line(answer.text("notice", 1000)), 160) : notice;
            nick = answer.has("nick") ? Nickname.clean(answer.text("nick", 200)) : nick;
            sent = sent.answered(answer.number("answered", Integer.MAX_VALUE)).noticed(notices);
        } catch (Fields.Malformed e) {
            // What was sent has arrived all the same.
        }
        sent.write(folder);
        show(new Foot(nick, sent.up(), "", notice));
        return stays ? pauses.heartbeat() : NEVER;
    }

    private Duration failed(Joined joined, String why) {
        var sent = Sent.in(folder);
        sent = sent.tried(clock.millis(), sent.failures() + 1);
        sent.write(folder);
        show(new Foot(joined.nick(), sent.up(), why, foot.notice()));
        return stays ? pauses.afterFailures(sent.failures()) : NEVER;
    }

    private void show(Foot other) {
        if (!other.equals(foot)) {
            foot = other;
            changed.run();
        }
    }
}
