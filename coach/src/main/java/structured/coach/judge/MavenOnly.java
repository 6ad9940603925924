package structured.coach.judge;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import structured.coach.machine.Source;
import structured.coach.tutorial.Exercise;
import structured.coach.tutorial.Sources;
import structured.coach.words.Wording;

/** What a learner may add to an exercise that Maven takes into account, and the coach can't: it says so, and doesn't guess. */
final class MavenOnly {

    private static final Wording SAY = Wording.of(MavenOnly.class);

    private static final Pattern COMMENT = Pattern.compile("(?s)<!--.*?-->");

    /** What of a POM has a say in how code is compiled and run. The exercises' own have none of it. */
    private static final Pattern SETTING = Pattern.compile(
            "<(dependencies|dependencyManagement|build|properties|profiles|repositories|pluginRepositories)\\b");

    private MavenOnly() {}

    /** Why only Maven can judge an exercise, if that is so. */
    static Optional<String> reason(Sources sources) throws IOException {
        var exercise = sources.exercise();
        for (var pom : sources.others().stream().filter(other -> other.path().endsWith("pom.xml")).toList()) {
            // Any encoding will do: what is looked for is in ASCII.
            var found = SETTING.matcher(COMMENT.matcher(textOf(pom)).replaceAll(""));
            if (found.find()) {
                return reason(exercise, pom.path(), SAY.of("maven.pom", found.group(1)));
            }
        }
        for (var source : Stream.concat(sources.main().stream(), sources.tests().stream()).toList()) {
            if (source.path().endsWith("module-info.java")) {
                return reason(exercise, source.path(), SAY.of("maven.module"));
            }
        }
        return Optional.empty();
    }

    private static String textOf(Source pom) throws IOException {
        return switch (pom) {
            case Source.Read read -> read.ascii();
            case Source.Unread unread -> throw new IOException("%s: %s".formatted(unread.file(), unread.why()));
        };
    }

    private static Optional<String> reason(Exercise exercise, Path file, String what) {
        return Optional.of(SAY.of("maven.only",
                exercise.root().toAbsolutePath().relativize(file.toAbsolutePath()), what, exercise.name()));
    }
}
