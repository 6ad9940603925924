package structured.coach.watch;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import structured.coach.Judge;
import structured.coach.Limits;
import structured.coach.Tutorial.Exercise;
import structured.coach.command.Verdicts;

/**
 * Judges in a thread of its own, what was asked for last. Whoever asks again during a run gets no verdict on what is out
 * of date: that run has a moment to end by itself, since it is mostly over soon, and is abandoned then.
 */
final class Rounds implements AutoCloseable {

    private static final Duration MOMENT = Duration.ofMillis(250);

    private final Verdicts verdicts;
    private final BlockingQueue<Event> events;
    private final Judge judge = new Judge(Limits.STANDARD);
    private final BlockingQueue<Exercise> wanted = new ArrayBlockingQueue<>(1);
    private final Thread thread;

    /** The number of the round that runs, or 0; written by the judging thread, and guarded by this. */
    private long running;

    /** How many rounds have begun; written by the judging thread. */
    private long rounds;

    /** Verdicts go to {@code events}. */
    Rounds(Verdicts verdicts, BlockingQueue<Event> events) {
        this.verdicts = verdicts;
        this.events = events;
        thread = Thread.ofPlatform().daemon().name("judges").start(this::judge);
    }

    /** Asks for a verdict on the exercise as it is from now on; earlier questions are void. */
    void ask(Exercise exercise) {
        // Before the question is put: the round that runs now can't be the answer to it.
        var outdated = running();
        wanted.clear();
        wanted.add(exercise);
        if (outdated != 0) {
            Thread.startVirtualThread(() -> abandonAfterAMoment(outdated));
        }
    }

    private synchronized long running() {
        return running;
    }

    /** Again and again, since at first there may be no worker yet that could be ended. */
    private void abandonAfterAMoment(long outdated) {
        try {
            do {
                Thread.sleep(MOMENT);
            } while (abandonIfRunning(outdated));
        } catch (InterruptedException e) {
            // Nobody interrupts it. If somebody did, the round would end by itself.
        }
    }

    private synchronized boolean abandonIfRunning(long outdated) {
        if (running == outdated) {
            judge.abandon();
        }
        return running == outdated;
    }

    private synchronized void begins() {
        running = ++rounds;
    }

    private synchronized void ends() {
        running = 0;
    }

    private void judge() {
        try {
            while (true) {
                var exercise = wanted.take();
                begins();
                Event event;
                try {
                    event = new Event.Judged(exercise, verdicts.judge(exercise, judge));
                } catch (IOException | RuntimeException e) {
                    // Whatever it is, the next save is judged again.
                    event = new Event.Failed(e.toString());
                } finally {
                    ends();
                }
                if (wanted.isEmpty()) {
                    events.add(event);
                }
            }
        } catch (InterruptedException e) {
            // Closed: there is nothing more to judge.
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        judge.close();
    }
}
