package structured.coach.room;


import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What the tests of what the room's laptops reach have in common. */
abstract class AtTheDesk {

    @TempDir
    Path folder;

    final SettableClock clock = new SettableClock();
    Rooms rooms;

    @BeforeEach
    void open() throws IOException {
        rooms = new Rooms(folder, 20, clock);
    }

    @AfterEach
    void close() throws IOException {
        rooms.close();
    }
}
