package structured.coach.machine;

import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import structured.coach.words.Wording;

/** A source file as it was when it was read: whatever becomes of it, all that is said of it is about this. */
public sealed interface Source extends Serializable {

    /** Where it is. */
    String file();

    /** A file that could be read, with what was in it. */
    record Read(String file, byte[] bytes) implements Source {

        /** As text. Not every file of a learner's is in UTF-8: what isn't is replaced, as javac does it for Maven. */
        public String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        /** As text in which each byte is a character: whatever encoding it has, what is in ASCII is there. */
        public String ascii() {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    /** A file that could not be read, with the reason. */
    record Unread(String file, String why) implements Source {}

    /** Reads a file. */
    static Source of(Path file) {
        try {
            return new Read(file.toAbsolutePath().toString(), SourceText.bytes(file));
        } catch (SourceText.Refused e) {
            return new Unread(file.toAbsolutePath().toString(), e.getReason());
        } catch (IOException e) {
            return new Unread(file.toAbsolutePath().toString(), Wording.of(Source.class).of("unreadable", e));
        }
    }

    /** Those of them that could be read. */
    static List<Read> read(List<Source> sources) {
        return sources.stream().filter(Read.class::isInstance).map(Read.class::cast).toList();
    }

    /** Where it is. */
    default Path path() {
        return Path.of(file());
    }
}
