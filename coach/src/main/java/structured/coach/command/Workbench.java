package structured.coach.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import structured.coach.Judge;
import structured.coach.Limits;
import structured.coach.Shipped;
import structured.coach.Tutorial;
import structured.coach.Tutorial.Exercise;
import structured.coach.Verdict;
import structured.coach.Verdict.Status;

/** What all commands work with: the tutorial, the verdicts that are known, and where the coach remembers things. */
public record Workbench(Tutorial tutorial, Verdicts verdicts) {

    /** The workbench of the tutorial that the launcher was called in. */
    public static Workbench here() throws IOException {
        var tutorial = Tutorial.here();
        var workbench = new Workbench(tutorial, new Verdicts(tutorial.verdicts()));
        for (var exercise : tutorial.exercises()) {
            // It may have come as an archive, or without its history: nothing else knows how the exercises were shipped then.
            try {
                workbench.shipped().remember(exercise.main());
            } catch (IOException e) {
                // A file that can't be read, say. Whoever wants it back is told then.
            }
        }
        return workbench;
    }

    Hints hints(Exercise exercise) throws IOException {
        return new Hints(exercise, tutorial.state().resolve("hints.properties"));
    }

    Kept kept(Exercise exercise) {
        return new Kept(exercise, tutorial.state().resolve("kept"));
    }

    Shipped shipped() {
        return new Shipped(tutorial.root(), tutorial.state().resolve("shipped"));
    }

    /** Verdicts on these exercises as they are now; those that aren't known yet are found out, two at a time. */
    public List<Verdict> verdictsOn(List<Exercise> exercises) throws IOException, InterruptedException {
        var found = new ConcurrentHashMap<Exercise, Verdict>();
        exercises.forEach(exercise -> verdicts.known(exercise).ifPresent(verdict -> found.put(exercise, verdict)));
        var todo = new ConcurrentLinkedQueue<>(exercises.stream().filter(exercise -> !found.containsKey(exercise)).toList());
        try (var judges = Executors.newCachedThreadPool()) {
            var running = new ArrayList<Future<?>>();
            for (int i = 0; i < Math.min(2, todo.size()); i++) {
                running.add(judges.submit(() -> {
                    try (var judge = new Judge(Limits.STANDARD)) {
                        for (Exercise exercise; (exercise = todo.poll()) != null; ) {
                            found.put(exercise, verdicts.judge(exercise, judge));
                        }
                    }
                    return null;
                }));
            }
            for (var judging : running) {
                judging.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        }
        return exercises.stream().map(found::get).toList();
    }

    /** The first exercise that isn't green, if there is one. What isn't known is found out, one after another. */
    public Optional<Exercise> next() throws IOException, InterruptedException {
        for (var exercise : tutorial.exercises()) {
            if (verdictsOn(List.of(exercise)).getFirst().status() != Status.GREEN) {
                return Optional.of(exercise);
            }
        }
        return Optional.empty();
    }

    /** The exercise after this one, if there is one. */
    public Optional<Exercise> after(Exercise exercise) throws IOException {
        var all = tutorial.exercises();
        return all.stream().skip(all.indexOf(exercise) + 1L).findFirst();
    }
}
