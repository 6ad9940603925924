package structured.coach.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import structured.coach.InOneClone;
import structured.coach.terminal.Harmless;

/** The commands one after another in one clone, as in a learner's session. */
@DisplayName("whatever they are called with, and whatever code does, the commands:")
class CommandsTroubleTest extends InOneClone {

    @BeforeAll
    void fewer() throws Exception {
        tutorial.withOnly("02", "04");
    }

    @Test
    @DisplayName("timeline: writes no picture over anything but a picture, and says so before it runs anything")
    void overASource() throws Exception {
        var mine = Files.readString(tutorial.gather());
        for (var option : new String[] {"--html", "--svg"}) {
            var timeline = tutorial.coach("timeline", "04", option, tutorial.gather().toString());
            assertThat(timeline.status()).as(timeline.output()).isEqualTo(2);
            assertThat(timeline.output()).contains("so it would be lost. Name another file.").doesNotContain("Running");
        }
        assertThat(tutorial.gather()).hasContent(mine);
        var same = tutorial.coach("timeline", "04", "--html", folder + "/x/../a.svg", "--svg", folder + "/a.svg");
        assertThat(same.output()).contains("--svg and --html are for two files.");
    }

    @Test
    @DisplayName("nothing that code prints, throws or is called controls the terminal, and nothing takes more than a screen or two")
    void hostile() throws Exception {
        var evil = "\\033[?1049h\\033]0;X\\007\\u009b2J";
        var body = """
                    System.out.print("%1$s");
                    Thread.ofPlatform().name("%1$s" + "x".repeat(1_000_000)).start(() -> { });
                    throw new IllegalStateException("%1$s" + "x".repeat(5_000_000));
                    """.formatted(evil);
        var notWritten = "throw new UnsupportedOperationException(\"gather is not written yet\");";
        tutorial.coach("reset", "04");
        var shipped = Files.readString(tutorial.gather());
        assertThat(shipped).contains(notWritten);
        Files.writeString(tutorial.gather(), shipped.replace(notWritten, body));
        isHarmless(1, "check", "04");
        isHarmless(1, "check", "04", "--json");
        isHarmless(1, "timeline", "04");
        isHarmless(0, "solution", "04", "--reveal");
        // In a line with an error, raw and very long.
        Files.writeString(tutorial.gather(), shipped.replace(notWritten, "int \033[2J = \"" + "x".repeat(1_000_000) + "\";"));
        isHarmless(1, "check", "04");
        isHarmless(1, "timeline", "04");
        isHarmless(2, "check", "\033[2J");
        isHarmless(2, "\033[2J");
        tutorial.coach("reset", "04");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there are no such files")
    @DisplayName("no command waits for a source that is a pipe, or reads a gigabyte of it")
    void noFile() throws Exception {
        Files.delete(tutorial.gather());
        assertThat(new ProcessBuilder("mkfifo", tutorial.gather().toString()).start().waitFor()).isZero();
        isHarmless(1, "check", "04");
        isHarmless(0, "list");
        isHarmless(2, "timeline", "04");
        isHarmless(2, "solution", "04", "--reveal");
        Files.delete(tutorial.gather());
        try (var large = new RandomAccessFile(tutorial.gather().toFile(), "rw")) {
            large.setLength(1L << 30);
        }
        isHarmless(1, "check", "04");
        isHarmless(2, "timeline", "04");
        Files.delete(tutorial.gather());
        tutorial.coach("reset", "04");
    }

    @Test
    @DisplayName("every locale has the same digits and letters: Arabic, whose own are others, and Turkish, whose i has no dot")
    void locales() throws Exception {
        Files.writeString(tutorial.gather(), tutorial.solution().replace("scope.join()", "scope.join("));
        var arabic = tutorial.coach(List.of("-Duser.language=ar", "-Duser.country=EG"), "check", "04");
        assertThat(arabic.output()).as("numbers, and so the excerpt").contains("AMBER", "Line 43:", ">  43 |");
        assertThat(tutorial.coach(List.of("-Duser.language=ar", "-Duser.country=EG"), "check", "04", "--json").output())
                .contains("Line 43:").matches("\\p{ASCII}*");
        tutorial.coach("reset", "04");
        assertThat(tutorial.coach(List.of("-Duser.language=tr"), "hint", "SIMULATING-IO").output()).contains("02-simulating-io, step 1");
    }

    @Test
    @DisplayName("an argument of any length gets an answer at once, and none is taken for a file of arguments")
    void arguments() throws Exception {
        assertThat(tutorial.coach("check", "x".repeat(100_000)).status()).isEqualTo(2);
        var commands = new ArrayList<List<String>>();
        for (var length : new int[] {50, 4_000, 100_000}) {
            for (var command : new String[] {"check", "watch", "reset", "hint"}) {
                commands.add(List.of(command, "x".repeat(length)));
            }
        }
        assertThat(tutorial.coachOn("", commands)).hasSize(12).allSatisfy(ended -> {
            assertThat(ended.status()).as(ended.output()).isEqualTo(2);
            assertThat(ended.output()).containsAnyOf("There is no exercise '", "An argument has more than 4096 characters").hasSizeLessThan(1000);
        });
        var file = Files.writeString(folder.resolve("arguments"), "--json 04");
        assertThat(tutorial.coach("check", "@" + file).output()).contains("There is no exercise '");
    }

    private void isHarmless(int status, String... args) throws Exception {
        var ended = tutorial.coach(args);
        assertThat(ended.status()).as("%s", ended).isEqualTo(status);
        assertThat(ended.output().codePoints().filter(c -> c != '\n' && c != '\r')).as(args[0]).noneMatch(Harmless::isHarmful);
        assertThat(ended.output()).as(args[0]).hasSizeLessThan(500_000);
        if (List.of(args).equals(List.of("check", "04"))) {
            assertThat(ended.output().lines()).hasSizeLessThan(200).allMatch(line -> line.length() <= 80);
        }
    }
}
