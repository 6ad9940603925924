package structured.coach.diagnosis;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ExecutionException;
import structured.coach.judge.Judged;
import structured.coach.machine.Source;
import structured.coach.tutorial.Exercise;
import structured.coach.tutorial.Kinds;
import structured.coach.tutorial.Tutorial;
import structured.coach.verdict.TestResult;
import structured.coach.verdict.Verdict.Status;

/** Says which known mistake a learner's code behaves like, where that is clear, and keeps quiet otherwise. */
public final class Diagnosis {

    /** All that takes a while to find out: what is known, what to compare with, and what to say then. */
    private record Knowledge(Library library, Likeness likeness, Kinds kinds, Map<String, String> questions) {
        static Knowledge of(Tutorial tutorial) throws IOException {
            var library = Library.of(tutorial);
            return new Knowledge(library, new Likeness(library.known(), library.right()), Kinds.of(tutorial.root()), Questions.in(tutorial.root()));
        }
    }

    private final Noticed noticed;
    private final FutureTask<Knowledge> knowledge;

    /** For this tutorial. Nothing is read before it is needed. */
    public Diagnosis(Tutorial tutorial) {
        noticed = new Noticed(tutorial.state().resolve("mistakes.properties"));
        knowledge = new FutureTask<>(() -> {
            // javac takes the longest when it is first used.
            Form.of(List.of("class Warm { void up() { } }"));
            return Knowledge.of(tutorial);
        });
    }

    /** Reads what may be needed after the next verdict, in a thread of its own; nothing, as long as the exercise hasn't been red. */
    public void prepare(Exercise exercise) {
        if (!exercise.isPort() && noticed.wasRed(exercise.name()) && !knowledge.isDone()) {
            Thread.ofPlatform().daemon().name("knows-mistakes").start(knowledge);
        }
    }

    /**
     * What a verdict tells of, if it is time to say so: not of code that is half-written; not at the first red of a step, since the tests' own
     * message is to be read first; and not what the learner has said no to.
     *
     * @param leads the failure that is told in full, if there is one
     */
    public Optional<Mistake> of(Judged judged, Optional<TestResult> leads) {
        var exercise = judged.exercise();
        var status = judged.verdict().status();
        var isRed = status == Status.RED || status == Status.HUNG;
        if (exercise.isPort() || !isRed || leads.isEmpty() && judged.verdict().firstFailure().isPresent()) {
            return Optional.empty();
        }
        var step = leads.map(TestResult::stepToRead).orElse(0);
        var isFirst = !noticed.wasRed(exercise.name(), step);
        var mistake = isFirst ? Optional.<Mistake>empty() : recognised(judged, leads, noticed.refused(exercise.name()));
        if (isFirst) {
            prepare(exercise);
        }
        noticed.said(exercise.name(), mistake.map(it -> it.pitfall().orElse(Likeness.KIND + it.kind())).orElse(null));
        return mistake;
    }

    /** Does all that is to be done for a verdict, and keeps nothing of it. */
    public void rehearse(Judged judged) {
        recognised(judged, judged.verdict().firstFailure(), Set.of());
    }

    /** The same, whenever it is, and whatever else was said. */
    Optional<Mistake> recognised(Judged judged, Optional<TestResult> leads, Set<String> refused) {
        try {
            knowledge.run();
            return recognised(judged, leads, refused, knowledge.get());
        } catch (ExecutionException e) {
            // A file that somebody has spoilt, or that can't be read: then nothing is known.
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Optional<Mistake> recognised(Judged judged, Optional<TestResult> leads, Set<String> refused, Knowledge knowledge) {
        var exercise = judged.exercise();
        var records = knowledge.library.records().getOrDefault(exercise.name(), Records.NONE);
        var parts = records.parts();
        var part = Part.about(leads.map(TestResult::test).orElse(Behaviour.NO_TEST), parts);
        if (part.isEmpty()) {
            return Optional.empty();
        }
        var form = Form.of(Source.read(judged.sources().main()).stream().filter(source -> part.get().has(source.path())).map(Source.Read::text).toList());
        var right = records.rightForms(part.get());
        if (HalfWritten.is(form, right, Source.read(judged.sources().tests()), part.get())) {
            return Optional.empty();
        }
        var behaviour = Behaviour.of(judged.verdict(), test -> Part.about(test, parts).equals(part), records.tests());
        return knowledge.likeness.of(exercise.name(), part.get(), Traits.of(behaviour, form, right), refused)
                .flatMap(found -> mistake(exercise, found, knowledge));
    }

    private static Optional<Mistake> mistake(Exercise exercise, Likeness.Found found, Knowledge knowledge) {
        return knowledge.kinds.find(found.kind()).map(kind -> {
            var pitfall = found.pitfall().map(Known::name);
            return new Mistake(pitfall, kind.slug(),
                    pitfall.flatMap(name -> Optional.ofNullable(knowledge.library.sentences().get(exercise.name() + " " + name)))
                            .orElseGet(() -> kind.title().substring(0, 1).toLowerCase(Locale.ROOT) + kind.title().substring(1) + "."),
                    pitfall.flatMap(name -> Optional.ofNullable(knowledge.questions.get(exercise.number() + " " + name))).orElse(kind.question()));
        });
    }

    /** The learner says: no, that isn't it. It isn't said again. Whether there was something to say no to. */
    public boolean refuse(Exercise exercise) {
        return noticed.refuse(exercise.name()) != null;
    }

    /** Takes the exercise for one that nobody has tried yet. */
    public void forget(Exercise exercise) {
        noticed.forget(exercise.name());
    }
}
