package structured.coach.room;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import structured.coach.TutorialCopy;
import structured.coach.command.Workbench;
import structured.coach.judge.Judged;
import structured.coach.judge.Verdicts;
import structured.coach.tutorial.Exercise;
import structured.coach.tutorial.Sources;
import structured.coach.tutorial.Tutorial;
import structured.coach.verdict.Outcome;
import structured.coach.verdict.TestResult;
import structured.coach.verdict.Verdict;
import structured.coach.verdict.Verdict.Status;

/** What the tests of a learner's way to the board have in common. */
abstract class OnTheWay {

    static final Verdict RED = new Verdict(Status.RED, "sentence", List.of(
            new TestResult("GatherTest.order", "results keep the order", 4, Outcome.FAILED, "secret message\n    See step 4 in README.md.", List.of("secret.Frame")),
            new TestResult("GatherTest.empty", "empty", 1, Outcome.PASSED, null, List.of())), List.of(), "secret output");

    @TempDir
    Path folder;

    final AtomicInteger changes = new AtomicInteger();
    final List<Room> opened = new ArrayList<>();
    Workbench workbench;
    Exercise gather;
    Rooms rooms;

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

    /** As the command does it. */
    record LeaveCommandCall(Tutorial tutorial) {
        boolean leave() throws IOException {
            var seat = Joined.in(tutorial.state()).orElseThrow();
            Files.delete(Room.file(tutorial.state()));
            return LeaveCommand.leave(seat);
        }
    }

    static Judged judged(Exercise exercise, Verdict verdict) throws IOException {
        return new Judged(Sources.of(exercise), verdict);
    }

    Sent sent() {
        return Sent.in(workbench.tutorial().state());
    }

    Room watched() {
        var room = Room.watched(workbench, changes::incrementAndGet);
        opened.add(room);
        return room;
    }

    Joined seat(String address) throws Exception {
        var seat = rooms.join("Otter");
        var joined = new Joined(address, rooms.board.room().id(), seat.id(), seat.token(), seat.nick());
        joined.write(workbench.tutorial().state());
        return joined;
    }

    LearnerState state(Joined seat) {
        return rooms.board.ask(people -> people.person(seat.id()).map(person -> person.state).orElse(null));
    }

    boolean isUp(Joined seat) {
        return rooms.board.ask(people -> people.person(seat.id()).orElseThrow().raised != null);
    }

    static void await(BooleanSupplier what) throws InterruptedException {
        for (int i = 0; i < 400; i++) {
            if (what.getAsBoolean()) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("not within 20 seconds");
    }
}
