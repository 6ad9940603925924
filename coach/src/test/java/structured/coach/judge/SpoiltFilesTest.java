package structured.coach.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import structured.coach.Mutations;
import structured.coach.TutorialCopy;
import structured.coach.command.Report;
import structured.coach.command.WhatNext;
import structured.coach.machine.Folders;
import structured.coach.terminal.Style;
import structured.coach.tutorial.Exercise;
import structured.coach.tutorial.Hints;
import structured.coach.tutorial.Kept;
import structured.coach.tutorial.Shipped;
import structured.coach.tutorial.Sources;
import structured.coach.verdict.Outcome;
import structured.coach.verdict.TestResult;
import structured.coach.verdict.Verdict;
import structured.coach.verdict.Verdict.Status;

/** What the coach remembers, or reads, after something else has written to it. {@link Mutations} says how much is tried. */
@DisplayName("a file that was spoilt")
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class SpoiltFilesTest {

    private static final String STUB = "class Gather {} // gather is not written yet\n";

    @TempDir
    private Path folder;

    private Exercise exercise;
    private Path gather;

    @BeforeEach
    void write() throws IOException {
        exercise = new Exercise(folder, "04-gather");
        gather = exercise.sources().resolve("structured/gather/Gather.java");
        Files.createDirectories(gather.getParent());
        Files.writeString(gather, STUB);
        for (var file : List.of("hints.md", "README.md")) {
            Files.copy(new Exercise(TutorialCopy.ORIGINAL, "04-gather").folder().resolve(file), exercise.folder().resolve(file));
        }
    }

    /** Has a file look otherwise, and something done with that. */
    private static void spoil(Path file, int usually, Doing doing) throws IOException {
        Mutations.of(Files.readAllBytes(file), usually, (number, bytes) -> {
            try {
                Files.write(file, bytes);
                doing.with(bytes);
            } catch (Exception | Error e) {
                throw new AssertionError("mutation %d of %s: %s".formatted(number, file.getFileName(), e), e);
            }
        });
    }

    private interface Doing {
        void with(byte[] bytes) throws Exception;
    }

    @Test
    @DisplayName("of verdicts has none, or the one that was kept, and no other")
    void verdicts() throws Exception {
        var test = new TestResult("GatherTest.order", "results are in order", 2, Outcome.FAILED, "They were not.", List.of("Gather.java:44"));
        var verdict = new Verdict(Status.RED, "1 of 1 tests fail.", List.of(test), List.of(), "printed");
        var verdicts = new Verdicts(folder.resolve("verdicts"));
        verdicts.keep(exercise, Verdicts.state(Sources.of(exercise)).orElseThrow(), verdict);
        assertThat(verdicts.known(exercise).map(Judged::verdict)).contains(verdict);
        spoil(folder.resolve("verdicts/04-gather"), 400, bytes -> verdicts.known(exercise).ifPresent(known -> assertThat(known.verdict()).isEqualTo(verdict)));
    }

    @Test
    @DisplayName("of the hints that were given makes them begin anew, at worst")
    void hintsGiven() throws Exception {
        var given = folder.resolve("hints.properties");
        new Hints(exercise, given).next(1);
        new Hints(exercise, given).next(2);
        spoil(given, 100, bytes -> assertThat(new Hints(exercise, given).next(2).text()).isNotBlank());
    }

    @Test
    @DisplayName("of hints gives those that it has, or says that it has none")
    void hints() throws Exception {
        var file = exercise.folder().resolve("hints.md");
        var given = folder.resolve("hints.properties");
        spoil(file, 100, bytes -> {
            try {
                var hints = new Hints(exercise, given);
                for (int step : hints.steps()) {
                    assertThat(hints.next(step).text()).isNotNull();
                }
            } catch (IOException e) {
                assertThat(e).hasMessageContaining("hints.md");
            }
        });
    }

    @Test
    @DisplayName("of a lesson takes nothing from a verdict but titles")
    void lesson() throws Exception {
        var verdict = new Verdict(Status.GREEN, "", List.of(new TestResult("GatherTest.order", "in order", 1, Outcome.PASSED, null, List.of())), List.of(), "");
        spoil(exercise.folder().resolve("README.md"), 60, bytes -> {
            var style = new Style(false, true, 80);
            assertThat(Report.of(new Judged(Sources.of(exercise), verdict), style, 30)).anyMatch(line -> line.contains("GREEN"));
            assertThat(WhatNext.after(exercise, verdict, style, Optional.empty(), false)).isNotEmpty();
        });
    }

    @Test
    @DisplayName("of what was shipped is never taken for that")
    void shipped() throws Exception {
        var shipped = new Shipped(folder, folder.resolve("shipped"));
        var original = new Exercise(TutorialCopy.ORIGINAL, "04-gather");
        var text = new Shipped(TutorialCopy.ORIGINAL, folder.resolve("none")).text(original.fileLike(original.solution().getFirst())).orElseThrow();
        Files.writeString(gather, text);
        shipped.remember(List.of(gather));
        Files.writeString(gather, "class Gather {} // mine");
        var copy = folder.resolve("shipped").resolve(folder.relativize(gather));
        assertThat(shipped.text(gather)).contains(text);
        spoil(copy, 10, bytes -> assertThat(shipped.text(gather)).isEmpty());
    }

    @Test
    @DisplayName("or a folder that was, among those that are kept is no version, and what is put aside after it is the last one")
    void kept() throws Exception {
        var kept = new Kept(exercise, folder.resolve("kept"));
        var mine = "class Gather {} // mine".getBytes(StandardCharsets.UTF_8);
        Mutations.of("2026-11-26_05-13-20.123".getBytes(StandardCharsets.ISO_8859_1), 20, (number, bytes) -> {
            var name = new String(bytes, StandardCharsets.ISO_8859_1).replaceAll("[^ -.0-~]", "_");
            try {
                if (!name.isBlank() && !name.startsWith(".") && name.length() < 60) {
                    Files.createDirectories(folder.resolve("kept/04-gather").resolve(name).resolve("src"));
                }
                Files.write(gather, mine);
                kept.recover();
                var version = kept.replaceWith(Map.of(gather, STUB.getBytes(StandardCharsets.UTF_8)));
                assertThat(kept.latest()).as("after " + name).isEqualTo(version);
                assertThat(kept.filesOf(version.orElseThrow()).get(gather)).isEqualTo(mine);
                Folders.delete(folder.resolve("kept"));
            } catch (IOException e) {
                throw new UncheckedIOException(name, e);
            }
        });
    }
}
