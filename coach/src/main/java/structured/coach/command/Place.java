package structured.coach.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import structured.coach.judge.Judged;
import structured.coach.machine.Source;
import structured.coach.machine.SourceText;
import structured.coach.terminal.Style;
import structured.coach.tutorial.Shipped;
import structured.coach.verdict.TestResult;
import structured.coach.verdict.Verdict.Status;

/** A line of the learner's, to go on at. */
public record Place(Path file, int line) {

    /**
     * What a verdict speaks of; if that is none of the learner's lines, where there is something to do for the step that leads; and if there is no such
     * place either, the class that was saved last. Nothing if there is no file.
     */
    public static Optional<Place> of(Judged judged, Lead lead, Workbench workbench) throws IOException, InterruptedException {
        var said = saidIn(judged, lead);
        if (said.isPresent()) {
            return said;
        }
        var verdict = judged.verdict().status();
        var step = lead.failure().map(TestResult::stepToRead).orElse(lead.step());
        var ofStep = verdict == Status.GREEN || verdict == Status.AMBER ? Optional.<Place>empty() : new StepPlace(judged.sources(), workbench.shipped()).of(step);
        return ofStep.isPresent() ? ofStep : savedLast(judged);
    }

    private static Optional<Place> saidIn(Judged judged, Lead lead) {
        var verdict = judged.verdict();
        if (verdict.status() == Status.AMBER) {
            var problem = verdict.problems().stream().filter(it -> !it.inTests()).findFirst();
            return problem.flatMap(it -> fileOf(judged, Path.of(it.file()).getFileName().toString()).map(file -> new Place(file, Math.max(1, (int) it.line()))));
        }
        var excerpt = new Excerpt(judged.sources(), Style.ofOutput());
        var said = verdict.status() == Status.GREEN ? Stream.<String>empty()
                : Stream.concat(lead.failure().stream().flatMap(failure -> failure.frames().stream()), Stream.of(verdict.sentence()));
        return said.flatMap(text -> excerpt.placeIn(text).stream())
                .flatMap(place -> fileOf(judged, place.name()).map(file -> new Place(file, place.line())).stream()).findFirst();
    }

    private static Optional<Path> fileOf(Judged judged, String name) {
        return judged.sources().main().stream().map(Source::path).filter(path -> path.getFileName().toString().equals(name)).findFirst();
    }

    private static Optional<Place> savedLast(Judged judged) {
        var main = judged.sources().main().stream().map(Source::path).toList();
        var toWrite = main.stream().filter(path -> Shipped.isToWrite(judged.exercise(), path)).toList();
        return (toWrite.isEmpty() ? main : toWrite).stream().max(Comparator.comparing(SourceText::savedAt)).map(file -> StepPlace.ofClass(judged.sources(), file));
    }
}
