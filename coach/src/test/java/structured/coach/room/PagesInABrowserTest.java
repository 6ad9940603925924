package structured.coach.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import structured.coach.verdict.Verdict.Status;
import structured.coach.words.Language;

@DisplayName("the board's pages in a browser")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class PagesInABrowserTest {

    /** A folder for pictures to be looked at; none are taken otherwise. */
    private static final String PICTURES = System.getProperty("board.pictures");

    @TempDir
    private Path folder;

    private final SettableClock clock = new SettableClock();
    private Rooms rooms;
    private Browser browser;

    @BeforeEach
    void open() throws Exception {
        var installed = Browser.installed();
        assumeTrue(installed.isPresent(), "there is no Chromium on this machine");
        rooms = new Rooms(folder.resolve("board"), 500, clock);
        browser = Browser.start(installed.get(), Files.createDirectory(folder.resolve("profile")));
    }

    @AfterEach
    void close() throws Exception {
        if (browser != null) {
            browser.close();
        }
        if (rooms != null) {
            rooms.close();
        }
    }

    @Test
    @DisplayName("hostile nicknames and lines are text: nothing of them runs, and nothing of them becomes an element")
    void hostile() throws Exception {
        var names = List.of("<img src=x onerror=hit()>", "<script>hit()</script>", "\"><svg onload=hit()>", "'-hit()-'", "javascript:hit()", "${hit()}",
                "{{constructor}}", "<b>bold</b>", "\u202Eevil", "&lt;i&gt;", "__proto__", "</td></tr></table>", "a\u0301\u0301\u0301\u0301\u0301\u0301");
        for (var name : names) {
            var seat = rooms.join(name);
            rooms.post("/state", States.red(1, 1, 0).withHand(2, 1).fields(seat.id()), seat.token());
            // Of messages two a second and laptop are taken.
            clock.pass(Duration.ofSeconds(1));
        }
        rooms.board.notice("<img src=x onerror=hit()>");
        browser.open("about:blank");
        browser.ask("Page.enable", Map.of());
        browser.ask("Page.addScriptToEvaluateOnNewDocument", Map.of("source", "window.hits = 0; window.hit = () => window.hits++; window.alert = window.hit;"
                + "addEventListener('securitypolicyviolation', () => window.hits++);"));
        for (var page : List.of("", "room")) {
            browser.open(rooms.page.address() + page);
            browser.await("document.getElementById('said') && document.getElementById('said').textContent.includes('onerror')");
            if (page.isEmpty()) {
                browser.await("document.querySelectorAll('#rows tbody tr').length === " + names.size());
                assertThat(browser.is("document.querySelector('#rows tbody .nick').textContent")).isEqualTo("<img src=x onerror=hit()");
                assertThat(browser.is("[...document.querySelectorAll('#rows .nick')].every(it => it.clientHeight < 40 && it.childElementCount === 0)")).isEqualTo("true");
                assertThat(browser.is("document.querySelectorAll('#calls li').length")).isEqualTo(String.valueOf(names.size()));
            }
            Thread.sleep(300);
            assertThat(browser.is("window.hits")).as("what has run, or was kept from running, on " + page).isEqualTo("0");
            assertThat(browser.is("document.querySelectorAll('img, svg, iframe, body script, b b').length")).isEqualTo("0");
        }
    }

    @Test
    @DisplayName("answer the four questions, for eyes and for those who hear the page, and a key does what a mouse does")
    void questions() throws Exception {
        SampleRoom.fill(rooms.board, clock);
        browser.open(rooms.page.address());
        browser.await("document.querySelectorAll('#rows tbody tr').length === 30");
        var seen = rooms.look();
        for (var list : Map.of("calls", seen.calls(), "stuck", seen.stuck(), "silent", seen.silent()).entrySet()) {
            assertThat(list.getValue()).as(list.getKey() + " in the sample").isNotEmpty();
            assertThat(browser.is("[...document.querySelectorAll('#%s .nick')].map(it => it.textContent).join()".formatted(list.getKey())))
                    .isEqualTo(String.join(",", list.getValue().stream().map(Snapshot.Call::nick).toList()));
        }
        assertThat(browser.is("document.querySelectorAll('#where tbody tr').length")).isEqualTo("8");
        assertThat(browser.is("[...document.querySelectorAll('#where tbody td')].reduce((all, cell) => all + Number(cell.textContent), 0)"))
                .as("people in all cells: one has never saved").isEqualTo("29");
        assertThat(browser.is("document.querySelector('#mistakes li').textContent")).contains(" of ", "waits for each task before it forks the next");
        var tree = browser.ask("Accessibility.getFullAXTree", Map.of()).toString();
        assertThat(tree).contains("Who calls?", "Done: ", "Rename: José", "does not compile");
        // By keyboard alone: the first hand is seen to.
        var first = seen.calls().getFirst().nick();
        for (int i = 0; i < 10 && !browser.is("document.activeElement.getAttribute('aria-label')").equals("Done: " + first); i++) {
            browser.press("Tab");
        }
        assertThat(browser.is("document.activeElement.getAttribute('aria-label')")).isEqualTo("Done: " + first);
        browser.press("Enter");
        browser.await("document.querySelectorAll('#calls li').length === " + (seen.calls().size() - 1));
        assertThat(rooms.look().calls()).hasSize(seen.calls().size() - 1);
        // And who hears the page is told of the next one.
        var id = seen.rows().getFirst().id();
        rooms.board.said(id, new LearnerState(9_000_000, 0, "04-gather", Status.RED, 1, "", 0, 16, 99, 0, 5, "", ""));
        browser.await("document.getElementById('live').textContent === '%s raises a hand'".formatted(seen.rows().getFirst().nick()));
    }

    @Test
    @DisplayName("speak Portuguese, say so when the board is gone, and come back with it")
    void languageAndRestart() throws Exception {
        SampleRoom.fill(rooms.board, clock);
        browser.open(rooms.page.address());
        browser.await("document.querySelectorAll('#rows tbody tr').length === 30");
        browser.is("document.getElementById('language').click()");
        browser.await("document.querySelector('h2').textContent === 'Quem chama?' && document.documentElement.lang === 'pt-BR'");
        browser.await("document.querySelectorAll('#rows tbody tr').length === 30");
        assertThat(browser.is("document.body.innerText")).contains("não compila", "travado", "Onde está a sala?").doesNotContain("undefined", "Who ", "stuck");
        assertThat(browser.is("document.getElementById('language').textContent")).as("the next one").isIn(Language.all().stream().map(Language::name).filter(name -> !name.startsWith("Portugu")).toList());
        assertThat(browser.is("document.querySelector('#mistakes li').textContent")).contains(" de ", "espera por cada tarefa antes de fazer o fork da próxima");
        var port = rooms.page.port();
        rooms.close();
        browser.await("!document.getElementById('lost').hidden");
        rooms = new Rooms(folder.resolve("board"), 500, clock, 0, port);
        browser.await("document.getElementById('lost').hidden");
        assertThat(browser.is("document.querySelectorAll('#rows tbody tr').length")).isEqualTo("30");
    }

    @Test
    @DisplayName("ask now and then where the browser has no streams")
    void polling() throws Exception {
        browser.ask("Page.enable", Map.of());
        browser.ask("Page.addScriptToEvaluateOnNewDocument", Map.of("source", "delete window.EventSource"));
        browser.open(rooms.page.address());
        browser.await("document.readyState === 'complete' && !window.EventSource");
        rooms.join("Otter");
        browser.await("document.querySelectorAll('#rows tbody tr').length === 1");
    }

    @Test
    @DisplayName("can be read: nothing is cut off at the side, letters are large enough, and stand out in the light and in the dark")
    void legible() throws Exception {
        SampleRoom.fill(rooms.board, clock);
        rooms.board.notice("Back at 14:10");
        for (var page : List.of("", "room")) {
            browser.open(rooms.page.address() + page);
            browser.await("document.querySelectorAll('#where tbody tr').length === 8");
            for (var dark : List.of(false, true)) {
                for (var size : List.of(new int[] {1920, 1080}, new int[] {1280, 800}, new int[] {1280, 1300})) {
                    var file = PICTURES == null ? folder.resolve("picture.png")
                            : Path.of(PICTURES, "board-%s%dx%d%s.png".formatted(page, size[0], size[1], dark ? "-dark" : ""));
                    browser.picture(size[0], size[1], dark, file);
                    assertThat(browser.is("document.documentElement.scrollWidth <= innerWidth")).as("no scrolling to the side at " + size[0]).isEqualTo("true");
                    assertThat(browser.is(CONTRAST)).as("what stands out too little, dark: " + dark).isEmpty();
                    if (page.equals("room")) {
                        assertThat(browser.is("Math.min(...[...document.querySelectorAll('main *')].filter(it => it.childElementCount === 0 && it.textContent)"
                                + ".map(it => parseFloat(getComputedStyle(it).fontSize))) >= innerHeight / 40")).isEqualTo("true");
                    }
                }
            }
        }
    }

    /** Texts whose contrast with what is behind them is below 4.5, as WCAG counts it. */
    private static final String CONTRAST = """
            (() => {
              const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
              const rgb = colour => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); return [...canvas.getImageData(0, 0, 1, 1).data]; };
              const behind = node => { for (let at = node; at; at = at.parentElement) { const c = rgb(getComputedStyle(at).backgroundColor); if (c[3] === 255) return c; } return [255, 255, 255, 255]; };
              const light = c => { const [r, g, b] = c.map(it => it / 255).map(it => it <= .03928 ? it / 12.92 : ((it + .055) / 1.055) ** 2.4); return .2126 * r + .7152 * g + .0722 * b; };
              return [...document.querySelectorAll('main *')].filter(it => it.childElementCount === 0 && it.textContent.trim() && it.offsetParent && !it.closest('.unseen')).map(it => {
                const a = light(rgb(getComputedStyle(it).color)), b = light(behind(it));
                return [(Math.max(a, b) + .05) / (Math.min(a, b) + .05), it.tagName + '.' + it.className + ' ' + it.textContent];
              }).filter(([contrast]) => contrast < 4.5).map(([contrast, what]) => contrast.toFixed(1) + ' ' + what).slice(0, 5).join('; ');
            })()""";
}
