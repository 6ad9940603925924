package structured.coach.practice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.pty4j.WinSize;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import structured.coach.TutorialCopy;
import structured.coach.tutorial.Kinds;
import structured.coach.watch.InATerminal;

/** The real program, in a terminal and without. */
@DisplayName("spot")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "not tried there")
class SpotCommandTest extends InATerminal {

    private static final Pattern ANSWER = Pattern.compile("(?m)^ +04-gather, (solution|alternatives|pitfalls)/(\\S+)");

    private TutorialCopy tutorial;

    @BeforeEach
    void green() throws Exception {
        tutorial = TutorialCopy.in(folder);
        Files.writeString(tutorial.gather(), tutorial.solution());
    }

    private TutorialCopy.Ended typed(String lines, String... args) throws IOException, InterruptedException {
        var process = new ProcessBuilder(tutorial.command(false, args)).redirectErrorStream(true).start();
        try (var out = process.getOutputStream()) {
            out.write(lines.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // It has ended before it had read all.
        }
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new TutorialCopy.Ended(process.waitFor(), output);
    }

    private static JsonNode json(TutorialCopy.Ended ended) throws IOException {
        return JsonMapper.builder().build().readTree(ended.output());
    }

    private String state() throws IOException {
        return Files.readString(tutorial.root().resolve(".workshop/spot.properties"));
    }

    /** What was told of the answer is what the program is: red if it is a pitfall, by the promise that its kind breaks. */
    private void assertTrue(String told) throws IOException {
        var answer = ANSWER.matcher(told);
        assertThat(answer.find()).as(told).isTrue();
        var isWrong = answer.group(1).equals("pitfalls");
        assertThat(told).contains(isWrong ? "It is RED." : "It is GREEN.");
        if (isWrong) {
            var head = Files.readString(tutorial.root().resolve("solutions/04-gather/pitfalls/%s/Gather.java".formatted(answer.group(2))));
            var promise = Kinds.of(tutorial.root()).find(head.replaceAll("(?s).*// Kind: (\\S+)\n.*", "$1")).orElseThrow().promise();
            assertThat(told.replaceAll("\\s+", " ")).contains("It breaks: " + promise, "Why people write it:", "Caught by:");
        }
    }

    @Test
    @DisplayName("is played to the end by keys, on 24 lines of 80 columns, and scrolls a program that is longer")
    void inATerminal() throws Exception {
        start(tutorial, "spot", "04", "--questions", "3");
        watch.setWinSize(new WinSize(80, 24));
        for (int i = 1; i <= 3; i++) {
            var screen = expect("04-gather, question %d of 3".formatted(i), "public final class Gather {", "g it will be green   r it will be red   q end");
            assertThat(screen.lines()).as("lines of 80 columns").allMatch(line -> line.length() <= 80);
            press(' ');
            press('x');
            press('r');
            screen = expect("Which promise does it break?", "\n1  ", "\n2  ", "\n3  ", "\n4  ", "q  end");
            assertThat(screen.substring(screen.lastIndexOf("04-gather, question")).lines().count()).as("lines on the screen").isLessThanOrEqualTo(24);
            press('1');
            assertTrue(expect("It is ", "n next   q end"));
            press('n');
        }
        expect(" of 3 right.", "The next round: ./workshop spot");
        assertThat(watch.waitFor(10, TimeUnit.SECONDS)).as("it ends").isTrue();
        assertThat(watch.exitValue()).isZero();
        assertThat(state()).contains("turn=3");
    }

    @Test
    @DisplayName("scrolls by arrows, shows all anew when the terminal has another size, minds no other sequence, and ends at Ctrl-C")
    void specialKeys() throws Exception {
        start(tutorial, "spot", "04");
        expect("question 1 of 10", "q end");
        watch.setWinSize(new WinSize(80, 10));
        expect("question 1 of 10", "lines 1 to 4 of ", "q end");
        press("\033[B");
        expect("lines 2 to 5 of ", "q end");
        press("\033OB");
        expect("lines 3 to 6 of ", "q end");
        press("\033[6~");
        expect("lines 6 to 9 of ", "q end");
        press("\033[5~");
        expect("lines 3 to 6 of ", "q end");
        press("\033[A\033[A");
        expect("lines 1 to 4 of ", "q end");
        // What a terminal may answer, and what ends like an answer of ours.
        press("\033[?1;2c");
        press("\033g");
        Thread.sleep(500);    // If they were taken for keys, this is when.
        press("\003");
        assertThat(expect("Nothing was asked, or nothing answered.")).as("what was shown on the way").doesNotContain("It is ");
        assertThat(watch.waitFor(10, TimeUnit.SECONDS)).as("it ends").isTrue();
        assertThat(watch.exitValue()).isZero();
    }

    @Test
    @DisplayName("ends at q, at any time, and keeps what was answered")
    void quit() throws Exception {
        start(tutorial, "spot");
        expect("question 1 of 10", "q end");
        press('g');
        assertTrue(expect("It is ", "n next"));
        press('n');
        expect("question 2 of 10", "q end");
        press('r');
        expect("Which promise does it break?", "q  end");
        press('q');
        expect(" of 1 right.");
        assertThat(watch.waitFor(10, TimeUnit.SECONDS)).as("it ends").isTrue();
        assertThat(watch.exitValue()).isZero();
        assertThat(state()).contains("turn=1");
    }

    @Test
    @DisplayName("asks line by line without a terminal, and again for what is no answer; the end of the input is the end of it")
    void withoutATerminal() throws Exception {
        var played = typed("1\n5\nmaybe\n2\n3\n", "spot", "04");
        assertThat(played.status()).as(played.output()).isZero();
        assertThat(played.output()).contains("question 1 of 10", "  1  it will be green", "question 2 of 10", "That is none of these. Type a number from 1 to 2",
                "Which promise does it break?", "question 3 of 10", " of 2 right.").doesNotContain("\033");
        assertTrue(played.output());
        assertThat(state()).contains("turn=2");
    }

    @Test
    @DisplayName("gives a question in JSON, which tells nothing, and what an answer is worth; the next one is another")
    void inJson() throws Exception {
        var question = json(tutorial.coach("spot", "04", "--json"));
        var id = question.get("id").asText();
        assertThat(question.get("promises")).hasSize(4);
        assertThat(question.get("code").asText()).contains("class Gather {");
        assertThat(question.toString()).doesNotContain("pitfall", "alternative", "kind");
        assertThat(json(tutorial.coach("spot", "--json", "--answer", id + ":red:1")).get("chosen")).isEqualTo(question.get("promises").get(0));
        for (var wrong : List.of("nonsense", id, id + ":red", id + ":red:5", id + ":blue", "0000000000:green")) {
            var ended = tutorial.coach("spot", "--json", "--answer", wrong);
            assertThat(ended.status()).as(wrong).isEqualTo(2);
            assertThat(ended.output()).as(wrong).containsAnyOf("There is no question", "is no answer. It is the id, then green, or red and a promise from 1 to 4");
        }
        assertThat(state()).as("only one was answered").contains("turn=1");
        var next = json(tutorial.coach("spot", "--json"));
        assertThat(next.get("id").asText()).isNotEqualTo(id);
        var told = json(tutorial.coach("spot", "--json", "--answer", next.get("id").asText() + ":green"));
        assertThat(told.get("right").asBoolean()).isEqualTo(told.get("status").asText().equals("GREEN"));
        assertThat(told.get("answer").asText()).startsWith("04-gather/");
    }

    @Test
    @DisplayName("asks of nothing that isn't green, and says so with status 1; what makes no sense is status 2")
    void nothingGreen() throws Exception {
        assertThat(tutorial.coach("spot", "05").status()).isEqualTo(1);
        assertThat(tutorial.coach("spot", "05").output()).contains("05-gather-even is not green yet");
        assertThat(json(tutorial.coach("spot", "05", "--json")).get("id").isNull()).isTrue();
        assertThat(tutorial.coach("reset", "04").status()).isZero();
        var none = tutorial.coach("spot");
        assertThat(none.status()).as(none.output()).isEqualTo(1);
        assertThat(none.output()).contains("No exercise is green yet");
        assertThat(tutorial.coach("spot", "--questions", "0").output()).contains("--questions takes a number from 1 on, and not 0.");
        assertThat(tutorial.coach("spot", "--answer", "x:green").status()).isEqualTo(2);
    }
}
