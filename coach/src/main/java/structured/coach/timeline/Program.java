package structured.coach.timeline;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import structured.coach.machine.Javac;
import structured.coach.machine.Launch;
import structured.coach.machine.SourceText;
import structured.coach.terminal.Harmless;
import structured.coach.words.Wording;

/**
 * Sources with a {@code main} among them.
 *
 * @param title what to call it in the picture
 * @param sources all the files to compile
 * @param main the one whose {@code main} is to be run
 * @param seed of its random numbers, where another program is to have the same ones
 * @param test what is to be run instead of a main, if it is that
 */
record Program(String title, List<Path> sources, Path main, OptionalLong seed, Optional<NamedTest> test) {

    private static final Wording SAY = Wording.of(Program.class);

    /** One whose main is run as it is. */
    Program(String title, List<Path> sources, Path main) {
        this(title, sources, main, OptionalLong.empty(), Optional.empty());
    }

    /** The same with these random numbers. */
    Program with(long seed) {
        return new Program(title, sources, main, OptionalLong.of(seed), test);
    }

    private static final Pattern MAIN = Pattern.compile("\\bstatic\\s+void\\s+main\\s*\\(");
    private static final Pattern PACKAGE = Pattern.compile("^\\s*package\\s+([\\w.]+)\\s*;", Pattern.MULTILINE);

    /** The compiler may quote a type that goes over pages. */
    private static final int LONGEST_PROBLEM = 2000;

    /** Those of some sources that have a {@code main}. */
    static List<Path> mains(List<Path> sources) throws IOException {
        var mains = new ArrayList<Path>();
        for (var source : sources) {
            // Not yet checked by a compiler: it may be in any encoding, and this one can read them all.
            if (MAIN.matcher(SourceText.ascii(source)).find()) {
                mains.add(source);
            }
        }
        return mains;
    }

    String packageName() {
        try {
            var found = PACKAGE.matcher(SourceText.ascii(main));
            return found.find() ? found.group(1) : "";
        } catch (IOException e) {
            return "";
        }
    }

    String mainClass() {
        return test.isPresent() ? TestMain.class.getName() : packageName().isEmpty() ? SourceText.className(main) : packageName() + "." + SourceText.className(main);
    }

    String[] arguments() {
        return test.map(named -> new String[] {packageName() + "." + named.className(), named.method()}).orElse(new String[0]);
    }

    /** Where its classes are, and what else it needs. */
    String classPath(Path classes) {
        return Stream.concat(Stream.of(classes.toString()), test.stream().flatMap(named ->
                Stream.concat(named.resources().stream().map(Path::toString), Stream.of(Launch.here().classPath())))).collect(Collectors.joining(File.pathSeparator));
    }

    /** Compiles it into a folder, has it watched there, and says what is wrong with it if it doesn't compile. */
    Optional<String> compile(Path classes) throws IOException {
        var problem = Javac.compile(sources, classes);
        if (problem.isEmpty()) {
            Watched.in(classes, seed.isPresent());
            return Optional.empty();
        }
        var message = problem.get().getMessage(Locale.ROOT);
        var first = problem.get().getSource() == null ? message : SAY.of("no-compile",
                Path.of(problem.get().getSource().toUri()).getFileName(), problem.get().getLineNumber(), message);
        return Optional.of(Harmless.text(Harmless.head(first, LONGEST_PROBLEM)));
    }
}
