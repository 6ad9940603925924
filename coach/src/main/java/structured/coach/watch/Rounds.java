package structured.coach.watch;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import structured.coach.judge.Judge;
import structured.coach.judge.Progress;
import structured.coach.judge.Verdicts;
import structured.coach.machine.Folders;
import structured.coach.tutorial.Exercise;
import structured.coach.tutorial.Sources;

/**
 * Judges in a thread of its own, what was asked for last. Whoever asks again during a run knows by its number what is out
 * of date, and won't have to wait for that: the run has a moment to end by itself, since it is mostly over soon, and is abandoned then.
 */
final class Rounds implements AutoCloseable {

    /** What was asked for, and in which round. */
    private record Wanted(long round, Exercise exercise) {}

    private static final Duration MOMENT = Duration.ofMillis(250);

    private final Verdicts verdicts;
    private final BlockingQueue<Event> events;
    private final Judge judge;
    private final BlockingQueue<Wanted> wanted = new ArrayBlockingQueue<>(1);
    private final Thread thread;

    /** The number of the round that runs, or 0; written by the judging thread, and guarded by this. */
    private long running;

    /** The number of the round that was asked for last; written by the asking thread. */
    private volatile long wantedRound;

    /** What the round that runs is on; null as long as it hasn't been read. Written by the judging thread. */
    private volatile Sources read;

    /** Verdicts of {@code judge}, which is closed in the end, go to {@code events}. */
    Rounds(Verdicts verdicts, Judge judge, BlockingQueue<Event> events) {
        this.verdicts = verdicts;
        this.judge = judge;
        this.events = events;
        thread = Thread.ofPlatform().daemon().name("judges").start(this::judge);
    }

    /** Asks for a verdict on the exercise as it is from now on, and gives the round's number; earlier rounds are void. */
    long ask(Exercise exercise) {
        var round = wantedRound + 1;
        // Before looking what runs: a round that begins only now sees that it is void.
        wantedRound = round;
        var outdated = running();
        wanted.clear();
        wanted.add(new Wanted(round, exercise));
        if (outdated != 0) {
            Thread.startVirtualThread(() -> abandonAfterAMoment(outdated));
        }
        return round;
    }

    /** How far the run is that goes on, if it is that of the round that was asked for last, and a test of it has begun. */
    Optional<Progress> progress() {
        return running() == wantedRound ? judge.progress() : Optional.empty();
    }

    /** Whether the round that runs is the one that was asked for last, and on texts like these. */
    boolean isOn(Sources sources) {
        var judged = read;
        return judged != null && running() == wantedRound && judged.texts().filter(texts -> sources.texts().equals(Optional.of(texts))).isPresent();
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

    private synchronized void begins(long round) {
        running = round;
    }

    private synchronized void ends() {
        running = 0;
        read = null;
    }

    private void judge() {
        try {
            while (true) {
                var question = wanted.take();
                begins(question.round);
                Event event;
                try {
                    if (question.round != wantedRound) {
                        continue;
                    }
                    read = Sources.of(question.exercise);
                    event = new Event.Answered(question.round, verdicts.judge(read, judge));
                } catch (IOException e) {
                    // Whatever it is, the next save is judged again.
                    event = new Event.Failed(question.round, Folders.problem(e));
                } catch (RuntimeException | Error e) {
                    // There may be no thread left on this machine, say, just now.
                    event = new Event.Failed(question.round, e.toString());
                } finally {
                    ends();
                }
                events.add(event);
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
