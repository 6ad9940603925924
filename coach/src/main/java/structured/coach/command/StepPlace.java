package structured.coach.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import structured.coach.machine.JavaText;
import structured.coach.machine.Source;
import structured.coach.machine.SourceText;
import structured.coach.tutorial.Shipped;
import structured.coach.tutorial.Sources;

/**
 * Where in a learner's sources there is something to do for a step: for who was told of no line.
 *
 * @param shipped knows which method a step was in before the learner began
 */
record StepPlace(Sources sources, Shipped shipped) {

    /** What stands before the name of a method that is declared: a type, and none of the words that stand before a call. */
    private static final String AFTER_A_TYPE = "(?<=[\\w>\\]])(?<!->|\\b(?:return|new|throw|else|yield|assert|case))\\s++";

    private static final Pattern DECLARATION = Pattern.compile(AFTER_A_TYPE + "(\\w++)\\s*+\\(");

    /** The TODO of this step; where that is gone, the method that it was in, and where there is no such method any more, its class. */
    Optional<Place> of(int step) throws IOException, InterruptedException {
        var todo = Pattern.compile("\\bTODO step " + step + "\\b");
        for (var source : Source.read(sources.main())) {
            var at = first(todo, source.text());
            if (at.isPresent()) {
                return Optional.of(place(source, at.getAsInt()));
            }
        }
        for (var source : Source.read(sources.main())) {
            var stub = Shipped.isToWrite(sources.exercise(), source.path()) ? shipped.text(source.path()) : Optional.<String>empty();
            var at = stub.map(text -> first(todo, text)).orElse(OptionalInt.empty());
            if (at.isPresent()) {
                return Optional.of(methodAt(stub.get(), at.getAsInt()).flatMap(name -> method(source, name)).orElseGet(() -> ofClass(sources, source.path())));
            }
        }
        return Optional.empty();
    }

    /** The name of the method that this place is in. */
    private static Optional<String> methodAt(String stub, int at) {
        return DECLARATION.matcher(JavaText.withoutComments(stub).substring(0, at)).results().map(declared -> declared.group(1)).reduce((one, later) -> later);
    }

    private static Optional<Place> method(Source.Read source, String name) {
        var declared = DECLARATION.matcher(JavaText.withoutComments(source.text())).results().filter(it -> it.group(1).equals(name)).findFirst();
        return declared.map(it -> place(source, it.start(1)));
    }

    /** The first line of the class that this file is of; of the file, if that can't be found out. */
    static Place ofClass(Sources sources, Path file) {
        var declared = Pattern.compile("\\b(?:class|record|enum|interface)\\s++" + Pattern.quote(SourceText.className(file)) + "\\b");
        return Source.read(sources.main()).stream().filter(source -> source.path().equals(file))
                .map(source -> place(source, first(declared, JavaText.withoutComments(source.text())).orElse(0))).findFirst().orElse(new Place(file, 1));
    }

    private static OptionalInt first(Pattern pattern, String text) {
        return pattern.matcher(text).results().mapToInt(found -> found.start()).findFirst();
    }

    private static Place place(Source.Read source, int at) {
        return new Place(source.path(), JavaText.lineAt(source.text(), at));
    }
}
