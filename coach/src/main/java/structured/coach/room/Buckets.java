package structured.coach.room;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/** Limits how often somebody may do something: a bucket each, which fills up again as time goes by. */
final class Buckets {

    /** A bucket that nobody has used for long is full, as a new one is. So the oldest may go. */
    private static final int MOST = 5000;

    private record Level(double left, Instant at) {}

    private final double size;
    private final double perSecond;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();

    /** Guarded by the lock; whoever was here last is at the end. */
    private final Map<String, Level> levels = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Level> eldest) {
            return size() > MOST;
        }
    };

    /** So many at once, after which it takes {@code all} until there are as many again. */
    Buckets(int size, Duration all, InstantSource clock) {
        this.size = size;
        this.clock = clock;
        perSecond = size * 1000.0 / all.toMillis();
    }

    /** Takes one out of somebody's bucket, and says whether there was one. */
    boolean take(String whose) {
        return take(whose, 1);
    }

    /** Whether there is one; it stays. */
    boolean has(String whose) {
        return take(whose, 0);
    }

    private boolean take(String whose, int number) {
        var now = clock.instant();
        lock.lock();
        try {
            var known = levels.getOrDefault(whose, new Level(size, now));
            var passed = Math.max(0, Duration.between(known.at, now).toMillis()) / 1000.0;
            var left = Math.min(size, known.left + passed * perSecond);
            var enough = left >= 1;
            levels.put(whose, new Level(enough ? left - number : left, now));
            return enough;
        } finally {
            lock.unlock();
        }
    }
}
