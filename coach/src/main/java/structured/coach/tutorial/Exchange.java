package structured.coach.tutorial;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import structured.coach.words.Wording;

/**
 * Puts files in the place of others. Those are moved out of the way, never overwritten: what somebody saves at that moment
 * is in the file that was moved, or else in a new one, before which the exchange stops and goes back.
 */
final class Exchange {

    private static final Wording SAY = Wording.of(Exchange.class);

    /** What is only there during an exchange, unless that was killed: {@code .Gather.java.reset-1x2y3z.old} */
    private static final Pattern LEFT = Pattern.compile("\\.(.+)\\.reset-[0-9a-z]+\\.(draft|old)");

    private final String token = ".reset-" + Long.toString(System.nanoTime() & Long.MAX_VALUE, Character.MAX_RADIX);

    /** Each place with what is to come there, or with null where nothing is. */
    private final Map<Path, byte[]> wanted = new LinkedHashMap<>();

    /** What has been moved so far: each place, and where its file is now. */
    private final Map<Path, Path> moved = new LinkedHashMap<>();

    /** Where a new file is by now. */
    private final List<Path> installed = new ArrayList<>();

    /** Whether a file is left over from an exchange. */
    static boolean isLeft(Path file) {
        return LEFT.matcher(file.getFileName().toString()).matches();
    }

    /** Whether it is left over from an exchange of the file of that name. */
    static boolean isLeftOf(String name, Path file) {
        var left = LEFT.matcher(file.getFileName().toString());
        return left.matches() && left.group(1).equals(name);
    }

    /** The place that a left file was moved from; nothing if it was to come to one. */
    static Optional<Path> placeOf(Path left) {
        var name = LEFT.matcher(left.getFileName().toString());
        return name.matches() && name.group(2).equals("old") ? Optional.of(left.resolveSibling(name.group(1))) : Optional.empty();
    }

    /** Moves a file; where there is one already, it stays, and this fails. */
    static void move(Path from, Path to) throws IOException {
        try {
            // One of the few things that a file system does at once and not over another file.
            Files.createLink(to, from);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (IOException | UnsupportedOperationException e) {
            Files.move(from, to);
            return;
        }
        Files.delete(from);
    }

    /** Writes what is to come to a place beside it, with the attributes of the file there, or of {@code like} if there is none. */
    void prepare(Path place, byte[] bytes, Optional<Path> like) throws IOException {
        if (wanted.put(place, bytes) != null) {
            return;    // Links give one place several names.
        }
        var draft = beside(place, ".draft");
        var model = Files.exists(place) ? Optional.of(place) : like;
        if (model.isPresent()) {
            Files.copy(model.get(), draft, StandardCopyOption.COPY_ATTRIBUTES);
            Files.write(draft, bytes, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.SYNC, LinkOption.NOFOLLOW_LINKS);
        } else {
            Files.write(draft, bytes, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW, StandardOpenOption.SYNC);
        }
    }

    /** Says that a file is to be taken away. */
    void prepareToTakeAway(Path place) {
        wanted.put(place, null);
    }

    /**
     * Does it, all or nothing.
     *
     * @return each place where a file was, and where that file is now
     */
    Map<Path, Path> perform() throws IOException {
        try {
            for (var place : wanted.keySet()) {
                if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
                    var old = beside(place, ".old");
                    // Not over another one: its name is new.
                    Files.move(place, old, StandardCopyOption.ATOMIC_MOVE);
                    moved.put(place, old);
                }
                if (wanted.get(place) != null) {
                    move(beside(place, ".draft"), place);
                    installed.add(place);
                }
            }
            return moved;
        } catch (FileAlreadyExistsException e) {
            goBack();
            throw new IOException(SAY.of("saved-just-now", Path.of(e.getFile()).getFileName()));
        } catch (IOException e) {
            // On Windows, say, another program may hold one of the files.
            goBack();
            throw e;
        }
    }

    private void goBack() throws IOException {
        for (var place : installed) {
            // Unless somebody has saved it since: then the older one stays where it is, until it is found there.
            if (Files.exists(place) && Arrays.equals(Files.readAllBytes(place), wanted.get(place))) {
                Files.delete(place);
            }
        }
        for (var old : moved.entrySet()) {
            if (!Files.exists(old.getKey())) {
                move(old.getValue(), old.getKey());
            }
        }
    }

    /** Takes away what came to no place. */
    void tidyUp() throws IOException {
        for (var place : wanted.keySet()) {
            Files.deleteIfExists(beside(place, ".draft"));
        }
    }

    private Path beside(Path place, String what) {
        return place.resolveSibling("." + place.getFileName() + token + what);
    }
}
