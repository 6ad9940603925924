package structured.coach.room;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import structured.coach.machine.Folders;
import structured.coach.room.Fields.Malformed;

/**
 * What has happened in a room, a line each, so that a board that was restarted knows it again. A line that was cut short, since
 * the laptop went off, is left out: each coach's next state repairs that. Guarded by the board's lock.
 */
final class Journal implements AutoCloseable {

    /** No room is kept longer. */
    static final Duration LONGEST = Duration.ofHours(12);

    /** The room itself, on the first line. */
    record Room(String id, String code, String page, int port, Instant opened) {

        static Room opened(int port, Instant now) {
            return new Room(Secrets.room(), Secrets.code(), Secrets.token(), port, now);
        }

        boolean isOver(Instant now) {
            return now.isAfter(opened.plus(LONGEST));
        }

        private Fields fields() {
            return new Fields().with("room", id).with("code", code).with("page", page).with("port", port).with("opened", opened.toEpochMilli());
        }

        private static Room of(Fields fields) throws Malformed {
            var room = new Room(fields.text("room", 40), fields.text("code", 10), fields.text("page", 40), (int) fields.number("port", 65535),
                    Instant.ofEpochMilli(fields.number("opened", Long.MAX_VALUE)));
            if (room.id.isEmpty() || room.page.isEmpty()) {
                throw new Malformed("no room");
            }
            return room;
        }
    }

    private final Path file;
    private final FileChannel locked;
    private final Consumer<String> trouble;
    private OutputStream out;
    private boolean isTroubled;

    private Journal(Path file, FileChannel locked, Consumer<String> trouble) {
        this.file = file;
        this.locked = locked;
        this.trouble = trouble;
    }

    /** The journal in a folder; nothing if another board writes to it. What can't be written in the midst of a room is told to {@code trouble}, once. */
    static Optional<Journal> in(Path folder, Consumer<String> trouble) throws IOException {
        PrivateFile.folder(folder);
        var lock = folder.resolve("lock");
        var channel = FileChannel.open(lock, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), PrivateFile.file());
        try {
            FileLock held = channel.tryLock();
            if (held != null) {
                return Optional.of(new Journal(folder.resolve("journal.jsonl"), channel, trouble));
            }
        } catch (OverlappingFileLockException e) {
            // Another one in this process.
        }
        channel.close();
        return Optional.empty();
    }

    /** The room that it is of, if there is one. */
    Optional<Room> room() throws IOException {
        try (var lines = Files.newBufferedReader(file)) {
            var first = lines.readLine();
            return first == null ? Optional.empty() : Optional.of(Room.of(Fields.read(first.getBytes(StandardCharsets.UTF_8))));
        } catch (NoSuchFileException | CharacterCodingException | Malformed e) {
            return Optional.empty();
        }
    }

    /** Begins a new one. */
    void begin(Room room) throws IOException {
        close(out);
        PrivateFile.write(file, line(room.fields()));
        append();
    }

    /** Goes on with the one that is there, and gives what it says of what is in these lists. */
    List<Entry> goOn(Lists lists) throws IOException {
        var entries = new ArrayList<Entry>();
        var text = Files.readString(file, StandardCharsets.ISO_8859_1);    // Whatever else was written there isn't a line of ours.
        for (var line : text.lines().skip(1).toList()) {
            try {
                entries.add(Entry.of(Fields.read(line.getBytes(StandardCharsets.ISO_8859_1))).within(lists));
            } catch (Malformed e) {
                // Cut short, or of another version: a tutorial of that may have other exercises, too.
            }
        }
        append();
        if (!text.endsWith("\n")) {
            out.write('\n');
        }
        return entries;
    }

    private void append() throws IOException {
        out = Files.newOutputStream(file, StandardOpenOption.APPEND);
    }

    void write(Entry entry) {
        try {
            out.write(line(entry.fields()));
        } catch (IOException e) {
            trouble(e);
        }
    }

    /** Deletes all that is about somebody. */
    void forget(String id) {
        try {
            var kept = new StringBuilder();
            for (var line : Files.readString(file, StandardCharsets.ISO_8859_1).lines().toList()) {
                if (!line.contains("\"" + id + "\"")) {
                    kept.append(line).append('\n');
                }
            }
            close(out);
            PrivateFile.write(file, kept.toString().getBytes(StandardCharsets.ISO_8859_1));
            append();
        } catch (IOException e) {
            trouble(e);
        }
    }

    /** The room goes on, and only a restart would forget. */
    private void trouble(IOException e) {
        if (!isTroubled) {
            isTroubled = true;
            trouble.accept(Folders.problem(e));
        }
    }

    /** Deletes all of it. */
    void delete() throws IOException {
        close(out);
        Files.deleteIfExists(file);
    }

    private static byte[] line(Fields fields) {
        return (fields + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static void close(OutputStream out) throws IOException {
        if (out != null) {
            out.close();
        }
    }

    @Override
    public void close() throws IOException {
        close(out);
        locked.close();
    }
}
