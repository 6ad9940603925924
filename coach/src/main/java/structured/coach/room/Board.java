package structured.coach.room;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** The room's one truth: what coaches and the page say changes it, one after another, and is written down on the way. */
final class Board implements AutoCloseable {

    /** Somebody who came: the number that others may know, and the token that nobody else may. */
    record Seat(String id, String token, String nick) {}

    private final Journal journal;
    private final Journal.Room room;
    private final Lists lists;
    private final int most;
    private final InstantSource clock;
    private final RandomGenerator random = RandomGenerator.getDefault();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();

    /** Guarded by the lock, as are those below. */
    private final People people = new People();
    private long version = 1;

    private Board(Journal journal, Journal.Room room, Lists lists, int most, InstantSource clock) {
        this.journal = journal;
        this.room = room;
        this.lists = lists;
        this.most = most;
        this.clock = clock;
    }

    /** A new room, or the one that the journal is of. At most so many people. */
    static Board of(Journal journal, Lists lists, int port, int most, InstantSource clock) throws IOException {
        var known = journal.room().filter(it -> !it.isOver(clock.instant()));
        var board = new Board(journal, known.orElseGet(() -> Journal.Room.opened(port, clock.instant())), lists, most, clock);
        if (known.isPresent()) {
            journal.goOn(lists).forEach(board.people::takes);
        } else {
            journal.begin(board.room);
        }
        return board;
    }

    Journal.Room room() {
        return room;
    }

    Lists lists() {
        return lists;
    }

    InstantSource clock() {
        return clock;
    }

    /** Somebody new, under a free name like that one; nothing if the room is full. */
    Optional<Seat> join(String nick) {
        return locked(now -> {
            if (people.all().size() >= most) {
                return Optional.empty();
            }
            var seat = new Seat(Secrets.id(), Secrets.token(), Nickname.free(Nickname.clean(nick), people.nicks(), random));
            happens(new Entry.Came(now, seat.id, Secrets.hash(seat.token), seat.nick));
            return Optional.of(seat);
        });
    }

    /** Whether that is the token of that number; nothing if nobody here has the number. */
    Optional<Boolean> knows(String id, String token) {
        return locked(now -> people.person(id).map(person -> Secrets.same(person.tokenHash, Secrets.hash(token))));
    }

    /** What somebody's coach says; afterwards they may have left. */
    void said(String id, LearnerState state) {
        locked(now -> {
            var said = new Entry.Said(now, id, state);
            if (people.takes(said)) {
                journal.write(said);
                changed();
            }
            return null;
        });
    }

    /** What there is to say to somebody's coach. */
    Fields answer(String id) {
        return locked(now -> new Fields().with("v", LearnerState.VERSION).with("answered", people.person(id).map(person -> person.answered).orElse(0))
                .with("nick", people.person(id).map(person -> person.nick).orElse(null))
                .with("notice", people.notice()).with("notices", people.notices()));
    }

    /** Calls somebody otherwise; an animal, if nothing is left of the name. Gives what they are called now. */
    Optional<String> rename(String id, String nick) {
        return locked(now -> people.person(id).map(person -> {
            var others = people.nicks();
            others.remove(person.nick);
            var free = Nickname.free(Nickname.clean(nick), others, random);
            happens(new Entry.Renamed(now, id, free));
            return free;
        }));
    }

    void answered(String id) {
        locked(now -> happens(new Entry.Answered(now, id)));
    }

    void notice(String text) {
        locked(now -> happens(new Entry.Notice(now, text)));
    }

    /** Deletes somebody at once, from the journal too. */
    void leave(String id) {
        locked(now -> {
            if (people.left(id)) {
                journal.forget(id);
                changed();
            }
            return null;
        });
    }

    /** Asks for something about the people; it must not keep any of them. */
    <T> T ask(Function<People, T> question) {
        return locked(now -> question.apply(people));
    }

    /** Waits until anything is another than in that version, but not longer than that, and gives the version now. */
    long await(long known, long millis) throws InterruptedException {
        var left = TimeUnit.MILLISECONDS.toNanos(millis);
        lock.lockInterruptibly();
        try {
            while (version == known && left > 0) {
                left = news.awaitNanos(left);
            }
            return version;
        } finally {
            lock.unlock();
        }
    }

    private Void happens(Entry entry) {
        people.takes(entry);
        journal.write(entry);
        changed();
        return null;
    }

    private void changed() {
        version++;
        news.signalAll();
    }

    private <T> T locked(Function<Instant, T> action) {
        lock.lock();
        try {
            return action.apply(clock.instant());
        } finally {
            lock.unlock();
        }
    }

    /** Deletes all that is known of the room. */
    void delete() throws IOException {
        lock.lock();
        try {
            List.copyOf(people.all()).forEach(person -> people.left(person.id));
            journal.delete();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() throws IOException {
        lock.lock();
        try {
            journal.close();
        } finally {
            lock.unlock();
        }
    }
}
