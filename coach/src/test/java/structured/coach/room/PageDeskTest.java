package structured.coach.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("the board's pages")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class PageDeskTest {

    @TempDir
    private Path folder;

    private Rooms rooms;

    @BeforeEach
    void open() throws IOException {
        rooms = new Rooms(folder, 20, InstantSource.system());
    }

    @AfterEach
    void close() throws IOException {
        rooms.close();
    }

    @Test
    @DisplayName("are there for who knows the token, on this laptop, and by no name but its own")
    void token() throws Exception {
        rooms.join("Otter");
        var port = rooms.page.port();
        var token = rooms.board.room().page();
        assertThat(rooms.onPage("state").text()).contains("Otter");
        for (var path : List.of("/", "/state", "/x/state", "/" + token.substring(1) + "/state", "//state", "/" + token + "x/state")) {
            assertThat(Rooms.raw(port, "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n\r\n")).as(path).containsAnyOf("400", "404");
        }
        for (var host : List.of("evil.example", "10.1.4.23:" + port, "127.0.0.1.evil.example", "127.0.0.1:80")) {
            assertThat(Rooms.raw(port, "GET /" + token + "/state HTTP/1.1\r\nHost: " + host + "\r\n\r\n")).as(host).contains("421");
        }
        for (var card : NetworkInterface.networkInterfaces().toList()) {
            for (var address : card.inetAddresses().filter(it -> !it.isLoopbackAddress()).toList()) {
                assertThat(isOpen(address, port)).as("whether it is reached at " + address).isFalse();
            }
        }
    }

    private static boolean isOpen(InetAddress address, int port) {
        try (var socket = new Socket(address, port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    @DisplayName("run no script but their own, stand in no frame, and are kept nowhere")
    void headers() throws Exception {
        for (var path : List.of("", "room", "board.js", "board.css", "texts.js", "state", "lists")) {
            var answer = rooms.onPage(path);
            assertThat(answer.status()).as(path).isEqualTo(200);
            var headers = answer.all().headers();
            assertThat(headers.firstValue("Content-Security-Policy").orElseThrow()).contains("default-src 'none'", "script-src 'self';", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(headers.firstValue("Cache-Control")).contains("no-store");
            assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(headers.map()).doesNotContainKey("access-control-allow-origin");
        }
        assertThat(rooms.onPage("../board.html").status()).isEqualTo(404);
        assertThat(rooms.onPage("BoardCommand.class").status()).isEqualTo(404);
    }

    @Test
    @DisplayName("hear of a verdict within a second, by a stream that also brings the first look")
    void stream() throws Exception {
        var otter = rooms.join("Otter");
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), rooms.page.port());
                var lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write("GET /%s/events HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n\r\n".formatted(rooms.board.room().page(), rooms.page.port())
                    .getBytes(StandardCharsets.US_ASCII));
            assertThat(next(lines, "Otter")).contains("\"standing\":\"NEW\"");
            Thread.sleep(300);
            var start = System.nanoTime();
            rooms.post("/state", States.red(1, 2, 5).fields(otter.id()), otter.token());
            assertThat(next(lines, "\"step\":2")).contains("\"strip\":\"R\"");
            assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(5));
        }
    }

    private static String next(BufferedReader lines, String word) throws IOException {
        for (String line; (line = lines.readLine()) != null; ) {
            if (line.startsWith("data: ") && line.contains(word)) {
                return line;
            }
        }
        throw new AssertionError("The stream has ended without " + word);
    }

    @Test
    @DisplayName("the projector's has nobody's name and nobody's number")
    void projector() throws Exception {
        var otter = rooms.join("Otter");
        rooms.post("/state", States.red(1, 2, 5).fields(otter.id()), otter.token());
        assertThat(rooms.onPage("state-room").text()).contains("\"people\":1", "[0,1,0,0]").doesNotContain("Otter", otter.id());
        assertThat(rooms.onPage("lists").text()).contains(rooms.board.room().code()).doesNotContain("Otter", otter.id(), "GatherTest");
    }

    @Test
    @DisplayName("rename somebody, lower a hand, remove a row, and say a line or a hint to all")
    void actions() throws Exception {
        var otter = rooms.join("Otter");
        rooms.post("/state", States.red(1, 2, 5).withHand(2, 1).fields(otter.id()), otter.token());
        assertThat(rooms.toPage("rename", new Fields().with("id", otter.id()).with("nick", "Sea \u202Eotter")).status()).isEqualTo(200);
        assertThat(rooms.onPage("state").text()).contains("Sea otter", "\"hand\":true");
        rooms.toPage("answered", new Fields().with("id", otter.id()));
        assertThat(rooms.onPage("state").text()).contains("\"hand\":false");
        assertThat(rooms.toPage("hint", new Fields().with("exercise", "06-taskgroup").with("step", 2).with("hint", 2)).status()).isEqualTo(200);
        assertThat(rooms.post("/state", States.red(2, 2, 5).fields(otter.id()), otter.token()).fields().text("notice", 100)).isEqualTo("hint 06/2/2 is free now");
        assertThat(rooms.toPage("hint", new Fields().with("exercise", "06-taskgroup").with("step", 2).with("hint", 99)).status()).isEqualTo(400);
        rooms.toPage("notice", new Fields().with("text", "Back at\u001B[31m 14:10"));
        assertThat(rooms.onPage("state").text()).contains("Back at^[[31m 14:10");
        rooms.toPage("remove", new Fields().with("id", otter.id()));
        assertThat(rooms.onPage("state").text()).doesNotContain("otter");
    }

    @Test
    @DisplayName("take no action from another page")
    void otherPages() throws Exception {
        var request = HttpRequest.newBuilder(URI.create(rooms.page.address() + "notice")).POST(BodyPublishers.ofString("{\"text\":\"hacked\"}"));
        assertThat(Rooms.send(request.copy().header("Content-Type", "application/json").header("Origin", "http://evil.example")).status()).isEqualTo(403);
        assertThat(Rooms.send(request.copy().header("Content-Type", "application/json").header("Origin", "null")).status()).isEqualTo(403);
        assertThat(Rooms.send(request.copy().header("Content-Type", "text/plain")).status()).isEqualTo(400);
        assertThat(rooms.onPage("state").text()).doesNotContain("hacked");
    }
}
