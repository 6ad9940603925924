package structured.coach.judge;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import structured.coach.machine.Source;
import structured.coach.machine.SourceText;
import structured.coach.tutorial.Shipped;
import structured.coach.tutorial.Sources;

/** Which of an exercise's classes a learner is at. */
final class SavedLast {

    private SavedLast() {}

    /** The name of the class that was saved last, of those that aren't as shipped; nothing where there are not several to write, or none is begun. */
    static Optional<String> begun(Sources sources) {
        var toWrite = sources.exercise().isPort() ? List.<Source>of()
                : sources.main().stream().filter(source -> Shipped.isToWrite(sources.exercise(), source.path())).toList();
        return toWrite.size() < 2 ? Optional.empty() : Source.read(toWrite).stream()
                .filter(source -> !Shipped.isAsShipped(sources.exercise(), source.path(), source.ascii()))
                .max(Comparator.comparing(source -> SourceText.savedAt(source.path()))).map(source -> SourceText.className(source.path()));
    }
}
