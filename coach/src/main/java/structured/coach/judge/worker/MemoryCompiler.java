package structured.coach.judge.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import structured.coach.machine.Javac;
import structured.coach.machine.Source;
import structured.coach.verdict.Problem;
import structured.coach.words.Wording;

/** Compiles source files to classes in memory, with the JDK that it runs on and its preview APIs. For one thread at a time. */
public final class MemoryCompiler {

    private static final Wording SAY = Wording.of(MemoryCompiler.class);

    /**
     * What came out: classes, or else problems.
     *
     * @param remarks on what was compiled all the same
     * @param ill whether something is wrong with javac, or with this process, rather than with the sources
     */
    public record Result(Classes classes, List<Problem> problems, List<String> remarks, boolean ill) {
        static Result of(List<Problem> problems) {
            return new Result(Classes.NONE, problems, List.of(), false);
        }
    }

    private final JavaCompiler javac = Javac.compiler();

    /** Kept over compilations, since it is slow to find out what is on the class path. */
    private final KnownPackages packages = new KnownPackages(Javac.files());

    /** For what is no test, and so has no libraries, here as little as in Maven. */
    private final KnownPackages withoutLibraries = new KnownPackages(withoutLibraries());

    private final KnownMains mains = new KnownMains();
    private final KnownTests known = KnownTests.here();

    /**
     * Compiles a learner's sources, and then the tests against them. What the tests were compiled to is known from an earlier
     * time, as long as nothing has changed that they can see: then only the others are compiled. Of these, too, only what has
     * changed is, as long as the others can't see that.
     */
    public Result compile(List<Source.Read> main, List<Source.Read> tests) throws IOException {
        var texts = new Texts(main, tests);
        try {
            return compile(texts);
        } catch (RuntimeException | StackOverflowError | AssertionError e) {
            var reason = e.getCause() instanceof StackOverflowError cause ? cause : e;
            return new Result(Classes.NONE, List.of(new Problem(main.size() == 1 ? main.getFirst().file() : "", false, -1, "",
                    SAY.of("compiler.gave-up", reason.getClass().getName()))), List.of(), true);
        }
    }

    private Result compile(Texts texts) throws IOException {
        if (!isCompiledByWhatHasChanged(texts)) {
            // A single source has no others that could do without being compiled.
            var alone = new Compilation(javac, withoutLibraries, texts.main(), texts.main().size() > 1, texts::isNamedInTests);
            if (alone.failed()) {
                return Result.of(alone.problems());
            }
            mains.keep(texts, alone);
        }
        var key = KnownTests.Key.of(texts.tests(), mains.api());
        var compiledTests = known.find(key);
        if (compiledTests.isEmpty()) {
            var all = new Compilation(javac, packages, Stream.concat(texts.main().stream(), texts.tests().stream()).toList(), false, texts::isNamedInTests);
            if (all.failed()) {
                return Result.of(all.problems());
            }
            var ofTests = all.bytes();
            ofTests.keySet().removeAll(mains.classes().keySet());
            known.keep(key, ofTests);
            compiledTests = Optional.of(ofTests);
        }
        return new Result(new Classes(mains.classes(), compiledTests.get(), texts.byName()), List.of(), texts.remarks(), false);
    }

    /** Whether the learner's classes are known now, since of several sources only what others don't see has changed, and could be compiled. */
    private boolean isCompiledByWhatHasChanged(Texts texts) throws IOException {
        var changed = mains.changed(texts);
        if (changed.isEmpty()) {
            return false;
        }
        var files = new Beside(withoutLibraries, mains.classesBeside(changed.get()));
        // What tests can see is the same, or else it is compiled once more.
        var alone = new Compilation(javac, files, changed.get(), true, name -> false);
        return !alone.failed() && mains.take(alone);
    }

    private StandardJavaFileManager withoutLibraries() {
        var files = Javac.files();
        try {
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, List.of());
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException("no place was named that could not be read", e);
        }
    }
}
