package structured.coach.room;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import structured.coach.TutorialCopy;
import structured.coach.command.Workbench;
import structured.coach.judge.Verdicts;
import structured.coach.tutorial.Exercise;
import structured.coach.tutorial.Tutorial;
import structured.coach.verdict.Outcome;
import structured.coach.verdict.TestResult;
import structured.coach.verdict.Verdict;
import structured.coach.verdict.Verdict.Status;

@DisplayName("a learner's way to the board")
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class RoomTest {

    private static final Verdict RED = new Verdict(Status.RED, "sentence", List.of(
            new TestResult("GatherTest.order", "results keep the order", 4, Outcome.FAILED, "secret message\n    See step 4 in README.md.", List.of("secret.Frame")),
            new TestResult("GatherTest.empty", "empty", 1, Outcome.PASSED, null, List.of())), List.of(), "secret output");

    @TempDir
    private Path folder;

    private final AtomicInteger changes = new AtomicInteger();
    private final List<Room> opened = new ArrayList<>();
    private Workbench workbench;
    private Exercise gather;
    private Rooms rooms;

    @BeforeEach
    void open() throws IOException {
        rooms = new Rooms(folder.resolve("board"), 20, InstantSource.system());
        var root = folder.resolve("clone");
        for (var part : List.of("modules/04-gather/src/test/java/structured/gather", "modules/04-gather")) {
            Files.createDirectories(root.resolve(part));
        }
        Files.copy(TutorialCopy.ORIGINAL.resolve("modules/04-gather/hints.md"), root.resolve("modules/04-gather/hints.md"));
        Files.copy(TutorialCopy.ORIGINAL.resolve("modules/04-gather/pom.xml"), root.resolve("modules/04-gather/pom.xml"));
        workbench = new Workbench(new Tutorial(root), new Verdicts(folder.resolve("verdicts")));
        gather = new Exercise(root, "04-gather");
    }

    @AfterEach
    void close() throws IOException {
        opened.forEach(Room::close);
        rooms.close();
    }

    @Test
    @DisplayName("tells exercise, step, test and verdict; neither message nor output nor any line of code")
    void tells() throws Exception {
        var seat = seat(rooms.address());
        var room = watched();
        room.told(gather, RED);
        await(() -> state(seat) != null);
        var said = state(seat);
        assertThat(said.exercise()).isEqualTo("04-gather");
        assertThat(said.status()).isEqualTo(Status.RED);
        assertThat(said.step()).isEqualTo(4);
        assertThat(said.test()).isEqualTo("GatherTest.order");
        assertThat(said.passed()).isEqualTo(1);
        assertThat(said.of()).isEqualTo(2);
        var sent = Sent.in(workbench.tutorial().state()).body();
        assertThat(sent).contains(seat.id()).doesNotContain("secret", "sentence", seat.token(), System.getProperty("user.name") + "\"", folder.toString());
        assertThat(room.foot()).containsExactly("board: Otter; exercise, step, verdict; no code");
    }

    @Test
    @DisplayName("nothing is there, and nothing is done, in a clone that has not joined")
    void notJoined() throws Exception {
        var room = watched();
        room.told(gather, RED);
        room.otherHand();
        room.seen();
        assertThat(room.foot()).isEmpty();
        assertThat(room.isJoined()).isFalse();
        assertThat(workbench.tutorial().state().resolve("room")).doesNotExist();
    }

    @Test
    @DisplayName("a watch that runs already tells the board from its next verdict on, and nothing more once the learner has left")
    void meanwhile() throws Exception {
        var room = watched();
        room.told(gather, RED);
        var seat = seat(rooms.address());
        room.told(gather, RED);
        await(() -> state(seat) != null);
        var saves = state(seat).saves();
        assertThat(new LeaveCommandCall(workbench.tutorial()).leave()).isTrue();
        room.told(gather, RED);
        assertThat(room.foot()).isEmpty();
        Thread.sleep(300);
        assertThat(Sent.in(workbench.tutorial().state()).saves()).isEqualTo(saves);
        assertThat(rooms.board.<Integer>ask(people -> people.all().size())).isZero();
    }

    @Test
    @DisplayName("the hand goes up and down, is down again once it was seen to, and its next time is another one")
    void hand() throws Exception {
        var seat = seat(rooms.address());
        var room = watched();
        room.told(gather, RED);
        room.otherHand();
        await(() -> isUp(seat));
        assertThat(room.foot().getLast()).endsWith("; your hand is up");
        rooms.board.answered(seat.id());
        room.told(gather, RED);
        await(() -> !room.foot().getLast().contains("hand"));
        room.otherHand();
        await(() -> isUp(seat));
        room.otherHand();
        await(() -> !isUp(seat));
        assertThat(state(seat).saves()).as("a hand is no verdict").isEqualTo(2);
    }

    @Test
    @DisplayName("a line from the board stays in the foot until a key is pressed, and doesn't come again by itself; whatever it is, it is only a line")
    void notice() throws Exception {
        seat(rooms.address());
        rooms.board.notice("Back \u001B[2J\nat 14:10" + "!".repeat(500));
        var room = watched();
        room.told(gather, RED);
        await(() -> room.foot().size() == 2);
        assertThat(room.foot().getFirst()).startsWith(">> From the board: Back ^[[2J").doesNotContain("\u001B", "\n").hasSizeLessThan(200);
        assertThat(changes.get()).isPositive();
        room.seen();
        await(() -> room.foot().size() == 1);
        room.told(gather, RED);
        Thread.sleep(500);
        assertThat(room.foot()).hasSize(1);
        rooms.board.notice("hint 06/2/2 is free now");
        room.told(gather, RED);
        await(() -> room.foot().getFirst().contains("hint 06/2/2 is free now"));
    }

    @Test
    @DisplayName("a check ends soon after its verdict, and the board has heard it")
    void check() throws Exception {
        var seat = seat(rooms.address());
        try (var room = Room.once(workbench)) {
            room.told(gather, RED);
        }
        // Mostly it has heard by now; on a busy machine it is on its way.
        await(() -> state(seat) != null);
    }

    @Test
    @DisplayName("a board that isn't there keeps nobody waiting, and after three failures is tried only now and then")
    void noBoard() throws Exception {
        int port;
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
        }
        seat("127.0.0.1:" + port);
        var room = watched();
        var start = System.nanoTime();
        for (int i = 0; i < 100; i++) {
            room.told(gather, RED);
        }
        assertThat(System.nanoTime() - start).as("a hundred verdicts").isLessThan(TimeUnit.MILLISECONDS.toNanos(500));
        await(() -> room.foot().getLast().equals("board: not reached; it is tried again by itself"));
        await(() -> {
            room.told(gather, RED);
            return sent().failures() >= Pauses.FAILURES;
        });
        var saves = sent().saves();
        for (int i = 0; i < 50; i++) {
            room.told(gather, RED);
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
            room.told(gather, RED);
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
            room.told(gather, RED);
            await(() -> room.foot().getLast().contains("a sign-in page perhaps. Nothing is sent"));
            room.told(gather, RED);
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
        room.told(gather, RED);
        await(() -> room.foot().getLast().contains("another room's board"));
        assertThat(state(seat)).isNull();
    }

    @Test
    @DisplayName("a board that was restarted hears the last verdict again by itself")
    void restart() throws Exception {
        var seat = seat(rooms.address());
        var port = rooms.coaches.port();
        var room = watched();
        room.told(gather, RED);
        await(() -> state(seat) != null);
        rooms.close();
        room.told(gather, new Verdict(Status.GREEN, "", List.of(), List.of(), ""));
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

    /** As the command does it. */
    private record LeaveCommandCall(Tutorial tutorial) {
        boolean leave() throws IOException {
            var seat = Joined.in(tutorial.state()).orElseThrow();
            Files.delete(Joined.file(tutorial.state()));
            return LeaveCommand.leave(seat);
        }
    }

    private Sent sent() {
        return Sent.in(workbench.tutorial().state());
    }

    private Room watched() {
        var room = Room.watched(workbench, changes::incrementAndGet);
        opened.add(room);
        return room;
    }

    private Joined seat(String address) throws Exception {
        var seat = rooms.join("Otter");
        var joined = new Joined(address, rooms.board.room().id(), seat.id(), seat.token(), seat.nick());
        joined.write(workbench.tutorial().state());
        return joined;
    }

    private State state(Joined seat) {
        return rooms.board.ask(people -> people.person(seat.id()).map(person -> person.state).orElse(null));
    }

    private boolean isUp(Joined seat) {
        return rooms.board.ask(people -> people.person(seat.id()).orElseThrow().raised != null);
    }

    private static void await(BooleanSupplier what) throws InterruptedException {
        for (int i = 0; i < 400; i++) {
            if (what.getAsBoolean()) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("not within 20 seconds");
    }
}
