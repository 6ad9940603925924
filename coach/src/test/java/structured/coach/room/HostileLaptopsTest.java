package structured.coach.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("what the room's laptops reach, if they mean harm")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class HostileLaptopsTest extends AtTheDesk {

    @Test
    @DisplayName("guesses at the code end after ten a minute and address, even if the next one is right")
    void guesses() throws Exception {
        for (int i = 0; i < 10; i++) {
            assertThat(rooms.post("/join", new Fields().with("code", "AAA" + i), "").status()).isEqualTo(403);
        }
        var right = new Fields().with("code", rooms.board.room().code());
        assertThat(rooms.post("/join", right, "").status()).isEqualTo(429);
        clock.pass(Duration.ofSeconds(61));
        assertThat(rooms.post("/join", right, "").status()).isEqualTo(200);
    }

    @Test
    @DisplayName("nobody takes another's seat: no state, no farewell, no new name without the token")
    void takenOver() throws Exception {
        var otter = rooms.join("Otter");
        var lynx = rooms.join("Lynx");
        for (var token : List.of(lynx.token(), "", Secrets.token(), otter.token() + "x")) {
            assertThat(rooms.post("/state", States.green(9).fields(otter.id()), token).status()).isEqualTo(403);
            assertThat(rooms.post("/leave", new Fields().with("id", otter.id()), token).status()).isEqualTo(403);
        }
        clock.pass(Duration.ofSeconds(10));
        var renamed = rooms.post("/join", new Fields().with("code", rooms.board.room().code()).with("id", otter.id()).with("token", lynx.token()).with("nick", "Hacked"), "");
        assertThat(renamed.fields().text("id", 20)).as("a seat of their own").isNotEqualTo(otter.id());
        assertThat(rooms.board.<String>ask(people -> people.person(otter.id()).orElseThrow().nick)).isEqualTo("Otter");
        assertThat(rooms.board.<LearnerState>ask(people -> people.person(otter.id()).orElseThrow().state)).isNull();
    }

    @ParameterizedTest
    @DisplayName("what is not in the protocol is refused, and changes nothing")
    @ValueSource(strings = {"", "null", "[]", "{", "{}", "[[[[[[[[[[", "{\"v\":1,\"id\":{}}", "\u0000", "{\"v\":1}{\"v\":1}", "\"v\"", "{\"v\":1e99}",
        "{\"v\":1,\"id\":\"ID\",\"exercise\":\"04-gather\",\"state\":\"PURPLE\"}", "{\"v\":1,\"id\":\"ID\",\"exercise\":\"<script>\",\"state\":\"RED\"}",
        "{\"v\":2,\"id\":\"ID\",\"exercise\":\"04-gather\",\"state\":\"RED\"}", "{\"v\":1,\"id\":\"ID\",\"exercise\":\"04-gather\",\"state\":\"RED\",\"step\":-1}",
        "{\"v\":1,\"id\":\"ID\",\"exercise\":\"04-gather\",\"state\":\"RED\",\"passed\":9,\"of\":2}",
        "{\"v\":1,\"id\":\"ID\",\"exercise\":\"04-gather\",\"state\":\"RED\",\"saves\":99999999999999999999999}",
        "{\"v\":1,\"id\":\"ID\",\"id\":\"other\",\"exercise\":\"04-gather\",\"state\":\"RED\"}",
        "{\"v\":1,\"id\":\"ID\",\"exercise\":\"04-gather\",\"state\":\"RED\",\"step\":\"1\"}"})
    void malformed(String body) throws Exception {
        var otter = rooms.join("Otter");
        var answer = rooms.post("/state", BodyPublishers.ofString(body.replace("ID", otter.id())), otter.token());
        assertThat(answer.status()).as(answer.text()).isBetween(400, 404);
        assertThat(rooms.board.<LearnerState>ask(people -> people.person(otter.id()).orElseThrow().state)).isNull();
    }

    @Test
    @DisplayName("more than two kilobytes are refused, whether the request says so or not")
    void tooLarge() throws Exception {
        var otter = rooms.join("Otter");
        var large = new byte[100_000];
        assertThat(rooms.post("/state", BodyPublishers.ofByteArray(large), otter.token()).status()).isEqualTo(413);
        // In chunks, without a length.
        assertThat(rooms.post("/state", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)), otter.token()).status()).isEqualTo(400);
        var head = "POST /state HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: ";
        assertThat(Rooms.raw(rooms.coaches.port(), head + "99999999999999\r\n\r\n")).contains("413");
        assertThat(Rooms.raw(rooms.coaches.port(), "GET /" + "a".repeat(500_000) + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")).doesNotContain("200");
        assertThat(Rooms.raw(rooms.coaches.port(), "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n" + "X: %s\r\n".formatted("y".repeat(1000)).repeat(100) + "\r\n")).doesNotContain("200");
        assertThat(rooms.get("/").status()).as("afterwards").isEqualTo(200);
    }

    @Test
    @DisplayName("two messages a second and ten at once are taken from a coach; others are not kept out by that")
    void tooOften() throws Exception {
        var otter = rooms.join("Otter");
        var lynx = rooms.join("Lynx");
        for (int i = 1; i <= 10; i++) {
            assertThat(rooms.post("/state", States.red(i, 1, 0).fields(otter.id()), otter.token()).status()).isEqualTo(200);
        }
        assertThat(rooms.post("/state", States.red(11, 1, 0).fields(otter.id()), otter.token()).status()).isEqualTo(429);
        assertThat(rooms.post("/state", States.red(1, 1, 0).fields(lynx.id()), lynx.token()).status()).isEqualTo(200);
        clock.pass(Duration.ofMillis(500));
        assertThat(rooms.post("/state", States.red(12, 1, 0).fields(otter.id()), otter.token()).status()).isEqualTo(200);
        assertThat(rooms.post("/state", States.red(13, 1, 0).fields(otter.id()), otter.token()).status()).isEqualTo(429);
    }

    @Test
    @DisplayName("who has no token uses up nobody's messages but their own")
    void othersMessages() throws Exception {
        var otter = rooms.join("Otter");
        for (int i = 0; i < 30; i++) {
            rooms.post("/state", States.red(i, 1, 0).fields(otter.id()), "wrong");
        }
        assertThat(rooms.post("/state", States.red(99, 1, 0).fields(otter.id()), otter.token()).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("bodies that trickle keep nobody out, and are cut off")
    void trickle() throws Exception {
        var sockets = new ArrayList<Socket>();
        try {
            // Many more than processors.
            for (int i = 0; i < 60; i++) {
                var socket = new Socket(InetAddress.getLoopbackAddress(), rooms.coaches.port());
                sockets.add(socket);
                var half = "POST /state HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{";
                socket.getOutputStream().write((i % 2 == 0 ? half : half.substring(0, 40)).getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().flush();
            }
            var start = System.nanoTime();
            assertThat(rooms.get("/").status()).isEqualTo(200);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).as("how long others wait: the limit for the trickling is five seconds").isLessThan(Duration.ofSeconds(4));
            var first = sockets.getFirst();
            first.setSoTimeout(20_000);
            assertThat(first.getInputStream().read()).as("in the end").isEqualTo(-1);
        } catch (SocketException e) {
            // Cut off by a reset, which is as good.
            assertThat(e).hasMessageContaining("reset");
        } finally {
            for (var socket : sockets) {
                socket.close();
            }
        }
    }

    @Test
    @DisplayName("a full room says so")
    void full() throws Exception {
        for (int i = 0; i < 20; i++) {
            rooms.board.join("");
        }
        var answer = rooms.post("/join", new Fields().with("code", rooms.board.room().code()), "");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.fields().text("error", 100)).isEqualTo("The room is full.");
    }
}
