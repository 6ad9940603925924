package structured.coach.room;

import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import structured.coach.room.Line.Answer;
import structured.coach.tutorial.Tutorial;
import structured.coach.words.Wording;

/** Gives the seat up. */
@Command(name = "leave", description = {
    "Leaves the board of a workshop. It deletes at once what it knows of you, and nothing more is sent."},
    footer = {"", "Exit status: 0, also where this clone had joined no board."})
public final class LeaveCommand implements Callable<Integer> {

    private static final Wording SAY = Wording.of(LeaveCommand.class);

    @Override
    public Integer call() throws IOException {
        var state = Tutorial.here().state();
        var seat = Joined.in(state);
        // First of all: whatever the board says, from now on nothing is sent.
        Files.deleteIfExists(Room.file(state));
        if (seat.isEmpty()) {
            System.out.println(SAY.of("leave.no-board"));
            return 0;
        }
        var isDeleted = leave(seat.get());
        System.out.println(SAY.of("leave.left"));
        System.out.println(SAY.of(isDeleted ? "leave.deleted" : "leave.unreached"));
        return 0;
    }

    /** Tells the board, and says whether it has heard. */
    static boolean leave(Joined seat) {
        var line = Line.patient(seat.address());
        return line.greet() instanceof Answer.FromBoard(var room, var status, var nothing) && room.equals(seat.room())
                && line.tell("/leave", new Fields().with("v", LearnerState.VERSION).with("id", seat.id()), seat.token())
                        instanceof Answer.FromBoard(var answering, var answered, var fields) && (answered == 200 || answered == 404);
    }
}
