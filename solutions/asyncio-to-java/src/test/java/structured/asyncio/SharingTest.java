package structured.asyncio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.StructureViolationException;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What tasks hand to each other, and what they have in common. */
@DisplayName("Queue, Lock, Event, contextvars")
@SuppressWarnings("preview")
class SharingTest extends Trial {

    @Test
    @DisplayName("Queue: a producer and a consumer, an end marker, and no more in the queue than it holds")
    void queue() throws Exception {
        assertThat(producedAndConsumed(List.of("a", "b", "c", "d"))).containsExactly("page a", "page b", "page c", "page d");
    }

    private Queue<String> producedAndConsumed(List<String> urls) throws Exception {
        var pages = new ConcurrentLinkedQueue<String>();
        var queue = new ArrayBlockingQueue<Optional<String>>(2);
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            scope.fork(() -> {
                for (var url : urls) {
                    queue.put(Optional.of(url));
                }
                queue.put(Optional.empty());
                return null;
            });
            scope.fork(() -> {
                for (var next = queue.take(); next.isPresent(); next = queue.take()) {
                    pages.add(fetch(next.get()));
                }
                return null;
            });
            scope.join().throwIfFailed();
        }
        return pages;
    }

    private final ReentrantLock lock = new ReentrantLock();
    private int balance;

    @Test
    @DisplayName("Lock: what is read and written under it is not changed in between")
    void lock() throws Exception {
        answer("bank", () -> { Thread.sleep(1); return "fine"; });
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            for (int i = 0; i < 50; i++) {
                scope.fork(() -> deposit(1));
            }
            scope.join().throwIfFailed();
        }
        assertThat(balance).as("the sum of fifty deposits").isEqualTo(50);
    }

    private Void deposit(int amount) throws Exception {
        lock.lockInterruptibly();
        try {
            var before = balance;
            fetch("bank");
            balance = before + amount;
        } finally {
            lock.unlock();
        }
        return null;
    }

    @Test
    @DisplayName("a shared counter: an atomic one loses nothing")
    void counter() throws Exception {
        assertThat(count(4, 100_000)).isEqualTo(400_000);
    }

    private static int count(int tasks, int each) throws Exception {
        var count = new AtomicInteger();
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            for (int task = 0; task < tasks; task++) {
                scope.fork(() -> {
                    for (int i = 0; i < each; i++) {
                        count.incrementAndGet();
                    }
                    return null;
                });
            }
            scope.join().throwIfFailed();
        }
        return count.get();
    }

    @Test
    @DisplayName("Event: who waits for it goes on when it is set, and not before")
    void event() throws Exception {
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            var ready = new CountDownLatch(1);
            var page = scope.fork(() -> {
                ready.await();
                return fetch("home");
            });
            linger();
            events.add("ready");
            ready.countDown();
            scope.join().throwIfFailed();
            assertThat(page.get()).isEqualTo("page home");
        }
        assertThat(events).containsExactly("ready", "start home", "end home");
    }

    private static final ScopedValue<String> USER = ScopedValue.newInstance();

    @Test
    @DisplayName("contextvars: a fork sees what is bound around its scope, and may bind it anew for itself")
    void scopedValue() throws Exception {
        assertThat(greetings("ada")).isEqualTo("hello ada, hello guest, hello ada");
        assertThat(USER.isBound()).as("bound outside").isFalse();
    }

    private static String greetings(String user) throws Exception {
        return ScopedValue.where(USER, user).call(() -> {
            try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
                var inherited = scope.fork(() -> greet());
                var ownOne = scope.fork(() -> ScopedValue.where(USER, "guest").call(() -> greet()));
                scope.join().throwIfFailed();
                return inherited.get() + ", " + ownOne.get() + ", " + greet();
            }
        });
    }

    private static String greet() {
        return "hello " + USER.get();
    }

    @Test
    @DisplayName("contextvars: a binding between the scope and its fork is refused")
    void boundInBetween() {
        assertThatThrownBy(() -> {
            try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
                ScopedValue.where(USER, "ada").call(() -> scope.fork(() -> greet()));
                scope.join().throwIfFailed();
            }
        }).isInstanceOf(StructureViolationException.class);
    }
}
