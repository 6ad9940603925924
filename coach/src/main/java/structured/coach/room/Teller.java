package structured.coach.room;

import java.util.function.Supplier;
import structured.coach.room.Line.Answer;
import structured.coach.words.Wording;

/** Tells a room's board, and no one else: whatever is at its address has to answer as that board before it hears anything. For one thread. */
final class Teller {

    private static final Wording SAY = Wording.of(Teller.class);

    /** What has become of it. */
    sealed interface Outcome {

        /** The board has heard, and says this. */
        record Heard(Fields answer) implements Outcome {}

        /** The board is there, and there is nothing to say to it. */
        record Greeted() implements Outcome {}

        /** Nothing has been heard, and why. */
        record Failed(String why) implements Outcome {}
    }

    private Joined seat;

    /** Whether the board has answered, and nothing has gone wrong since. */
    private boolean isSure;

    /** Tells what {@code said} gives; or if that is nothing, only looks whether the board is there. */
    Outcome tell(Joined joined, Supplier<Fields> said) {
        if (!joined.equals(seat)) {
            seat = joined;
            isSure = false;
        }
        var line = Line.quick(joined.address());
        var outcome = isSure ? new Outcome.Greeted() : greet(line);
        if (outcome instanceof Outcome.Greeted) {
            var fields = said.get();
            outcome = fields == null ? outcome : tell(line, fields);
        }
        isSure = !(outcome instanceof Outcome.Failed);
        return outcome;
    }

    private Outcome greet(Line line) {
        return switch (line.greet()) {
            case Answer.FromBoard(var room, var status, var fields) when room.equals(seat.room()) -> new Outcome.Greeted();
            case Answer answer -> notOurs(answer);
        };
    }

    private Outcome tell(Line line, Fields fields) {
        return switch (line.tell("/state", fields, seat.token())) {
            case Answer.FromBoard(var room, var status, var answer) when room.equals(seat.room()) -> switch (status) {
                case 200 -> new Outcome.Heard(answer);
                case 403, 404 -> new Outcome.Failed(SAY.of("told.no-longer"));
                default -> new Outcome.Failed(SAY.of("told.busy"));
            };
            case Answer answer -> notOurs(answer);
        };
    }

    private Outcome notOurs(Answer answer) {
        return new Outcome.Failed(switch (answer) {
            case Answer.FromBoard another -> SAY.of("told.another-room", seat.address());
            case Answer.FromAnother another -> SAY.of("told.another", seat.address());
            case Answer.None none -> SAY.of("told.unreached");
        });
    }
}
