package structured.coach.command;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.StructuredTaskScope;
import structured.coach.judge.Judge;
import structured.coach.judge.Judged;
import structured.coach.judge.Limits;
import structured.coach.judge.Verdicts;
import structured.coach.tutorial.AskedSteps;
import structured.coach.tutorial.Exercise;
import structured.coach.tutorial.Hints;
import structured.coach.tutorial.Kept;
import structured.coach.tutorial.LaterJdk;
import structured.coach.tutorial.Shipped;
import structured.coach.tutorial.Tutorial;
import structured.coach.verdict.Verdict;
import structured.coach.verdict.Verdict.Status;

/** What all commands work with: the tutorial, the verdicts that are known, and where the coach remembers things. */
@SuppressWarnings("preview")
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

    /** Which step of an exercise was asked for last, by {@code --step}. */
    public AskedSteps askedSteps() {
        return new AskedSteps(tutorial.state().resolve("steps.properties"));
    }

    /** What of a verdict leads: the step that was asked for last, if one was. */
    public Lead lead(Judged judged) {
        return Lead.of(judged, askedSteps().of(judged.exercise()));
    }

    /** How many hints of an exercise the learner has been given. */
    public int hintsGiven(Exercise exercise) {
        try {
            return hints(exercise).given();
        } catch (IOException e) {
            return 0;    // Its hints can't be read, and so none was given.
        }
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
        exercises.forEach(exercise -> verdicts.known(exercise).ifPresent(judged -> found.put(exercise, judged.verdict())));
        for (int jdk : exercises.stream().map(Exercise::jdk).distinct().toList()) {
            judge(exercises.stream().filter(exercise -> exercise.jdk() == jdk && !found.containsKey(exercise)).toList(), jdk, found);
        }
        return exercises.stream().map(found::get).toList();
    }

    private void judge(List<Exercise> exercises, int jdk, Map<Exercise, Verdict> found) throws IOException, InterruptedException {
        var todo = new ConcurrentLinkedQueue<>(exercises);
        var home = LaterJdk.home(jdk).orElseThrow(() -> new IOException(PortOption.missing(jdk)));
        if (exercises.isEmpty()) {
            return;    // All are known: nothing of a scope need be loaded.
        }
        try (var scope = new StructuredTaskScope.ShutdownOnFailure()) {
            for (int i = 0; i < Math.min(2, exercises.size()); i++) {
                scope.fork(() -> {
                    try (var judge = new Judge(Limits.STANDARD, home)) {
                        for (Exercise exercise; (exercise = todo.poll()) != null; ) {
                            found.put(exercise, verdicts.judge(exercise, judge).verdict());
                        }
                    }
                    return null;
                });
            }
            scope.join().throwIfFailed();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        }
    }

    /** Verdicts on all ports that there are; none on one that can't be judged here, since its JDK is missing, say. */
    Map<Exercise, Optional<Verdict>> verdictsOnPorts() throws IOException, InterruptedException {
        var found = new LinkedHashMap<Exercise, Optional<Verdict>>();
        for (var exercise : tutorial.exercises()) {
            exercise.ports().forEach(port -> found.put(port, Optional.empty()));
        }
        for (int jdk : found.keySet().stream().map(Exercise::jdk).distinct().toList()) {
            var ports = found.keySet().stream().filter(port -> port.jdk() == jdk).toList();
            try {
                var those = verdictsOn(ports);
                ports.forEach(port -> found.put(port, Optional.of(those.get(ports.indexOf(port)))));
            } catch (IOException e) {
                // Whoever asks for one of them is told why.
            }
        }
        return found;
    }

    /** The first exercise that isn't green, if there is one. */
    public Optional<Exercise> next() throws IOException, InterruptedException {
        return next(tutorial.exercises());
    }

    /** The first of these that isn't green, if there is one. What isn't known is found out, one after another. */
    public Optional<Exercise> next(List<Exercise> exercises) throws IOException, InterruptedException {
        for (var exercise : exercises) {
            if (verdictsOn(List.of(exercise)).getFirst().status() != Status.GREEN) {
                return Optional.of(exercise);
            }
        }
        return Optional.empty();
    }

    /** The exercise before this one, if there is one; or before a port, the one's before if it is there. */
    public Optional<Exercise> before(Exercise exercise) throws IOException {
        var all = tutorial.exercises();
        return all.stream().limit(Math.max(0, all.indexOf(exercise.on(Tutorial.JDK)))).reduce((first, second) -> second)
                .map(it -> it.on(exercise.jdk()));
    }

    /** The exercise after this one, if there is one; or after a port, the next one's, whether that is there or not. */
    public Optional<Exercise> after(Exercise exercise) throws IOException {
        var all = tutorial.exercises();
        return all.stream().skip(all.indexOf(exercise.on(Tutorial.JDK)) + 1L).findFirst().map(next -> next.on(exercise.jdk()));
    }
}
