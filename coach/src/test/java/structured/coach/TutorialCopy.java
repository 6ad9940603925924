package structured.coach;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import structured.coach.machine.Folders;
import structured.coach.tutorial.Exercise;
import structured.coach.tutorial.Shipped;
import structured.coach.tutorial.Tutorial;

/** A clone of this tutorial, in which a test may do as learners do. */
public record TutorialCopy(Path root) {

    /** The repository that these tests are part of. */
    public static final Path ORIGINAL = Path.of(System.getProperty("user.dir")).toAbsolutePath().getParent();

    /** What the launcher has built, which starts faster; without the launcher (null), the classes under test. */
    private static final String JAR = System.getProperty("workshop.jar");
    private static final String ARCHIVE = System.getProperty("workshop.archive");

    /** What a command printed, and how it ended. */
    public record Ended(int status, String output) {}

    /** Where a JDK 25 is, for ports: beside the one that runs this, or where a variable says. */
    public static Optional<Path> jdk25() throws IOException {
        var named = Stream.ofNullable(System.getenv("JAVA25_HOME")).map(Path::of);
        try (var beside = Files.list(Path.of(System.getProperty("java.home")).getParent())) {
            for (var home : Stream.concat(named, beside).toList()) {
                var release = home.resolve("release");
                if (Files.isRegularFile(release) && Files.readString(release).contains("JAVA_VERSION=\"25") && Files.exists(home.resolve("bin/javac"))) {
                    return Optional.of(home);
                }
            }
        }
        return Optional.empty();
    }

    /** A clone in a new folder; the test is left out where this is no clone itself, but came as an archive. */
    public static TutorialCopy in(Path folder) throws IOException, InterruptedException {
        assumeTrue(Files.exists(ORIGINAL.resolve(".git")), "this tutorial is no git clone, so it can't be cloned");
        var root = folder.toRealPath().resolve("tutorial");
        // What is committed stays where it is, and is only read.
        new ProcessBuilder("git", "clone", "-q", "--shared", ORIGINAL.toString(), root.toString()).inheritIO().start().waitFor();
        var copy = new TutorialCopy(root);
        for (var name : List.of("04", "05")) {
            // What is cloned may have been solved and committed.
            for (var file : copy.exercise(name).main()) {
                if (!Files.readString(file).contains(Shipped.MARK)) {
                    copy.coach("reset", name);
                }
            }
        }
        return copy;
    }

    /** The same without the other exercises: whoever has all of them judged waits for less. */
    public TutorialCopy withOnly(String... names) throws IOException {
        for (var exercise : new Tutorial(root).exercises()) {
            if (Stream.of(names).noneMatch(exercise::isCalled)) {
                Folders.delete(exercise.folder());
            }
        }
        return this;
    }

    public Exercise exercise(String name) throws IOException {
        return new Tutorial(root).exercises().stream().filter(exercise -> exercise.isCalled(name)).findFirst().orElseThrow();
    }

    /** The learner's file of 04-gather. */
    public Path gather() throws IOException {
        return exercise("04").fileLike(exercise("04").solution().getFirst());
    }

    /** The solution's text of 04-gather. */
    public String solution() throws IOException {
        return Files.readString(exercise("04").solution().getFirst());
    }

    /** Runs a command of the coach to its end. */
    public Ended coach(String... args) throws IOException, InterruptedException {
        return coach(List.of(), args);
    }

    /** The same in a JVM with these options. */
    public Ended coach(List<String> options, String... args) throws IOException, InterruptedException {
        var command = command(false, args);
        command.addAll(1, options);
        return run(command);
    }

    /** The same, for a coach that is told of a JDK 25 there (or nowhere, if that is empty), and that there is no JDK 27. */
    public Ended coachOn(String jdk25, String... args) throws IOException, InterruptedException {
        return run(commandOn(jdk25, args));
    }

    /** Runs several commands in one process, told of JDKs in the same way, to the end of the last: where each is about what is said, and not about processes. */
    public List<Ended> coachOn(String jdk25, List<List<String>> commands) throws IOException, InterruptedException {
        var command = commandOn(jdk25);
        var classes = command.indexOf("-cp") + 1;
        command.set(classes, command.get(classes) + File.pathSeparator + Path.of("target/test-classes").toAbsolutePath());
        command.set(classes + 1, Several.class.getName());
        for (var each : commands) {
            command.addAll(each);
            command.add(Several.THEN);
        }
        var process = new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
        process.getOutputStream().close();
        var ended = new ArrayList<Ended>();
        try (var said = new DataInputStream(process.getInputStream())) {
            while (ended.size() < commands.size()) {
                ended.add(new Ended(said.readInt(), new String(said.readNBytes(said.readInt()), StandardCharsets.UTF_8)));
            }
        }
        process.waitFor();
        return ended;
    }

    /** The command line for one command. */
    public List<String> commandOn(String jdk25, String... args) {
        var command = command(false, args);
        command.addAll(1, List.of("-Dworkshop.jdk25=" + jdk25, "-Dworkshop.jdk27="));
        return command;
    }

    /** Runs a command line to its end. */
    public static Ended run(List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output);
    }

    /** The command line that runs the coach here. */
    public List<String> command(boolean inATerminal, String... args) {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-preview", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Dworkshop.root=" + root, "-Dworkshop.terminal=" + inATerminal,
                "-Dworkshop.colour=" + inATerminal, "-Dworkshop.utf8=true", "-Dstdout.encoding=UTF-8"));
        if (JAR == null) {
            command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        } else {
            command.addAll(List.of("-Xlog:disable", "-XX:SharedArchiveFile=" + ARCHIVE, "-Dworkshop.archive=" + ARCHIVE,
                    "-Dworkshop.classes=" + root.resolve(".workshop/classes"), "-cp", JAR));
        }
        command.add(Main.class.getName());
        command.addAll(List.of(args));
        return command;
    }
}
