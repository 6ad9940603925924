package structured.coach.tutorial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import structured.coach.machine.Folders;

/** Not at random: a process dies once at each of the steps that there are, and what comes after it dies at one, too. */
@DisplayName("a death at any step")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "links take a right of their own there")
class DeathsTest {

    private static final String GATHER = "src/main/java/structured/gather/Gather.java";
    private static final String HELPER = "src/main/java/structured/gather/Helper.java";
    private static final String SHIPPED = "class Gather {}\n";
    private static final String FIRST = "class Gather {} // first\n";
    private static final String SECOND = "class Gather {} // second\n";
    private static final String OTHER = "class Helper {} // first\n";

    /** What the command does, in classes that die. */
    public static final class Command implements BiFunction<Path, String, IOException> {
        @Override
        public IOException apply(Path root, String what) {
            try {
                var exercise = new Exercise(root, "04-gather");
                var kept = new Kept(exercise, root.resolve("kept"));
                kept.recover();
                if (!what.equals("recover")) {
                    kept.replaceWith(what.equals("undo") ? kept.filesOf(kept.latest().orElseThrow())
                            : Map.of(exercise.folder().resolve(GATHER), SHIPPED.getBytes(StandardCharsets.UTF_8)));
                }
                return null;
            } catch (IOException e) {
                return e;
            }
        }
    }

    @TempDir
    private Path folder;

    private BiFunction<Path, String, IOException> command;

    @ParameterizedTest(name = "of {0}, with a link at \"{1}\"")
    @DisplayName("loses nothing, and what it leaves is tidied up, whenever that in turn dies")
    @CsvSource({"reset, ''", "reset, structured/gather/Gather.java", "reset, structured/gather", "reset, structured",
        "undo, ''", "undo, structured/gather/Gather.java", "undo, structured/gather", "undo, structured"})
    @SuppressWarnings("unchecked")
    void loses(String what, String linked) throws Exception {
        command = (BiFunction<Path, String, IOException>) new Crashing().loadClass(Command.class.getName()).getConstructor().newInstance();
        var root = tutorial(folder.toRealPath().resolve("first"), linked, what);
        assertThat(runs(root, what, Integer.MAX_VALUE)).as("it comes to its end").isTrue();
        assertThat(root.resolve("modules/04-gather").resolve(GATHER)).hasContent(what.equals("reset") ? SHIPPED : FIRST);
        for (int steps = 0; ; steps++) {
            root = tutorial(folder.toRealPath().resolve("dies-" + steps), linked, what);
            if (runs(root, what, steps)) {
                assertThat(steps).as("steps").isGreaterThan(10);
                return;
            }
            isAllThere(root, "after step " + steps);
            for (int more = 0; !runs(root, "recover", more); more++) {
                isAllThere(root, "after step %d, and %d more".formatted(steps, more));
            }
            isTidy(root, "after step " + steps);
            Folders.delete(root.getParent());
        }
    }

    /** Whether it comes to its end, if it may do so many steps. */
    private boolean runs(Path root, String what, int steps) throws IOException {
        Crashing.after(steps);
        try {
            var problem = command.apply(root, what);
            if (problem != null) {
                throw problem;
            }
            return true;
        } catch (Crashing.Death e) {
            return false;
        } finally {
            Crashing.after(Integer.MAX_VALUE);
        }
    }

    /** An exercise that was reset once, or else its second version, too; with a helper of the learner's. */
    private Path tutorial(Path folder, String linked, String what) throws IOException {
        var root = folder.resolve("tutorial");
        var exercise = new Exercise(root, "04-gather");
        var gather = exercise.folder().resolve(GATHER);
        Files.createDirectories(gather.getParent());
        Files.writeString(gather, FIRST);
        Files.writeString(exercise.folder().resolve(HELPER), OTHER);
        if (!linked.isEmpty()) {
            var link = exercise.sources().resolve(linked);
            Files.move(link, folder.resolve("elsewhere"));
            Files.createSymbolicLink(link, folder.resolve("elsewhere"));
        }
        new Kept(exercise, root.resolve("kept")).replaceWith(Map.of(gather, SHIPPED.getBytes(StandardCharsets.UTF_8)));
        Files.writeString(gather, SECOND);
        if (what.equals("reset")) {
            Files.writeString(exercise.folder().resolve(HELPER), OTHER);
        }
        return root;
    }

    private static void isAllThere(Path root, String when) throws IOException {
        var there = new HashSet<String>();
        try (var files = Files.walk(root.getParent())) {
            for (var file : files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)).toList()) {
                there.add(Files.readString(file));
            }
        }
        assertThat(there).as(when).containsAll(Set.of(FIRST, SECOND, OTHER));
    }

    private static void isTidy(Path root, String when) throws IOException {
        isAllThere(root, when);
        var exercise = new Exercise(root, "04-gather");
        assertThat(exercise.folder().resolve(GATHER)).as(when).isRegularFile().content().isIn(List.of(FIRST, SECOND, SHIPPED));
        try (var files = Files.walk(root.getParent())) {
            assertThat(files.map(file -> file.getFileName().toString())).as("what is left " + when).filteredOn(name -> name.startsWith("."))
                    .isSubsetOf(".lock");
        }
    }
}
