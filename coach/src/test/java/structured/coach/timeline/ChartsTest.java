package structured.coach.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import structured.coach.terminal.Harmless;
import structured.coach.terminal.Style;
import structured.coach.timeline.HtmlPage.Part;
import structured.coach.timeline.Task.Ending;
import structured.coach.timeline.Task.Span;

@DisplayName("a timeline")
class ChartsTest {

    private static final long SECOND = 1_000_000_000;

    /** Three tasks: one works and waits, one is pinned and cancelled, one waits twice and fails. */
    private static final Timeline TIMELINE = timeline("04-gather: <Gather> & \"more\"",
            task("task 1", 0, 4, Ending.DONE, span(0, 1, State.WORK), span(1, 4, State.WAIT)),
            task("task 2", 0, 2, Ending.CANCELLED, span(0, 2, State.PINNED)),
            task("a-thread-with-a-very-long-name", 1, 4, Ending.FAILED, span(1, 2, State.WAIT), span(2, 4, State.WAIT)));

    @Test
    @DisplayName("in text: a bar each on one axis, with the totals underneath")
    void text() {
        assertThat(TextChart.draw(TIMELINE, new Style(false, true, 75), 4 * SECOND)).containsExactly(
                "04-gather: <Gather> & \"more\"",
                "",
                "                  0 s               2 s                4 s",
                "task 1            █████████░░░░░░░░░░░░░░░░░░░░░░░░░░░░   4.000 s",
                "task 2            ╳╳╳╳╳╳╳╳╳╳╳╳╳╳╳╳╳╳╳                     2.000 s cancelled",
                "a-thread-with-a-           ░░░░░░░░░│░░░░░░░░░░░░░░░░░░   3.000 s failed",
                "",
                "█ works   ░ waits   ╳ waits pinned to its carrier",
                "",
                "4.000 s in all, the slowest task took 4.000 s");
    }

