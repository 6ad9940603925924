package structured.coach.room;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A Chromium without a window, driven by its own protocol: looked at, asked, and typed into. */
final class Browser implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Process process;
    private final WebSocket socket;
    private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
    private final AtomicInteger numbers = new AtomicInteger();

    private Browser(Process process, URI page) throws ExecutionException, InterruptedException {
        this.process = process;
        socket = HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(page, new Heard()).get();
    }

    /** Where one is, if there is one. */
    static Optional<File> installed() {
        return Stream.of("chromium", "chromium-browser", "google-chrome").flatMap(name -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(entry -> new File(entry, name))).filter(File::canExecute).findFirst();
    }

    static Browser start(File browser, Path profile) throws Exception {
        var process = new ProcessBuilder(browser.toString(), "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync", "--remote-debugging-port=0", "--lang=en",
                "--remote-allow-origins=*", "--user-data-dir=" + profile, "about:blank")
                .redirectError(ProcessBuilder.Redirect.DISCARD).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        try {
            var port = profile.resolve("DevToolsActivePort");
            for (int i = 0; i < 400 && (!Files.exists(port) || Files.size(port) < 10); i++) {
                Thread.sleep(50);
            }
            var targets = Rooms.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:%s/json".formatted(Files.readAllLines(port).getFirst()))));
            for (var target : JSON.readTree(targets.text())) {
                if (target.get("type").asText().equals("page")) {
                    return new Browser(process, URI.create(target.get("webSocketDebuggerUrl").asText()));
                }
            }
            throw new IOException("The browser has no page");
        } catch (IOException | RuntimeException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    /** Puts the pieces of answers together. */
    private final class Heard implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                try {
                    var message = JSON.readTree(text.toString());
                    text.setLength(0);
                    if (message.has("id")) {
                        asked.remove(message.get("id").asInt()).complete(message);
                    }
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            }
            from.request(1);
            return null;
        }
    }

    JsonNode ask(String method, Map<String, ?> params) throws IOException, InterruptedException {
        var number = numbers.incrementAndGet();
        var answer = new CompletableFuture<JsonNode>();
        asked.put(number, answer);
        socket.sendText(JSON.writeValueAsString(Map.of("id", number, "method", method, "params", params)), true).join();
        try {
            return answer.get(20, TimeUnit.SECONDS).path("result");
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("no answer to " + method, e);
        }
    }

    /** What an expression is on the page, as a text. */
    String is(String expression) throws IOException, InterruptedException {
        var result = ask("Runtime.evaluate", Map.of("expression", "String(" + expression + ")", "awaitPromise", true));
        return result.path("exceptionDetails").isMissingNode() ? result.at("/result/value").asText() : "failed: " + result;
    }

    void open(String address) throws IOException, InterruptedException {
        ask("Page.enable", Map.of());
        ask("Page.navigate", Map.of("url", address));
    }

    /** Waits until an expression is true. */
    void await(String expression) throws IOException, InterruptedException {
        for (int i = 0; i < 300; i++) {
            if (is(expression).equals("true")) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("not true within 15 s: " + expression + "\non: " + is("document.body && document.body.innerText"));
    }

    void press(String key) throws IOException, InterruptedException {
        var text = key.equals("Enter") ? "\r" : "";
        var code = key.equals("Enter") ? 13 : key.equals("Tab") ? 9 : 0;
        for (var type : new String[] {text.isEmpty() ? "rawKeyDown" : "keyDown", "keyUp"}) {
            ask("Input.dispatchKeyEvent", Map.of("type", type, "key", key, "code", key, "windowsVirtualKeyCode", code, "text", type.equals("keyDown") ? text : ""));
        }
    }

    /** A picture of the window as it would be at that size. */
    void picture(int width, int height, boolean dark, Path file) throws IOException, InterruptedException {
        ask("Emulation.setDeviceMetricsOverride", Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        ask("Emulation.setEmulatedMedia", Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
        Thread.sleep(500);
        Files.write(file, Base64.getDecoder().decode(ask("Page.captureScreenshot", Map.of("format", "png")).get("data").asText()));
    }

    @Override
    public void close() throws InterruptedException {
        socket.abort();
        var all = Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
        all.forEach(ProcessHandle::destroy);
        process.waitFor(10, TimeUnit.SECONDS);
        all.forEach(ProcessHandle::destroyForcibly);
        // Only when all of them have ended nobody writes to the profile any more, which is going to be deleted.
        for (var one : all) {
            one.onExit().completeOnTimeout(null, 5, TimeUnit.SECONDS).join();
        }
    }
}
