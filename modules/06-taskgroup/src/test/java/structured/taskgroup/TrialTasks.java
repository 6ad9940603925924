package structured.taskgroup;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** What these tests have forEachDone run: tasks whose ends they can order. */
final class TrialTasks {

    private TrialTasks() {}

    /** A task that ends as soon as it is told to, and not before, whoever interrupts it. */
    static final class Told implements Callable<Object> {
        private final Patience patience;
        private final Callable<Object> ending;
        private final CountDownLatch started = new CountDownLatch(1);
        private final CountDownLatch told = new CountDownLatch(1);
        private volatile Thread thread;
        private volatile boolean ends;

        Told(Patience patience, Callable<Object> ending) {
            this.patience = patience;
            this.ending = ending;
        }

        @Override
        public Object call() throws Exception {
            thread = Thread.currentThread();
            started.countDown();
            uninterrupted(() -> patience.await(told));
            ends = true;
            return ending.call();
        }

        void awaitStart() {
            uninterrupted(() -> patience.await(started));
        }

        /** Lets it end, and comes back when its thread has done all that it can do for now: it waits, or it is over. */
        void end() {
            told.countDown();
            awaitRest();
        }

        /** Lets it end, and comes back when its thread is over. */
        void endAndJoin() {
            end();
            uninterrupted(() -> patience.join(thread));
        }

        /** Not in its task any more: that has ended, and its thread waits. */
        void interrupt() {
            thread.interrupt();
        }

        void awaitRest() {
            while (!patience.isOver() && !(ends && thread.getState() != Thread.State.RUNNABLE && hasLeft())) {
                Thread.yield();
            }
        }

        /** For a moment it may wait inside its task as well: for a class to be loaded, for example. */
        private boolean hasLeft() {
            return Stream.of(thread.getStackTrace()).noneMatch(frame -> frame.getClassName().equals(Told.class.getName()));
        }
    }

    /** A task that ends first, and whose callback makes others end in an order: each call is made with a new one, by the thread that made it. */
    static final class First implements Callable<Object> {
        private final Patience patience;
        private final Callable<Object> ending;
        private final Thread caller = Thread.currentThread();
        private volatile Thread thread;

        First(Patience patience) {
            this(patience, () -> "first");
        }

        First(Patience patience, Callable<Object> ending) {
            this.patience = patience;
            this.ending = ending;
        }

        @Override
        public Object call() throws Exception {
            thread = Thread.currentThread();
            return ending.call();
        }

        /**
         * Comes back when its own thread and the caller have done all that they can do for now, unless one of them runs the callback. Who waits
         * after that waits for the callback, and not for a moment in which one of them holds a lock.
         */
        void awaitRest() {
            for (var other : List.of(thread, caller)) {
                while (other != Thread.currentThread() && other.getState() == Thread.State.RUNNABLE && !patience.isOver()) {
                    Thread.yield();
                }
            }
        }
    }

    /** A task that does nothing until it is cancelled. */
    static final class Idle implements Callable<Object> {
        private final Patience patience;
        private final CountDownLatch started = new CountDownLatch(1);
        private volatile Thread thread;
        private volatile boolean cancelled;

        Idle(Patience patience) {
            this.patience = patience;
        }

        @Override
        public Object call() {
            thread = Thread.currentThread();
            started.countDown();
            // Parking leaves the interrupt set, so whoever looks sees it from the moment in which it came.
            while (!thread.isInterrupted() && !patience.isOver()) {
                LockSupport.parkNanos(100_000_000);
            }
            cancelled = thread.isInterrupted();
            return "cancelled";
        }

        void awaitStart() {
            uninterrupted(() -> patience.await(started));
        }

        boolean isCancelled() {
            return cancelled || thread != null && thread.isInterrupted();
        }
    }

    /** Waits in spite of interrupts, which are set again in the end. */
    static <V> V uninterrupted(Callable<V> wait) {
        for (var interrupted = false; ; interrupted = true) {
            try {
                var result = wait.call();
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
                return result;
            } catch (InterruptedException e) {
                // Once more.
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
