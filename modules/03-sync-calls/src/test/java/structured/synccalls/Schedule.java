package structured.synccalls;

import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.function.Executable;

/**
 * An order of steps: a scheduler of virtual threads that runs one of them at a time, on one platform thread. Who goes on at a
 * step is decided by priorities, which a seed draws and which change at a few steps (probabilistic concurrency testing:
 * Burckhardt and others, ASPLOS 2010). Drawing at each step instead finds much less. Modules that explore have a copy.
 */
final class Schedule implements Executor {

    /** Whoever needs more steps than that for a few tasks spins, and has to be judged by other tests. */
    private static final int TOO_MANY_STEPS = 50_000;

    /** A thread that spins while others could go on gets behind them. */
    private static final int SPINNING = 300;

    /** Lower than any priority. */
    private static final double NOBODY = -1e9;

    /** How often the loop looks in vain for somebody to go on, a hundredth of a second apart, before it asks why there is nobody. */
    private static final int IDLE = 30;

    private final SplittableRandom random;
    private final Interleaving interleaving = Interleaving.start(this);

    // Guarded by this, since timers and strangers wake up threads of ours, too:
    private final List<Runnable> ready = new ArrayList<>();
    private final List<Runnable> known = new ArrayList<>();
    private final Map<Runnable, Double> priorities = new IdentityHashMap<>();
    private final Map<Thread, Integer> threads = new IdentityHashMap<>();
    private boolean isGivenUp;
    private volatile Thread caller;

    /** The highest priority of those that are ready. With this at hand, a step at which nobody else goes on costs next to nothing. */
    private double highest = NOBODY;

    /** That which runs, or null, with its priority and number; and which thread it is, as soon as that has taken a step. */
    private volatile Runnable running;
    private double priority;
    private int number;
    private Thread thread;

    private volatile int steps;
    private Runnable last;
    private int inARow;

    /** At which of the next steps the running thread gets behind the others. */
    private final int[] changes;

    /** @param longest how many steps an earlier run took, so that priorities change where something happens */
    Schedule(long seed, int longest) {
        random = new SplittableRandom(seed);
        changes = random.ints(seed % 4, 0, longest).toArray();
    }

    /** Runs the test in a virtual thread, and with it all that it starts, on the current thread. Returns what it failed with, or null. */
    Throwable run(MethodHandle builder, Executable test) throws Throwable {
        var failure = new AtomicReference<Throwable>();
        caller = ((Thread.Builder.OfVirtual) builder.invoke(this)).unstarted(() -> {
            try {
                test.execute();
            } catch (Throwable e) {
                failure.set(e);
            }
        });
        try {
            caller.start();
            var why = goThrough();
            if (interleaving.hasStrangers()) {
                throw new Patience.Unexplored("Threads were at work that no scope has forked, whose order can't be chosen, so not every order was tried. "
                        + "To have it tried, start them by fork.");
            }
            if (interleaving.broken() != null || failure.get() != null) {
                return interleaving.broken() != null ? interleaving.broken() : failure.get();
            }
            return switch (why) {
                case OVER -> threads.keySet().stream().noneMatch(Thread::isAlive) ? null
                        : new AssertionError("The call is over, and a thread that it has started waits for ever.");
                case NOBODY_GOES_ON -> new AssertionError("The call never comes back: all its threads wait, and nobody wakes them.");
                case TIMED -> throw new Patience.Unexplored("Threads waited by the clock, which can't be ordered, so not every order was tried.");
                case SPINS -> throw new Patience.Unexplored("A thread went round in a loop for too long, so not every order was tried.");
            };
        } finally {
            giveUp();
        }
    }

    private enum Why { OVER, NOBODY_GOES_ON, TIMED, SPINS }

    /** Whether a thread runs that has not come to a step for as long as nobody calls this with another number of steps. */
    boolean isStuckAt(int steps) {
        return running != null && this.steps == steps;
    }

    private Why goThrough() throws InterruptedException {
        while (true) {
            synchronized (this) {
                for (int inVain = 0; ready.isEmpty(); inVain++) {
                    if (!caller.isAlive()) {
                        return Why.OVER;
                    }
                    if (inVain >= IDLE && threads.keySet().stream().allMatch(thread -> thread.getState() != Thread.State.TIMED_WAITING)) {
                        return Why.NOBODY_GOES_ON;
                    }
                    if (inVain >= 5 * IDLE) {
                        return Why.TIMED;
                    }
                    wait(10);
                }
                running = highestOfAll();
                ready.remove(running);
                priority = priorities.get(running);
                number = known.indexOf(running);
                thread = null;
                highestOfAll();
                inARow = running == last ? inARow : 0;
                last = running;
                step();
            }
            running.run();
            running = null;
            if (steps > TOO_MANY_STEPS) {
                return Why.SPINS;
            }
        }
    }

    /** Who is ready and has the highest priority, which is kept at hand; null if nobody is. Loops, here and below, since this runs all the time. */
    private Runnable highestOfAll() {
        Runnable first = null;
        highest = NOBODY;
        for (int i = 0; i < ready.size(); i++) {
            double its = priorities.get(ready.get(i));
            if (its > highest) {
                highest = its;
                first = ready.get(i);
            }
        }
        return first;
    }

    /** Counts a step of the running thread, which may be the one where it gets behind the others. */
    private void step() {
        int now = ++steps;
        inARow++;
        var change = inARow > SPINNING && !ready.isEmpty();
        for (int i = 0; i < changes.length; i++) {
            change |= changes[i] == now;
        }
        if (change) {
            priority = -1.0 - now;
            priorities.put(running, priority);
            inARow = 0;
        }
    }

    /** At a step of the current thread: whether it would be the next to go on, so that it need not give way at all. */
    synchronized boolean goesOn() {
        if (thread() < 0 || steps > TOO_MANY_STEPS) {
            return false;
        }
        step();
        return highest <= priority;
    }

    /** Which thread the current one is, in the order of their starts, the caller being 0; -1 if it isn't the one that runs here. */
    synchronized int thread() {
        var current = Thread.currentThread();
        if (running == null || !current.isVirtual()) {
            return -1;
        }
        if (thread == null) {
            int its = number;
            if (threads.computeIfAbsent(current, first -> its) != its) {
                return -1;
            }
            thread = current;
        }
        return thread == current ? number : -1;
    }

    /** Called by the JDK when a thread can go on: with one and the same object for one and the same thread. */
    @Override
    public synchronized void execute(Runnable thread) {
        if (isGivenUp) {
            Thread.ofPlatform().daemon().start(thread);
            return;
        }
        if (!priorities.containsKey(thread)) {
            known.add(thread);
            priorities.put(thread, 1 + random.nextDouble());
        }
        ready.add(thread);
        highest = Math.max(highest, priorities.get(thread));
        notifyAll();
    }

    /** What is still there goes on without an order, so that it can end. */
    synchronized void giveUp() {
        Interleaving.stop();
        isGivenUp = true;
        ready.forEach(this::execute);
        ready.clear();
        List.copyOf(threads.keySet()).forEach(Thread::interrupt);
        caller.interrupt();
    }

    int steps() {
        return steps;
    }

    Interleaving interleaving() {
        return interleaving;
    }
}
