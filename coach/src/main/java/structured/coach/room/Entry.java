package structured.coach.room;

import java.time.Instant;
import structured.coach.room.Fields.Malformed;

/** Something that happened in a room: a line of the journal. All that a board knows comes from these. */
sealed interface Entry {

    /** When, by the clock of the board's laptop. */
    Instant at();

    /** Somebody joined; of the token only a checksum is kept. */
    record Came(Instant at, String id, String tokenHash, String nick) implements Entry {}

    /** A coach said something new. */
    record Said(Instant at, String id, LearnerState state) implements Entry {}

    /** Somebody is called otherwise from now on. */
    record Renamed(Instant at, String id, String nick) implements Entry {}

    /** A raised hand was seen to. */
    record Answered(Instant at, String id) implements Entry {}

    /** A line for all, until the next one. */
    record Notice(Instant at, String text) implements Entry {}

    /** As a line. */
    default Fields fields() {
        var fields = new Fields().with("at", at().toEpochMilli());
        return switch (this) {
            case Came(var at, var id, var hash, var nick) -> fields.with("came", id).with("token", hash).with("nick", nick);
            case Said(var at, var id, var state) -> {
                var said = state.fields(id);
                yield said.with("at", at.toEpochMilli());
            }
            case Renamed(var at, var id, var nick) -> fields.with("renamed", id).with("nick", nick);
            case Answered(var at, var id) -> fields.with("answered", id);
            case Notice(var at, var text) -> fields.with("notice", text);
        };
    }

    /** Out of a line. */
    static Entry of(Fields fields) throws Malformed {
        var at = Instant.ofEpochMilli(fields.number("at", Long.MAX_VALUE));
        if (fields.has("came")) {
            return new Came(at, fields.text("came", 20), fields.text("token", 64), fields.text("nick", 200));
        } else if (fields.has("renamed")) {
            return new Renamed(at, fields.text("renamed", 20), fields.text("nick", 200));
        } else if (fields.has("answered")) {
            return new Answered(at, fields.text("answered", 20));
        } else if (fields.has("notice")) {
            return new Notice(at, fields.text("notice", 1000));
        }
        return new Said(at, fields.text("id", 20), LearnerState.of(fields));
    }

    /** The same, as far as it speaks of what is in these lists. */
    default Entry within(Lists lists) throws Malformed {
        return this instanceof Said(var at, var id, var state) ? new Said(at, id, state.within(lists)) : this;
    }

    /** Whom it is about; nobody if it is for all. */
    default String about() {
        return switch (this) {
            case Came came -> came.id;
            case Said said -> said.id;
            case Renamed renamed -> renamed.id;
            case Answered answered -> answered.id;
            case Notice notice -> "";
        };
    }
}
