package structured.coach.verify;

import static structured.coach.verify.Check.Finding.TRUE;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import structured.coach.judge.Code;
import structured.coach.judge.Judge;
import structured.coach.judge.Question;
import structured.coach.tutorial.Exercise;
import structured.coach.verdict.Verdict;
import structured.coach.verify.Check.Kind;

/**
 * The verdicts on those pitfalls of which the workshop guide says what is seen: by all tests, as a learner has them run, as far as the
 * failure that is shown first. Each is judged once: in a whole verification, it counts as caught by that, too. Written by all judges'
 * threads.
 */
final class Sights {

    /** Nobody asks what is seen. */
    static final Sights NONE = new Sights(List.of());

    private final Set<Path> wanted;
    private final Map<Path, Verdict> seen = new ConcurrentHashMap<>();

    /** What is seen of these pitfalls. */
    Sights(List<Path> wanted) {
        this.wanted = Set.copyOf(wanted);
    }

    /** Judges a pitfall, if what is seen of it is asked for. */
    Optional<Verdict> of(Exercise exercise, Path pitfall, Judge judge) throws IOException, InterruptedException {
        if (!wanted.contains(pitfall)) {
            return Optional.empty();
        }
        var verdict = judge.judge(Question.of(Code.of(exercise, exercise.solutionWith(pitfall))).untilShown());
        seen.put(pitfall, verdict);
        return Optional.of(verdict);
    }

    /** Has those judged that belong to these exercises. Whether they are as they should be is not asked, so this has no row in the table. */
    List<Check> looks(List<Exercise> exercises) throws IOException {
        var looks = new ArrayList<Check>();
        for (var exercise : exercises) {
            for (var pitfall : exercise.pitfalls()) {
                if (wanted.contains(pitfall)) {
                    looks.add(new Check("guide", Kind.PITFALL, pitfall.getFileName().toString(), judge -> {
                        of(exercise, pitfall, judge);
                        return TRUE;
                    }));
                }
            }
        }
        return looks;
    }

    /** What has been seen, by the pitfalls' folders. */
    Map<Path, Verdict> seen() {
        return Map.copyOf(seen);
    }
}
