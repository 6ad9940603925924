package structured.coach.tutorial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import structured.coach.Commands;
import structured.coach.TutorialCopy;

/** {@code -Dworkshop.kills=50} kills fifty in each of the four layouts: a verification has time for one. */
@DisplayName("a process that does nothing but reset, undo and save,")
@Timeout(value = 30, unit = TimeUnit.MINUTES)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "links take a right of their own there")
class KilledResetsTest {

    private static final String GATHER = "src/main/java/structured/gather/Gather.java";
    private static final String HELPER = "src/main/java/structured/gather/Helper.java";

    /** Resets, undoes and saves until it is killed. What it has saved it says in a file, or else what went wrong. */
    static final class Resets {
        public static void main(String[] args) throws Exception {
            var exercise = new Exercise(Path.of(args[0]), "04-gather");
            var random = new Random(Long.parseLong(args[1]));
            for (int i = 0; ; i++) {
                reset("04");
                if (i > 0 && random.nextBoolean()) {
                    reset("04", "--undo");
                }
                var text = "// %s-%d %s\n".formatted(args[1], i, "x".repeat(random.nextInt(20_000)));
                save(exercise.folder().resolve(random.nextInt(3) == 0 ? HELPER : GATHER), text);
                say(args[0], text);
            }
        }

        private static void reset(String... args) throws IOException {
            var output = new ByteArrayOutputStream();
            System.setOut(new PrintStream(output));
            System.setErr(System.out);
            if (Commands.commandLine("reset").execute(joined("reset", args)) != 0) {
                say(System.getProperty("workshop.root"), "FAILED " + output + "\n");
                System.exit(1);
            }
        }

        private static String[] joined(String first, String... more) {
            var all = new ArrayList<>(List.of(first));
            all.addAll(List.of(more));
            return all.toArray(String[]::new);
        }

        /** As an editor does it that doesn't lose anything either. */
        private static void save(Path file, String text) throws IOException {
            var place = Files.exists(file) ? file.toRealPath() : file.getParent().toRealPath().resolve(file.getFileName());
            var draft = Files.writeString(place.resolveSibling(place.getFileName() + "~"), text);
            Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }

        private static void say(String root, String text) throws IOException {
            Files.writeString(Path.of(root, "saved"), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }

    @TempDir
    private Path folder;

    private Path root;
    private Exercise exercise;
    private String shipped;

    /** Of the tutorial, what a reset asks for; and behind a link what is at this place among the sources. */
    private Path tutorial(String linked) throws Exception {
        root = folder.toRealPath().resolve("tutorial");
        exercise = new Exercise(root, "04-gather");
        var original = new Exercise(TutorialCopy.ORIGINAL, "04-gather");
        var solution = original.solution().getFirst();
        shipped = new Shipped(TutorialCopy.ORIGINAL, folder.resolve("none")).text(original.fileLike(solution)).orElseThrow();
        write(root.resolve(TutorialCopy.ORIGINAL.relativize(solution)), Files.readString(solution));
        write(exercise.folder().resolve("pom.xml"), "<project/>");
        write(exercise.folder().resolve(GATHER), shipped);
        new Shipped(root, root.resolve(".workshop/shipped")).remember(exercise.main());
        if (linked.isEmpty()) {
            return null;
        }
        var link = exercise.sources().resolve(linked);
        var elsewhere = folder.toRealPath().resolve("elsewhere");
        Files.move(link, elsewhere);
        return Files.createSymbolicLink(link, elsewhere);
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @ParameterizedTest(name = "with a link at \"{0}\"")
    @DisplayName("and is killed at any moment, loses nothing that was ever saved, and leaves nothing that isn't tidied up")
    @ValueSource(strings = {"", "structured/gather/Gather.java", "structured/gather", "structured"})
    void killed(String linked) throws Exception {
        var link = tutorial(linked);
        var random = new Random(linked.length());
        for (int i = 0; i < Integer.getInteger("workshop.kills", 1); i++) {
            killOne(linked.length() * 1000L + i, random.nextInt(60));
            new Kept(exercise, root.resolve(".workshop/kept")).recover();
            isAllThere("after kill " + i);
            assertThat(link == null || Files.isSymbolicLink(link)).as("the link stays").isTrue();
        }
    }

    private void killOne(long seed, int millis) throws IOException, InterruptedException {
        var before = saved().length();
        var process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--enable-preview", "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC", "-Dworkshop.root=" + root, "-cp", System.getProperty("java.class.path"), Resets.class.getName(),
                root.toString(), String.valueOf(seed)).inheritIO().start();
        while (process.isAlive() && saved().length() == before) {
            Thread.sleep(5);
        }
        Thread.sleep(millis);
        assertThat(process.isAlive()).as(saved().substring(before)).isTrue();
        process.destroyForcibly().waitFor();
    }

    private String saved() throws IOException {
        var file = root.resolve("saved");
        return Files.exists(file) ? Files.readString(file) : "";
    }

    private void isAllThere(String when) throws IOException {
        var all = saved();
        var texts = all.substring(0, all.lastIndexOf('\n') + 1).lines().map(line -> line + "\n").toList();
        var sources = sources();
        var there = new HashSet<String>();
        for (var file : sources) {
            there.add(Files.readString(file));
        }
        assertThat(exercise.folder().resolve(GATHER)).as(when).isRegularFile();
        assertThat(sources).as("what is left %s", when).noneMatch(file -> file.getFileName().toString().startsWith("."));
        var kept = Files.createDirectories(root.resolve(".workshop/kept/04-gather"));
        try (var versions = Files.walk(kept)) {
            for (var file : versions.filter(Files::isRegularFile).toList()) {
                there.add(Files.readString(file));
            }
        }
        try (var versions = Files.list(kept)) {
            assertThat(versions.map(version -> version.getFileName().toString())).as("what is left %s", when)
                    .allMatch(name -> name.matches("\\.lock|\\d{4}-.*"));
        }
        assertThat(there.containsAll(texts)).as("all is there that was saved, %s", when).isTrue();
    }

    /** All that is among the sources, and where a link leads to. */
    private List<Path> sources() throws IOException {
        var found = new ArrayList<Path>();
        for (var place : List.of(exercise.sources(), folder.toRealPath())) {
            try (var files = Files.walk(place)) {
                files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && !file.startsWith(root) || file.startsWith(exercise.sources()))
                        .filter(file -> Files.isRegularFile(file) && !file.toString().endsWith("~")).forEach(found::add);
            }
        }
        return found;
    }
}
