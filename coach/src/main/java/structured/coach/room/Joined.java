package structured.coach.room;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import structured.coach.room.Fields.Malformed;

/**
 * This clone's seat in a room. The file is there as long as the learner has joined; without it nothing is sent.
 *
 * @param address the board's, with its port
 * @param room the number of the room, by which its board is known again
 * @param token says that it is this clone; only the board is told
 */
record Joined(String address, String room, String id, String token, String nick) {

    static Optional<Joined> in(Path state) {
        try {
            var fields = Fields.read(Files.readAllBytes(Room.file(state)));
            var joined = new Joined(fields.text("address", 300), fields.text("room", 40), fields.text("id", 20), fields.text("token", 64), fields.text("nick", 200));
            if (joined.address.isEmpty() || joined.room.isEmpty() || joined.id.isEmpty() || joined.token.isEmpty()) {
                throw new Malformed("something is missing");
            }
            return Optional.of(joined);
        } catch (IOException e) {
            // Not joined, or a file that somebody has spoilt: joining again makes a new one.
            return Optional.empty();
        }
    }

    void write(Path state) throws IOException {
        PrivateFile.write(Room.file(state), new Fields().with("address", address).with("room", room).with("id", id).with("token", token)
                .with("nick", nick).bytes());
    }

    Joined called(String other) {
        return new Joined(address, room, id, token, other);
    }
}