    @Test
    @DisplayName("in text fits every width from 60 on, without UTF-8 and colours in plain ASCII")
    void widths() {
        for (int width = 60; width <= 160; width++) {
            var fits = width;
            assertThat(TextChart.draw(TIMELINE, new Style(false, false, width), 4 * SECOND))
                    .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(fits).matches("\\p{ASCII}*").doesNotContain("\033"));
        }
    }

    @Test
    @DisplayName("in text has colours only where the terminal does, and the same signs")
    void colours() {
        var plain = TextChart.draw(TIMELINE, new Style(false, true, 70), 4 * SECOND);
        var coloured = TextChart.draw(TIMELINE, new Style(true, true, 70), 4 * SECOND);
        assertThat(coloured).anyMatch(line -> line.contains("\033["));
        assertThat(coloured.stream().map(line -> line.replaceAll("\033\\[\\d+m", ""))).containsExactlyElementsOf(plain);
    }

    @Test
    @DisplayName("as a picture is well-formed, has a text alternative and both modes, and is always the same")
    void svg() throws Exception {
        var svg = SvgChart.file(List.of(TIMELINE));
        var root = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8))).getDocumentElement();
        assertThat(root.getAttribute("role")).isEqualTo("img");
        assertThat(root.getElementsByTagName("title").item(0).getTextContent()).isEqualTo(TIMELINE.title());
        assertThat(root.getElementsByTagName("desc").item(0).getTextContent()).contains("task 2: 0.000 s to 2.000 s, cancelled.")
                .endsWith("4.000 s in all, the slowest task took 4.000 s.");
        assertThat(svg).contains("prefers-color-scheme: dark").isEqualTo(SvgChart.file(List.of(TIMELINE)));
    }

    @Test
    @DisplayName("as a picture is well-formed whatever a thread, a class or a message is called")
    void anyName() throws Exception {
        for (var name : new String[] {"\uffff", "\ufffe", "\0", "\033[2J", "\u0085", "\ud83d", "\ude00\ud83d", "\ufdd0", "]]>", "\ud83f\udfff", "0123456789abcd\ud83d\ude00"}) {
            var svg = SvgChart.file(List.of(timeline(name, new Task(name, name, 0, SECOND, Ending.FAILED, name,
                    List.of(new Span(0, SECOND, State.WAIT, name, name, 2))))));
            DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
            assertThat(svg.codePoints().filter(c -> c != '\n')).as(name).noneMatch(Harmless::isHarmful);
        }
    }

    @Test
    @DisplayName("in text keeps its columns where names are in wide letters")
    void wideNames() {
        var chart = TextChart.draw(timeline("wide", task("\u65e5\u672c\u8a9e", 0, 4, Ending.DONE, span(0, 4, State.WAIT)),
                task("task 2", 0, 4, Ending.DONE, span(0, 4, State.WAIT))), new Style(false, false, 60), 4 * SECOND);
        assertThat(Harmless.width(chart.get(3))).isEqualTo(Harmless.width(chart.get(4)));
    }

    @Test
    @DisplayName("as a picture of two has both on one axis")
    void compared() {
        var shorter = timeline("shorter", task("task 1", 0, 2, Ending.DONE, span(0, 2, State.WAIT)));
        var twoSeconds = Pattern.compile("<rect class=\"span \\w+\" [^>]*x=\"([\\d.]+)\" y=\"\\d+\" width=\"([\\d.]+)\"[^>]*><title>[^<]*0\\.000 s to 2\\.000 s: ");
        var drawn = twoSeconds.matcher(SvgChart.file(List.of(TIMELINE, shorter))).results().map(bar -> bar.group(1) + " " + bar.group(2)).toList();
        assertThat(drawn).as("where the bars of the same two seconds begin, and how long they are").hasSize(2).containsOnly(drawn.getFirst());
    }

    @Test
    @DisplayName("in text of two has both charts first, in the same columns, and then what there is to say of each")
    void comparedInText() {
        var shorter = timeline("shorter", task("task 1", 0, 2, Ending.DONE, span(0, 2, State.WAIT)));
        var lines = TextChart.draw(List.of(TIMELINE, shorter), new Style(false, true, 75), 4 * SECOND);
        assertThat(lines.subList(7, 11)).containsExactly("shorter", "",
                "                  0 s               2 s                4 s", "task 1            ░░░░░░░░░░░░░░░░░░░                     2.000 s");
        assertThat(lines.subList(12, lines.size())).containsExactly("█ works   ░ waits   ╳ waits pinned to its carrier", "",
                "04-gather: <Gather> & \"more\": 4.000 s in all, the slowest task took 4.000 s", "shorter: 2.000 s in all, of one task.");
    }

    @Test
    @DisplayName("shows pale what waits for another task, and the legend says so, also in ASCII")
    void others() {
        var waiting = timeline("limit", task("task 1", 0, 4, Ending.DONE, span(0, 2, State.OTHERS), span(2, 4, State.WAIT)));
        assertThat(TextChart.draw(waiting, new Style(false, true, 60), 4 * SECOND)).contains("task 1   ·····················░░░░░░░░░░░░░░░░░░░░   4.000 s", "· waits for another task   ░ waits");
        assertThat(TextChart.draw(waiting, new Style(false, false, 60), 4 * SECOND)).contains("task 1   .....................--------------------   4.000 s", ". waits for another task   - waits");
        assertThat(TextChart.draw(TIMELINE, new Style(false, false, 60), 4 * SECOND)).noneMatch(line -> line.contains("another task"));
        assertThat(SvgChart.file(List.of(waiting))).contains("class=\"span others\"", ">waits for another task</text>");
    }

    @Test
    @DisplayName("has what a task has forked below that task, further in")
    void nested() {
        var nested = timeline("nested", task("task 1", 0, 4, Ending.DONE, span(0, 4, State.OTHERS)),
                new Task("task 1.1", "virtual thread #2", 0, SECOND, Ending.DONE, "", List.of(span(0, 1, State.WAIT)), 1));
        assertThat(TextChart.draw(nested, new Style(false, true, 60), 4 * SECOND)).anyMatch(line -> line.startsWith(" task 1.1  ░░░░"));
        assertThat(SvgChart.file(List.of(nested))).containsPattern("x=\"16.0\" y=\"[\\d.]+\" text-anchor=\"start\">task 1<").containsPattern("x=\"24.0\" y=\"[\\d.]+\" text-anchor=\"start\">task 1.1<");
    }

    @Test
    @DisplayName("says what it would have taken one after another only where that is so")
    void addsUp() {
        var waits = task("task 1", 0, 4, Ending.DONE, span(0, 4, State.WAIT));
        assertThat(timeline("", waits, waits).totals().sentence()).endsWith("one after another it would have taken 8.000 s");
        for (var other : List.of(task("cancelled", 0, 1, Ending.CANCELLED, span(0, 1, State.WAIT)), task("failed", 0, 1, Ending.FAILED, span(0, 1, State.WAIT)),
                task("not ended", 0, 1, Ending.OPEN, span(0, 1, State.WAIT)), task("with a permit", 0, 4, Ending.DONE, span(0, 2, State.OTHERS), span(2, 4, State.WAIT)),
                task("at work", 0, 4, Ending.DONE, span(0, 4, State.WORK)), task("not known", 0, 4, Ending.DONE, span(0, 4, State.UNKNOWN)),
                task("monitor", 0, 4, Ending.DONE, new Span(0, 4 * SECOND, State.PINNED, Timeline.forMonitor(), "", 0)))) {
            assertThat(timeline("", waits, other).totals().sentence()).as(other.name()).doesNotContain("one after another");
        }
    }

    @Test
    @DisplayName("as a page of two has both charts above the sources")
    void comparedAsAPage(@TempDir Path folder) throws Exception {
        var source = Files.writeString(folder.resolve("Gather.java"), "class Gather {}\n");
        var part = new Part(new Program("title", List.of(source), source), TIMELINE);
        var page = HtmlPage.of(List.of(part, part));
        assertThat(page).containsOnlyOnce("<svg ");
        assertThat(page.indexOf("<pre>")).isGreaterThan(page.indexOf("</svg>"));
        assertThat(page.split("<g class=\"part\"", -1)).hasSize(3);
        assertThat(page.split("<div class=\"code\" data-part=", -1)).hasSize(3);
    }

    @Test
    @DisplayName("as a page holds the source, escapes what it quotes, and loads nothing")
    void html(@TempDir Path folder) throws Exception {
        var source = Files.writeString(folder.resolve("Gather.java"), "// </pre><script>alert('1')</script> $TITLE $SECTIONS &amp;\nclass Gather {}\n");
        var page = HtmlPage.of(List.of(new Part(new Program("title", List.of(source), source), TIMELINE)));
        assertThat(page).contains("// &lt;/pre&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; $TITLE $SECTIONS &amp;amp;")
                .contains("<title>04-gather: &lt;Gather&gt; &amp; &quot;more&quot;</title>").containsOnlyOnce("<script>")
                .contains("data-at=\"Gather.java:2\"");
        assertThat(page.replace("http://www.w3.org/2000/svg", "")).doesNotContain("http:", "https:", "@import", "src=", "href=");
    }

    @Test
    @DisplayName("has an axis with round marks, few enough to be read")
    void axis() {
        for (long nanos = 1; nanos < 1L << 50; nanos = nanos * 3 + 1) {
            var axis = Axis.of(nanos, 8);
            assertThat(axis.marks()).as("marks up to %d", nanos).isBetween(1, 9);
            assertThat(String.valueOf(axis.step())).matches("[125]0*");
        }
        assertThat(Axis.of(4_400_000_000L, 8).label(3)).isEqualTo("3 s");
        assertThat(Axis.of(1_000_000_000L, 8).label(3)).isEqualTo("0.6 s");
        assertThat(Axis.of(20_000_000_000L, 8).label(3)).isEqualTo("15 s");
    }

    static Timeline timeline(String title, Task... tasks) {
        var all = List.of(tasks);
        var end = all.stream().mapToLong(Task::to).max().orElse(0);
        var totals = new Timeline.Totals(all.size(), end, all.stream().mapToLong(Task::nanos).max().orElse(0), all.stream().mapToLong(Task::nanos).sum(), Timeline.addsUp(all));
        return new Timeline(title, new ArrayList<>(all), Density.of(all, end), totals, List.of());
    }

    static Task task(String name, long from, long to, Ending ending, Span... spans) {
        return new Task(name, "virtual thread #1", from * SECOND, to * SECOND, ending, "", List.of(spans));
    }

    static Span span(long from, long to, State state) {
        return new Span(from * SECOND, to * SECOND, state, state.meaning(), "Gather.java", 2);
    }
}
