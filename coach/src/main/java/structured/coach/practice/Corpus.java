package structured.coach.practice;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import structured.coach.diagnosis.RedAt;
import structured.coach.machine.Folders;
import structured.coach.tutorial.Exercise;
import structured.coach.tutorial.Kinds;
import structured.coach.tutorial.Pitfall;

/** All answers to some exercises that can be asked about. */
final class Corpus {

    /** How many sentences there are to choose from. */
    static final int CHOICES = 4;

    private final Kinds kinds;
    private final List<Item> items = new ArrayList<>();

    private Corpus(Kinds kinds) {
        this.kinds = kinds;
    }

    /** That of these exercises. */
    static Corpus of(Path root, List<Exercise> exercises) throws IOException {
        var corpus = new Corpus(Kinds.of(root));
        for (var exercise : exercises) {
            corpus.add(exercise);
        }
        return corpus;
    }

    /** All that can be asked about. */
    List<Item> items() {
        return Collections.unmodifiableList(items);
    }

    private void add(Exercise exercise) throws IOException {
        var redAt = RedAt.of(exercise);
        var wrong = new LinkedHashMap<Program, Set<String>>();
        // By class, then by kind: the tests that catch its mistakes there.
        var tests = new HashMap<String, Map<String, Set<String>>>();
        for (var pitfall : Pitfall.of(exercise)) {
            var known = redAt.of(pitfall);
            // What takes several files is not shown on one screen.
            if (pitfall.sources().size() == 1 && pitfall.kind().flatMap(kinds::find).isPresent()) {
                var program = Program.pitfall(pitfall, pitfall.sources().getFirst());
                tests.computeIfAbsent(program.type(), type -> new LinkedHashMap<>()).computeIfAbsent(pitfall.kind().get(), kind -> new LinkedHashSet<>()).addAll(pitfall.tests());
                known.ifPresent(red -> wrong.put(program, red));
            }
        }
        wrong.forEach((program, red) -> addWrong(program, red, tests.get(program.type())));
        for (var program : right(exercise)) {
            var there = tests.getOrDefault(program.type(), Map.of());
            if (there.size() >= CHOICES) {
                items.add(Item.right(program, there.keySet().stream().map(slug -> kinds.find(slug).orElseThrow()).toList()));
            }
        }
    }

    private List<Program> right(Exercise exercise) throws IOException {
        var right = new ArrayList<Program>();
        for (var file : exercise.solution()) {
            var program = Program.solution(exercise, file);
            // A long one would be known by its length: it has nothing that the solution has too.
            if (program.lines().size() <= Anonymous.SHORT) {
                right.add(program);
            }
        }
        for (var folder : exercise.alternatives()) {
            var files = Folders.javaFiles(folder);
            if (files.size() == 1) {
                right.add(Program.alternative(exercise, folder, files.getFirst()));
            }
        }
        return right;
    }

    /** Beside the true sentence, only those are offered whose tests this program is green at, and that can't be true by what they say. */
    private void addWrong(Program program, Set<String> red, Map<String, Set<String>> there) {
        var kind = kinds.find(program.pitfall().orElseThrow().kind().orElseThrow()).orElseThrow();
        var others = there.entrySet().stream().filter(other -> !other.getKey().equals(kind.slug()) && !kinds.areAkin(kind.slug(), other.getKey()))
                .filter(other -> Collections.disjoint(other.getValue(), red)).map(other -> kinds.find(other.getKey()).orElseThrow()).toList();
        if (others.size() >= CHOICES - 1) {
            items.add(Item.wrong(program, kind, others));
        }
    }
}
