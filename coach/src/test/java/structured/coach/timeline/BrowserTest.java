package structured.coach.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import structured.coach.timeline.HtmlPage.Part;
import structured.coach.timeline.Task.Ending;

@DisplayName("the page in a browser")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class BrowserTest {

    /** Points at the last bar, as a mouse would. */
    private static final String POINTING = """
            <script>
            const bars = document.querySelectorAll('rect.span');
            bars[bars.length - 1].dispatchEvent(new PointerEvent('pointerenter'));
            </script>
            </body>
            """;

    @TempDir
    private static Path folder;

    @Test
    @DisplayName("tells task, thread, times and line of the bar that is pointed at, and marks the line")
    void pointing() throws Exception {
        var browser = Stream.of("chromium", "chromium-browser", "google-chrome").flatMap(name -> onPath(name).stream()).findFirst();
        assumeTrue(browser.isPresent(), "there is no Chromium on this machine");
        var timeline = ChartsTest.timeline("04-gather: Gather", ChartsTest.task("task 1", 0, 4, Ending.CANCELLED, ChartsTest.span(0, 4, State.WAIT)));
        var source = Files.writeString(folder.resolve("Gather.java"), "class Gather {\n    // waits here\n}\n");
        var page = HtmlPage.of(List.of(new Part(new Program("", List.of(source), source), timeline))).replace("</body>", POINTING);
        var file = Files.writeString(folder.resolve("page.html"), page);

        var dom = dom(browser.get(), file);

        assertThat(dom).containsPattern("<p id=\"told\"[^>]*>task 1 on virtual thread #1, from 0.000 s to 4.000 s: cancelled."
                        + " 0.000 s to 4.000 s: waits, at Gather.java:2</p>")
                .containsPattern("<span class=\"line lit\" data-at=\"Gather.java:2\"><i>2</i>    // waits here");
    }

    @Test
    @DisplayName("of two runs marks the line in the source of the one that is pointed at")
    void comparing() throws Exception {
        var browser = Stream.of("chromium", "chromium-browser", "google-chrome").flatMap(name -> onPath(name).stream()).findFirst();
        assumeTrue(browser.isPresent(), "there is no Chromium on this machine");
        var timeline = ChartsTest.timeline("04-gather: Gather", ChartsTest.task("task 1", 0, 4, Ending.DONE, ChartsTest.span(0, 4, State.WAIT)));
        var yours = Files.writeString(Files.createDirectory(folder.resolve("yours")).resolve("Gather.java"), "class Gather {\n    // mine\n}\n");
        var solution = Files.writeString(Files.createDirectory(folder.resolve("solution")).resolve("Gather.java"), "class Gather {\n    // theirs\n}\n");
        var page = HtmlPage.of(List.of(new Part(new Program("", List.of(yours), yours), timeline), new Part(new Program("", List.of(solution), solution), timeline)));

        var dom = dom(browser.get(), Files.writeString(folder.resolve("both.html"), page.replace("</body>", POINTING)));

        assertThat(dom).containsPattern("<span class=\"line lit\" data-at=\"Gather.java:2\"><i>2</i>    // theirs").containsOnlyOnce("class=\"line lit\"");
    }

    private static String dom(File browser, Path page) throws Exception {
        var process = new ProcessBuilder(browser.toString(), "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
                "--user-data-dir=" + Files.createTempDirectory(folder, "profile"), "--dump-dom", page.toUri().toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try {
            var dom = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            // Only then does it write to its folder no more, which is going to be deleted.
            process.waitFor(20, TimeUnit.SECONDS);
            return dom;
        } finally {
            process.destroy();
        }
    }

    private static Optional<File> onPath(String name) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator)).map(entry -> new File(entry, name)).filter(File::canExecute).findFirst();
    }
}
