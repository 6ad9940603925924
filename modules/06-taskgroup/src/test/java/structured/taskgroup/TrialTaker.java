package structured.taskgroup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Takes what callbacks hand over, from however many threads at once: what comes at the same time is told as that, and not as a result that is lost. */
final class TrialTaker implements Consumer<Object> {

    static final String OVERLAP = "A callback was called while another one was running. They come one at a time, whatever threads they come from: "
            + "something that all of them share, a lock for example, has to let them in one by one.";

    private final List<Object> came = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger inside = new AtomicInteger();
    private final Consumer<Object> callback;
    private volatile boolean overlapped;

    TrialTaker() {
        this(0);
    }

    /** Whose callbacks take so long. */
    TrialTaker(long nanos) {
        // In which others may come.
        this(result -> LockSupport.parkNanos(nanos));
    }

    /** Whose callbacks do this, too. */
    TrialTaker(Consumer<Object> callback) {
        this.callback = callback;
    }

    @Override
    public void accept(Object result) {
        if (inside.incrementAndGet() > 1) {
            overlapped = true;
        }
        came.add(result);
        try {
            callback.accept(result);
        } finally {
            inside.decrementAndGet();
        }
    }

    /** Whether one came while another one was running. */
    boolean hasOverlapped() {
        return overlapped;
    }

    /** How many are running. */
    int inside() {
        return inside.get();
    }

    /** One at a time, and these, in whatever order. */
    void assertTook(Collection<?> expected, String what) {
        assertThat(overlapped).withFailMessage(OVERLAP).isFalse();
        var difference = Trial.difference(expected, came);
        assertThat(difference).withFailMessage("%s: %s", what, difference).isNull();
    }
}
