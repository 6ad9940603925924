package structured.coach.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import structured.coach.machine.Folders;
import structured.coach.machine.SourceText;
import structured.coach.terminal.Style;
import structured.coach.tutorial.Exercise;
import structured.coach.tutorial.LaterJdk;
import structured.coach.tutorial.Places;
import structured.coach.verdict.Verdict.Status;
import structured.coach.words.Wording;

/** The learner's own code, to be rewritten in the API of a later JDK. */
@Command(name = "port", description = {
    "Copies your code of an exercise, once it is green, to where you port it to a later JDK. The exercise stays as it is, and no build sees the port.",
    "", "Then watch and check judge the port, by the same tests, and tell what has become of the API of JDK 21: with --jdk.", "",
    "Examples:", "  ./workshop port 04", "  ./workshop watch 04 --jdk 27", "  ./workshop port 04 --jdk 25"},
    footer = {"", "Exit status: 0 the port is there, 1 the exercise is not green, 2 it could not be made."})
public final class PortCommand implements Callable<Integer> {

    private static final Wording SAY = Wording.of(PortCommand.class);

    @Parameters(paramLabel = "MODULE", converter = ExerciseName.class, completionCandidates = ExerciseName.Candidates.class,
            description = "an exercise: 4, 04, gather or 04-gather")
    private Exercise exercise;

    @Option(names = "--jdk", paramLabel = "JDK", converter = PortOption.Release.class, completionCandidates = PortOption.Candidates.class,
            defaultValue = "" + PortOption.USUAL, description = "the JDK to port it to: ${DEFAULT-VALUE} if none is named")
    private int release;

    @Option(names = "--again", description = "begin anew from your code of the exercise; the port that is there is put aside first")
    private boolean again;

    @Override
    public Integer call() throws Exception {
        var workbench = Workbench.here();
        var port = exercise.on(release);
        var where = port.root().relativize(port.sources().getParent());
        try {
            refuseWhatIsNoFolder(port);
            var there = port.main();
            if (!there.isEmpty() && !again) {
                System.out.println(SAY.of("port.there", port.name(), port.jdk(), where));
                goOn(port);
                System.out.println(SAY.of("port.again", PortOption.command(port)));
                return 0;
            }
            var verdict = workbench.verdictsOn(List.of(exercise)).getFirst();
            if (verdict.status() != Status.GREEN) {
                System.out.println(SAY.of("port.not-yet", exercise.name(), Report.inShort(verdict)));
                System.out.println(SAY.of("port.go-on-with-exercise", exercise.name()));
                return 1;
            }
            if (there.isEmpty()) {
                write(port, copies(port));
            } else {
                var kept = workbench.kept(port).replaceWith(copies(port));
                kept.ifPresent(version -> System.out.println(SAY.of("port.kept", port.root().relativize(version))));
            }
            System.out.println(SAY.of("port.made", port.name(), port.jdk(), where));
            goOn(port);
            return 0;
        } catch (IOException e) {
            System.err.println(SAY.of("port.failed", port.name(), Folders.problem(e)));
            System.err.println(SAY.of("port.unchanged"));
            return 2;
        }
    }

    private static void goOn(Exercise port) {
        System.out.println(SAY.of("port.go-on", port.arguments()));
        if (LaterJdk.home(port.jdk()).isEmpty()) {
            Style.ofOutput().wrap("", PortOption.missing(port.jdk())).forEach(System.out::println);
        }
    }

    /** The learner's sources, each with its place in the port. */
    private Map<Path, byte[]> copies(Exercise port) throws IOException {
        var copies = new LinkedHashMap<Path, byte[]>();
        for (var file : exercise.main()) {
            copies.put(port.sources().resolve(exercise.sources().relativize(file)), SourceText.bytes(file));
        }
        return copies;
    }

    /** What a link leads to is not ours to write to, whoever has put it there. */
    private static void refuseWhatIsNoFolder(Exercise port) throws IOException {
        var folder = port.sources().getParent();
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException(SAY.of(Files.isSymbolicLink(folder) ? "port.in-a-link" : "port.in-a-file", port.root().relativize(folder)));
        }
        if (!Files.exists(folder)) {
            return;
        }
        try (var all = Files.walk(folder)) {
            var link = all.filter(Files::isSymbolicLink).findFirst();
            if (link.isPresent()) {
                throw new IOException(SAY.of("port.through-a-link", port.root().relativize(link.get())));
            }
        }
    }

    /** Writes files where there are none; all of them or none. */
    private static void write(Exercise port, Map<Path, byte[]> files) throws IOException {
        if (!Places.isWritable(port.folder().resolve("src"))) {
            throw new IOException(SAY.of("port.read-only", port.root().relativize(port.folder().resolve("src"))));
        }
        var written = new ArrayList<Path>();
        try {
            for (var file : files.entrySet()) {
                Files.createDirectories(file.getKey().getParent());
                Files.createFile(file.getKey());
                written.add(file.getKey());
                Files.write(file.getKey(), file.getValue(), StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
            }
        } catch (IOException e) {
            for (var file : written) {
                Files.delete(file);
            }
            throw e;
        }
    }
}
