package structured.coach.verify;

import static structured.coach.verify.Check.Finding.TRUE;
import static structured.coach.verify.Check.Finding.fallsShort;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import structured.coach.tutorial.Exercise;
import structured.coach.tutorial.Kinds;
import structured.coach.tutorial.Pitfall;
import structured.coach.verify.Check.Finding;
import structured.coach.verify.Check.Kind;

/** Each pitfall is of one kind of mistakes, and each kind has pitfalls. */
final class Sorting {

    private Sorting() {}

    /** All pitfalls of an exercise have a kind, which is one of those that there are. */
    static Check ofPitfalls(Exercise exercise) {
        return new Check(exercise.name(), Kind.TESTS, "the kinds of its pitfalls", judge -> {
            var kinds = Kinds.of(exercise.root());
            var wrong = new ArrayList<String>();
            for (var pitfall : Pitfall.of(exercise)) {
                flaw(pitfall, kinds).ifPresent(wrong::add);
            }
            return finding(wrong);
        });
    }

    private static Optional<String> flaw(Pitfall pitfall, Kinds kinds) {
        return switch (pitfall.kinds().size()) {
            case 0 -> Optional.of("%s does not say what kind of mistake it is (\"// Kind: ...\", one of those in %s)".formatted(pitfall.name(), Kinds.FILE));
            case 1 -> kinds.find(pitfall.kinds().getFirst()).isPresent() ? Optional.empty()
                    : Optional.of("%s is said to be of the kind \"%s\", which %s does not have".formatted(pitfall.name(), pitfall.kinds().getFirst(), Kinds.FILE));
            default -> Optional.of("%s is said to be of %d kinds: take the one that a teacher would speak of".formatted(pitfall.name(), pitfall.kinds().size()));
        };
    }

    /** Each kind is told of as it should be, and is that of a pitfall in one of these exercises, which are all that there are. */
    static Check ofKinds(List<Exercise> exercises) {
        return new Check("pitfalls", Kind.TESTS, "by kind", judge -> finding(flaws(exercises)));
    }

    private static List<String> flaws(List<Exercise> exercises) throws IOException {
        var kinds = Kinds.of(exercises.getFirst().root());
        var wrong = new ArrayList<>(kinds.flaws());
        var used = new HashSet<String>();
        for (var exercise : exercises) {
            Pitfall.of(exercise).forEach(pitfall -> used.addAll(pitfall.kinds()));
        }
        kinds.all().stream().map(Kinds.Kind::slug).filter(slug -> !used.contains(slug))
                .forEach(slug -> wrong.add("no pitfall is of the kind \"%s\": take it out of %s, or sort one into it".formatted(slug, Kinds.FILE)));
        return wrong;
    }

    private static Finding finding(List<String> wrong) {
        return wrong.isEmpty() ? TRUE : fallsShort("are not sorted: %s", String.join("; ", wrong));
    }
}
