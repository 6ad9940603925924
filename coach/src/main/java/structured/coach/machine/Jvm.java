package structured.coach.machine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another Java process, to be started: what all of ours have in common, and a place for what each has for itself. */
public final class Jvm {

    /** Where the JDK is that this runs on. */
    public static final Path OUR_HOME = Path.of(System.getProperty("java.home"));

    private final Path home;
    private final List<String> options = new ArrayList<>(List.of("--enable-preview", "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8"));

    private Jvm(Path home) {
        this.home = home;
    }

    /** One on the JDK in this folder. */
    public static Jvm on(Path home) {
        return new Jvm(home);
    }

    /** One on the JDK that the coach runs on. */
    public static Jvm ofOurs() {
        return on(OUR_HOME);
    }

    /** With these options. */
    public Jvm with(String... more) {
        options.addAll(List.of(more));
        return this;
    }

    /** For a short life, most of which is its start. */
    public Jvm quick() {
        return with("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData");
    }

    /** What it writes when it crashes goes into this folder, and not into the one that somebody is in. */
    public Jvm crashingInto(Path folder) {
        return with("-XX:ErrorFile=" + folder.resolve("hs_err.log"), "-XX:-CreateCoredumpOnCrash");
    }

    /** The process, to be started, which runs a class's main. */
    public ProcessBuilder running(String classPath, String mainClass, String... args) {
        var command = new ArrayList<>(List.of(home.resolve("bin").resolve("java").toString()));
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, mainClass));
        command.addAll(List.of(args));
        return new ProcessBuilder(command);
    }

    /** Starts a process that gets nothing to read, and whose offspring is known by a mark. */
    public static Process start(ProcessBuilder builder, String mark) throws IOException {
        // Not among the arguments, which other users can see.
        builder.environment().put(Offspring.VARIABLE, mark);
        var process = builder.start();
        process.getOutputStream().close();
        return process;
    }
}
