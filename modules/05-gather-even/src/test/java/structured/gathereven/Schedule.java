package structured.gathereven;

import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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

    /** How often the loop looks in vain for somebody to go on, a hundredth of a second apart, before it asks why there is nobody. */
    private static final int IDLE = 30;

    private final SplittableRandom random;
    private final Set<Integer> changes = new HashSet<>();
    private final Interleaving interleaving = Interleaving.start(this);

    // Guarded by this, since timers and strangers wake up threads of ours, too:
    private final List<Runnable> ready = new ArrayList<>();
    private final List<Runnable> known = new ArrayList<>();
    private final Map<Runnable, Double> priorities = new IdentityHashMap<>();
    private final Map<Thread, Integer> threads = new IdentityHashMap<>();
    private boolean isGivenUp;

    /** That which runs, or null; written by the carrier only, as what follows. */
    private volatile Runnable running;
    private volatile int steps;
    private Runnable last;
    private int inARow;

    /** @param longest how many steps an earlier run took, so that priorities change where something happens */
    Schedule(long seed, int longest) {
        random = new SplittableRandom(seed);
        for (int i = 0; i < seed % 4; i++) {
            changes.add(random.nextInt(longest));
        }
    }

    /** Runs the test in a virtual thread, and with it all that it starts, on this carrier. Returns what it failed with, or null. */
    Throwable run(MethodHandle builder, Executor carrier, Executable test) throws Throwable {
        var failure = new AtomicReference<Throwable>();
        var caller = ((Thread.Builder.OfVirtual) builder.invoke(this)).unstarted(() -> {
            try {
                test.execute();
            } catch (Throwable e) {
                failure.set(e);
            }
        });
        var loop = new FutureTask<>(() -> { caller.start(); return goThrough(caller); });
        carrier.execute(loop);
        try {
            var why = watchOver(loop);
            if (interleaving.hasStrangers()) {
                throw new Patience.Unexplored("Threads were at work whose order can't be chosen, so not every order was tried.");
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
                case BLOCKED -> throw new Patience.Unexplored("A virtual thread kept its carrier, so not every order was tried.");
            };
        } finally {
            giveUp(caller);
        }
    }

    private enum Why { OVER, NOBODY_GOES_ON, TIMED, SPINS, BLOCKED }

    private Why watchOver(FutureTask<Why> loop) throws Throwable {
        for (int seen = -1, inVain = 0; inVain < 100; inVain = steps == seen && running != null ? inVain + 1 : 0) {
            seen = steps;
            try {
                return loop.get(20, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                // The loop waits itself, or a thread that it runs doesn't give way.
            }
        }
        return Why.BLOCKED;
    }

    private Why goThrough(Thread caller) throws InterruptedException {
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
                running = Collections.max(ready, Comparator.comparing(priorities::get));
                ready.remove(running);
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

    /** Counts a step of the running thread, which may be the one where it gets behind the others. */
    private void step() {
        steps++;
        inARow++;
        if (changes.contains(steps) || inARow > SPINNING && !ready.isEmpty()) {
            priorities.put(running, -1.0 - steps);
            inARow = 0;
        }
    }

    /** At a step of the current thread: whether it would be the next to go on, so that it need not give way at all. */
    synchronized boolean goesOn() {
        if (thread() < 0 || steps > TOO_MANY_STEPS) {
            return false;
        }
        step();
        var priority = priorities.get(running);
        return ready.stream().noneMatch(other -> priorities.get(other) > priority);
    }

    /** Which thread the current one is, in the order of their starts, the caller being 0; -1 if it isn't the one that runs here. */
    synchronized int thread() {
        var now = running;
        if (now == null || !Thread.currentThread().isVirtual()) {
            return -1;
        }
        var number = known.indexOf(now);
        return threads.computeIfAbsent(Thread.currentThread(), first -> number) == number ? number : -1;
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
        notifyAll();
    }

    /** What is still there goes on without an order, so that it can end. */
    private synchronized void giveUp(Thread caller) {
        Interleaving.stop();
        isGivenUp = true;
        ready.forEach(this::execute);
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
