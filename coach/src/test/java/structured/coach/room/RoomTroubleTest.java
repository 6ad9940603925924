package structured.coach.room;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import structured.coach.verdict.Verdict;
import structured.coach.verdict.Verdict.Status;

@DisplayName("a learner's way to the board, where there is none, or another one")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class RoomTroubleTest extends OnTheWay {

    @Test
    @DisplayName("a board that isn't there keeps nobody waiting, and after three failures is tried only now and then")
    void noBoard() throws Exception {
        int port;
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
        }
        seat("127.0.0.1:" + port);
        var room = watched();
        var red = judged(gather, RED);
        var start = System.nanoTime();
        for (int i = 0; i < 100; i++) {
            room.told(red, "");
        }
        assertThat(System.nanoTime() - start).as("a hundred verdicts").isLessThan(TimeUnit.MILLISECONDS.toNanos(500));
        await(() -> room.foot().getLast().equals("board: not reached; it is tried again by itself"));
        await(() -> {
            room.told(red, "");
            return sent().failures() >= Pauses.FAILURES;
        });
        var saves = sent().saves();
        for (int i = 0; i < 50; i++) {
            room.told(red, "");
        }
        await(() -> sent().saves() >= saves + 50);
        assertThat(sent().failures()).as("tries, after fifty more verdicts").isLessThanOrEqualTo(Pauses.FAILURES + 1);
        var ends = System.nanoTime();
        opened.remove(room);
        room.close();
        assertThat(System.nanoTime() - ends).isLessThan(TimeUnit.MILLISECONDS.toNanos(1500));
    }

    @Test
    @DisplayName("a board that takes what it is told and never answers is given up after a second")
    void silentBoard() throws Exception {
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            seat("127.0.0.1:" + silent.getLocalPort());
            var room = watched();
            room.told(judged(gather, RED), "");
            await(() -> room.foot().getLast().contains("not reached"));
        }
    }

    @Test
    @DisplayName("a sign-in page that answers everything is told nothing, and the foot says so")
    void captivePortal() throws Exception {
        var asked = new ConcurrentLinkedQueue<String>();
        var portal = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        portal.createContext("/", exchange -> {
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestHeaders().getFirst("Authorization")
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            var page = "<html>Welcome to the hotel. Sign in.</html>".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        portal.start();
        try {
            seat("127.0.0.1:" + portal.getAddress().getPort());
            var room = watched();
            room.told(judged(gather, RED), "");
            await(() -> room.foot().getLast().contains("a sign-in page perhaps. Nothing is sent"));
            room.told(judged(gather, RED), "");
            await(() -> asked.size() > 1);
            assertThat(asked).containsOnly("GET null");
        } finally {
            portal.stop(0);
        }
    }

    @Test
    @DisplayName("another room's board at the same address is told nothing")
    void anotherRoom() throws Exception {
        var seat = seat(rooms.address());
        new Joined(seat.address(), "0123456789abcdef", seat.id(), seat.token(), "Otter").write(workbench.tutorial().state());
        var room = watched();
        room.told(judged(gather, RED), "");
        await(() -> room.foot().getLast().contains("another room's board"));
        assertThat(state(seat)).isNull();
    }

    @Test
    @DisplayName("a board that was restarted hears the last verdict again by itself")
    void restart() throws Exception {
        var seat = seat(rooms.address());
        var port = rooms.coaches.port();
        var room = watched();
        room.told(judged(gather, RED), "");
        await(() -> state(seat) != null);
        rooms.close();
        room.told(judged(gather, new Verdict(Status.GREEN, "", List.of(), List.of(), "")), "");
        await(() -> room.foot().getLast().contains("not reached"));
        rooms = new Rooms(folder.resolve("board"), 20, InstantSource.system(), port);
        assertThat(state(seat).isGreen()).as("as the journal has it").isFalse();
        await(() -> state(seat).isGreen());
        await(() -> room.foot().size() == 1);
    }

    @Test
    @DisplayName("signs of life come after 15 to 45 seconds, and further tries after 5 to 60, each time by chance")
    void pauses() {
        var pauses = new Pauses(new Random(1));
        var seen = new ArrayList<Duration>();
        for (int i = 0; i < 1000; i++) {
            assertThat(pauses.heartbeat()).isBetween(Duration.ofSeconds(15), Duration.ofSeconds(45));
            seen.add(pauses.afterFailures(3 + i % 20));
        }
        assertThat(seen).allSatisfy(pause -> assertThat(pause).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(60)));
        assertThat(seen.stream().distinct().count()).isGreaterThan(200);
    }
}
