package structured.coach.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import structured.coach.machine.Temporary;
import structured.coach.tutorial.Shipped;
import structured.coach.words.Language;
import structured.coach.words.Spoken;
import structured.coach.words.Wording;

/**
 * Sets a laptop up from a kit, as a participant would: an empty home, no network where this machine lets us take it away, and
 * then the first red test. What it makes is deleted again.
 */
final class Trial {

    private static final Wording SAY = Wording.of(Trial.class);

    /** A network of its own, which has nothing but the loopback interface. */
    private static final List<String> WALLED = List.of("unshare", "-rn", "sh", "-c",
            "ip link set lo up 2>/dev/null || ifconfig lo up 2>/dev/null || busybox ip link set lo up || exit 9; exec \"$@\"", "sh");

    private final KitFolder kit;
    private final Path log;
    private final boolean walled;

    Trial(KitFolder kit, Path log) throws InterruptedException {
        this.kit = kit;
        this.log = log;
        walled = canWall();
    }

    /**
     * What came of it.
     *
     * @param seconds from the start of install.sh to the end of its doctor
     * @param megabytes all that it made
     * @param jdk whether the JDK was the kit's own
     */
    record Result(boolean walled, long seconds, long megabytes, boolean jdk) {}

    private static boolean canWall() throws InterruptedException {
        try {
            return Running.quietly(Stream.concat(WALLED.stream(), Stream.of("true")).toList()).status() == 0;
        } catch (IOException e) {
            // There is no such program, as on macOS.
            return false;
        }
    }

    /** Does all of it; fails with what failed. */
    Result run(boolean hasJdk) throws IOException, InterruptedException {
        try (var temporary = Temporary.folder("kit-trial")) {
            var home = Files.createDirectories(temporary.path().resolve("home"));
            var to = home.resolve("a folder").resolve("structured");
            var laptop = new Running(home, environment(home), log);
            var start = System.nanoTime();
            // Whatever this machine speaks: it is told by what is said whether it works.
            var spoken = List.of(Spoken.OPTION, Language.all().getFirst().tag());
            var install = new ArrayList<>(List.of("sh", kit.file("install.sh").toString(), "--to", to.toString()));
            install.addAll(spoken);
            if (hasJdk) {
                install.add("--all");
            }
            expect(laptop, "install.sh", 0, "This machine is ready.", install);
            var seconds = (System.nanoTime() - start) / 1_000_000_000;
            if (!laptop.run(List.of("git", "-C", to.toString(), "status", "--porcelain")).output().isBlank()) {
                throw failed("git status", SAY.of("trial.changed"), "");
            }
            expect(laptop, "./workshop check 04", 1, Shipped.MARK, Stream.concat(Stream.of("sh", to.resolve("workshop").toString(), "check", "04"), spoken.stream()).toList());
            expect(laptop, "mvn -o test -pl 01-hello", 1, Shipped.MARK, List.of("sh", "-c", "cd \"$0\" && . .workshop/kit/env && mvn -B -o test -pl 01-hello", to.toString()));
            return new Result(walled, seconds, size(home) >> 20, hasJdk);
        }
    }

    /** Nothing of this machine's, but what finds programs and letters. */
    private static HashMap<String, String> environment(Path home) {
        var environment = new HashMap<String, String>();
        for (var name : List.of("PATH", "LANG", "LC_ALL", "LC_CTYPE", "TMPDIR")) {
            if (System.getenv(name) != null) {
                environment.put(name, System.getenv(name));
            }
        }
        environment.put("HOME", home.toString());
        // Java has the home of its user from the system, whatever HOME says.
        environment.put("MAVEN_OPTS", "-Duser.home=" + home);
        return environment;
    }

    private void expect(Running laptop, String what, int status, String text, List<String> command) throws IOException, InterruptedException {
        var ended = laptop.runAlone(Stream.concat(walled ? WALLED.stream() : Stream.of(), command.stream()).toList());
        if (ended.status() != status || !ended.says(text)) {
            throw failed(what, SAY.of("trial.ended", ended.status(), status, text), ended.lastLines());
        }
    }

    private IOException failed(String what, String why, String lines) {
        return new IOException(SAY.of("trial.failed", what, why, lines, log));
    }

    private static long size(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
        }
    }
}
