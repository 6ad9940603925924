package structured.coach.verify;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import structured.coach.machine.Jvm;

/**
 * What IDEs make of the tutorial: has the Java server of VS Code import it. That is a Node program, {@code coach/ides}, which is
 * fetched from npm. It isn't part of a plain verification: it takes about as long, and not every machine has npm.
 *
 * @param root the tutorial's folder
 * @param jdk25 a JDK 25, or null if there is none on this machine
 */
record Ides(Path root, Path jdk25, PrintStream out) {

    private static final boolean WINDOWS = File.separatorChar == '\\';

    /** Runs it, and returns its exit status: 0 nothing is red or yellow, 1 something is, 2 that could not be found out. */
    int check() throws IOException, InterruptedException {
        var npm = WINDOWS ? "npm.cmd" : "npm";
        if (Stream.of("node", npm).anyMatch(program -> !isOnPath(WINDOWS && program.equals("node") ? "node.exe" : program))) {
            out.println("Not tried: for this, Node and its npm have to be on the PATH. docs/ides.md says more.");
            return 2;
        }
        var folder = root.resolve("coach/ides");
        if (!isInstalled(folder)) {
            out.println("Fetching VS Code's Java server from npm, 60 MB, once ...");
            if (run(folder, List.of(npm, "ci", "--ignore-scripts", "--silent")) != 0) {
                out.println("Not tried: npm could not fetch it. It needs a network for that: cd coach/ides, and see what npm ci says.");
                return 2;
            }
        }
        var command = new ArrayList<>(List.of("node", "check.js", Jvm.OUR_HOME.toString()));
        if (jdk25 != null) {
            command.add(jdk25.toString());
        }
        return run(folder, command);
    }

    /** npm writes down what it has installed, and when. */
    private static boolean isInstalled(Path folder) throws IOException {
        var installed = folder.resolve("node_modules/.package-lock.json");
        return Files.exists(installed)
                && !Files.getLastModifiedTime(installed).toInstant().isBefore(Files.getLastModifiedTime(folder.resolve("package-lock.json")).toInstant());
    }

    private static boolean isOnPath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static int run(Path folder, List<String> command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).directory(folder.toFile()).inheritIO().start().waitFor();
    }
}
