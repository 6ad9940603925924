package structured.coach.verify.docs;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import structured.coach.Commands;

@DisplayName("the check of commands")
class TypedLinesTest {

    @TempDir
    private Path folder;

    private SmallSite small;

    @BeforeEach
    void write() throws Exception {
        small = new SmallSite(folder).with("workshop", "#   ./workshop setup       get a JDK\n      --yes) yes=yes ;;\n")
                .with("modules/04-gather/pom.xml", "").with("modules/pom.xml", "")
                .with("solutions/pom.xml", "<profile>\n<!-- why -->\n<id>mutation</id>").with("solutions/04-gather/pom.xml", "")
                .with("solutions/04-gather/pitfalls/pinned/Gather.java", "").with("modules/04-gather/src/test/java/GatherTest.java", "");
    }

    @Test
    @DisplayName("misses what to do with a command, and finds what is listed for nothing")
    void list() throws Exception {
        var flaws = flaws("run 0:\n    true\nnot run: installs software\n    sudo apt *\n    sudo dnf *\n", "```sh\ntrue\nsudo apt update   # once\nsudo yum update\n```");
        assertThat(flaws).extracting(flaw -> flaw.file() + ":" + flaw.line() + " " + flaw.what()).containsExactly(
                "README.md:4 nothing says whether this command is to be run: sudo yum update",
                "docs/commands.txt:5 no page has this command: sudo dnf *");
        assertThat(flaws("run:\n    true\n", "```sh\ntrue\n```")).extracting(Flaw::line).contains(1);
        assertThat(flaws("not run:\n    true\n", "```sh\ntrue\n```")).as("no reason").extracting(Flaw::line).contains(1);
    }

    @Test
    @DisplayName("reads a block as a shell does: comments, lines that go on, prompts")
    void blocks() throws Exception {
        var list = "not run: of no matter\n    sed '/^#/d' a | tee b\n    make all\n    ls\n";
        assertThat(flaws(list, "```sh\n# first\nsed '/^#/d' a |   # copies\n  tee b\nmake \\\n  all\n```\n\n```console\n$ ls   # all\nREADME.md\n```")).isEmpty();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    @DisplayName("runs a command once, in the tutorial's folder, and says how it ended where that is wrong")
    void run() throws Exception {
        assertThat(flaws("run 0:\n    test -f workshop && echo x >>ran\nrun 3:\n    exit 3\n",
                "```sh\ntest -f workshop && echo x >>ran\nexit 3\ntest -f workshop && echo x >>ran\n```")).isEmpty();
        assertThat(folder.resolve("ran")).hasContent("x");
        assertThat(flaws("run 0:\n    echo why; exit 3\n", "```sh\necho why; exit 3\n```")).singleElement().satisfies(flaw -> {
            assertThat(flaw.what()).contains("ended with 3, and should with 0", "| why");
            assertThat(flaw.remedy()).contains("docs/commands.txt says of it in line 2");
        });
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    @DisplayName("ends a command that doesn't end, with what that has started")
    void late() throws Exception {
        // An odd number, by which its processes are known among all others, also once they are orphans.
        var seconds = String.valueOf(1_000_000 + System.nanoTime() % 1_000_000);
        var command = "sleep %1$s & sleep %1$s; sleep %1$s".formatted(seconds);
        assertThat(flaws("run 0:\n    %s\n".formatted(command), "```sh\n%s\n```".formatted(command))).singleElement()
                .satisfies(flaw -> assertThat(flaw.what()).contains("did not end in time"));
        var left = ProcessHandle.allProcesses()
                .filter(process -> process.info().arguments().filter(arguments -> Arrays.asList(arguments).contains(seconds)).isPresent())
                .toList();
        for (var process : left) {
            // Killed, but perhaps not yet gone; it fails here if it was not killed.
            process.onExit().get(10, SECONDS);
        }
    }

    @ParameterizedTest
    @DisplayName("takes commands that can be typed as they are, and placeholders")
    @ValueSource(strings = {"./workshop", "./workshop check 4", "./workshop check gather --json", "./workshop hint", "./workshop setup --yes",
        "./workshop hint --help", "./workshop timeline --pitfall pinned", "./workshop check NN", "mvn test", "mvn test -pl 04-gather",
        "mvn test -pl '!04-gather'", "mvn -f solutions/pom.xml -Pmutation test", "mvn test -Dtest=GatherTest", "mvn test -pl …", "cd modules/04-gather && mvn test",
        "java FILE"})
    void usage(String command) throws Exception {
        assertThat(flaws("", "Say `" + command + "`.")).isEmpty();
    }

    @ParameterizedTest
    @DisplayName("says which command, option, exercise, module or file there isn't, also within a sentence")
    @CsvSource({"./workshop chekc 04, no command chekc", "./workshop check 4 --jsn, --jsn", "./workshop check 99, no exercise 99",
        "./workshop list --step 2, --step", "./workshop setup --no, knows no --no", "./workshop timeline --pitfall pined, no pitfall pined",
        "mvn test -pl 4-gather, names no module 4-gather", "mvn test -pl modules/04-gather, names no module", "mvn -f pom.xml test, there is no pom.xml",
        "mvn -f solutions/pom.xml -Pmutate test, no pom.xml has a profile mutate", "mvn test -Dtest=GatherTests, there is no test GatherTests",
        "cd modules/4-gather && mvn test, there is no modules/4-gather", "java modules/04-gather/Gather.java, there is no modules/04-gather/Gather.java"})
    void wrongUsage(String command, String why) throws Exception {
        assertThat(flaws("", "One says\n`" + command + "`.")).singleElement().satisfies(flaw -> {
            assertThat(flaw.what()).contains(why);
            assertThat(flaw.line()).isEqualTo(2);
        });
        assertThat(flaws("not run: of no matter\n    *\n", "```sh\n" + command + "\n```")).singleElement()
                .satisfies(flaw -> assertThat(flaw.what()).contains(why));
    }

    private List<Flaw> flaws(String list, String readme) throws IOException, InterruptedException {
        var site = small.with(RunList.FILE, list).with("README.md", readme).site();
        return TypedCommands.check(site, Commands::commandLine, new Shell(folder, new Semaphore(1), Duration.ofSeconds(3))).flaws();
    }
}
