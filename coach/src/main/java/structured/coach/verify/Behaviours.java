package structured.coach.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import structured.coach.diagnosis.Recording;
import structured.coach.judge.Code;
import structured.coach.judge.Question;
import structured.coach.tutorial.Exercise;
import structured.coach.tutorial.Pitfall;
import structured.coach.verdict.Verdict;
import structured.coach.verify.Check.Finding;
import structured.coach.verify.Check.Kind;

/** What is recorded of how pitfalls behave: that it is up to date, and how it comes to be so. */
final class Behaviours {

    private final Map<Exercise, Recording> recordings = new LinkedHashMap<>();
    private final Map<Path, Queue<Verdict>> verdicts = new ConcurrentHashMap<>();
    private final Map<Exercise, Verdict> solutions = new ConcurrentHashMap<>();

    /** To be recorded: the pitfalls of these exercises. */
    Behaviours(List<Exercise> exercises) throws IOException {
        for (var exercise : exercises) {
            recordings.put(exercise, new Recording(exercise));
        }
    }

    /** The pitfalls of an exercise are caught, in a way that is recorded, and so is all else that the record is about. */
    static List<Check> known(Exercise exercise, Sights sights) throws IOException {
        var recording = new Recording(exercise);
        var checks = new ArrayList<Check>();
        for (var pitfall : Pitfall.of(exercise)) {
            checks.add(Answers.caught(pitfall, sights, recording));
        }
        checks.add(new Check(exercise.name(), Kind.TESTS, "what is recorded of its pitfalls",
                judge -> recording.stale().<Finding>map(stale -> Finding.fallsShort("is out of date: %s", stale)).orElse(Finding.TRUE)));
        return checks;
    }

    /** What records a pitfall's behaviour. */
    static String command(Exercise exercise) {
        return "./workshop verify --rewrite --module " + exercise.number();
    }

    /** What has to be judged, each pitfall several times: those that have changed, or all of an exercise whose tests have. */
    List<Check> toJudge() throws IOException {
        var checks = new ArrayList<Check>();
        for (var recorded : recordings.entrySet()) {
            var exercise = recorded.getKey();
            var todo = recorded.getValue().toJudge();
            if (!todo.isEmpty()) {
                checks.add(new Check(exercise.name(), Kind.SOLUTION, "the solution", judge -> {
                    var verdict = judge.judge(Question.of(Code.of(exercise, exercise.solution())));
                    solutions.put(exercise, verdict);
                    return Answers.green(verdict);
                }));
            }
            // One run of each after the other: those of the same pitfall are at different times.
            for (int run = 0; run < Recording.RUNS; run++) {
                for (var pitfall : todo) {
                    checks.add(new Check(exercise.name(), Kind.PITFALL, pitfall.getFileName().toString(), judge -> {
                        var verdict = judge.judge(Question.of(Code.of(exercise, exercise.solutionWith(pitfall))));
                        verdicts.computeIfAbsent(pitfall, it -> new ConcurrentLinkedQueue<>()).add(verdict);
                        return verdict.status() == Verdict.Status.GREEN ? Finding.fallsShort("is green") : Finding.TRUE;
                    }));
                }
            }
        }
        return checks;
    }

    /** Writes down what was found out of those exercises of which nothing fell short: it may have taken an hour. */
    void write(Set<String> fellShort) throws IOException {
        for (var recorded : recordings.entrySet()) {
            if (!fellShort.contains(recorded.getKey().name())) {
                recorded.getValue().write(solutions.get(recorded.getKey()), verdicts);
            }
        }
    }
}
