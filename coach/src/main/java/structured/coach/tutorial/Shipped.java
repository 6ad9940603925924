package structured.coach.tutorial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import structured.coach.machine.Folders;
import structured.coach.machine.SourceText;
import structured.coach.words.Wording;

/**
 * Exercises as they were shipped, whatever the learner has made of them and committed since. The shipped version of a file is
 * the one that has the checksum in {@code shipped.txt}, whoever has it: git, a copy, or the learner. For a file that isn't in
 * there, or if nobody has that version, it is git's with the most methods that nobody has touched; among equals the newest.
 */
public final class Shipped {

    private static final Wording SAY = Wording.of(Shipped.class);

    /** What each stub throws, and no finished exercise has any use for. */
    public static final String MARK = "is not written yet";

    /** A method that is still to be written: nothing in it but steps to do and, mostly, the exception that says so. */
    private static final Pattern UNTOUCHED =
            Pattern.compile("\\{\\s*(// TODO step.*\\s+)+(throw new UnsupportedOperationException\\(.*" + MARK + ".*\\);\\s*)?\\}");

    private final Path root;
    private final Path copies;
    private final Git git;
    private final Map<String, String> checksums;

    /** The exercises below {@code root}. Without git, what {@link #remember} has put into {@code copies} has to do. */
    public Shipped(Path root, Path copies) {
        this(root, copies, new Git(root), Known.CHECKSUMS);
    }

    Shipped(Path root, Path copies, Git git, Map<String, String> checksums) {
        this.root = root;
        this.copies = copies;
        this.git = git;
        this.checksums = checksums;
    }

    /** What the coach was built with: the checksum of each file that is still to be written. */
    private static final class Known {
        static final Map<String, String> CHECKSUMS = read();

        private static Map<String, String> read() {
            try (var in = Shipped.class.getResourceAsStream("shipped.txt")) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#"))
                        .collect(Collectors.toMap(line -> line.substring(line.indexOf(' ') + 1), line -> line.substring(0, line.indexOf(' '))));
            } catch (IOException e) {
                throw new UncheckedIOException("it is in the coach's own jar", e);
            }
        }
    }

    /** With lines as on Linux: git may have made those of Windows of them. */
    public static String checksum(String text) {
        var sum = new CRC32();
        sum.update(text.replace("\r\n", "\n").getBytes(StandardCharsets.ISO_8859_1));
        return HexFormat.of().toHexDigits((int) sum.getValue());
    }

    /** Whether a learner's file is one that came with something to write. */
    public static boolean isToWrite(Exercise exercise, Path file) {
        return Known.CHECKSUMS.containsKey(pathOf(exercise.root(), file));
    }

    /** Whether this text of such a file, a character a byte, is just what came. */
    public static boolean isAsShipped(Exercise exercise, Path file, String text) {
        return checksum(text).equals(Known.CHECKSUMS.get(pathOf(exercise.root(), file)));
    }

    /** The text of a file as shipped, or nothing if that can't be found out. A file that never was a stub has none. */
    public Optional<String> text(Path file) throws IOException, InterruptedException {
        for (var here : here(file)) {
            if (isShipped(here, file)) {
                return Optional.of(here);
            }
        }
        String shipped = null;
        for (var version : inGit(file)) {
            if (isShipped(version, file)) {
                return Optional.of(version);
            }
            if (version.contains(MARK) && (shipped == null || untouched(version) > untouched(shipped))) {
                shipped = version;
            }
        }
        return Optional.ofNullable(shipped);
    }

    /** Why git doesn't tell. */
    public String problem() {
        return git.problem().orElse(SAY.of("git.knows-none"));
    }

    /** What a maintainer has forgotten who has changed a file of this exercise: its line in {@code shipped.txt}. */
    public Optional<String> forgotten(Exercise exercise) throws IOException, InterruptedException {
        for (var file : exercise.main()) {
            var newest = new Shipped(root, copies, git, Map.of()).text(file);
            if (newest.isPresent() && !isShipped(newest.get(), file)) {
                return Optional.of("is not the one of its checksum in shipped.txt. Its line there: %s %s".formatted(checksum(newest.get()), pathOf(file)));
            }
        }
        return Optional.empty();
    }

    /** The sources of an exercise as shipped: those that are solved by now, or only begun, are brought back in a folder beside. */
    public List<Path> sources(Exercise exercise, Path folder) throws IOException, InterruptedException {
        var sources = new ArrayList<Path>();
        for (var file : exercise.main()) {
            var text = text(file);
            if (text.isEmpty()) {
                sources.add(file);
            } else {
                var copy = Files.createDirectories(folder.resolve(exercise.name())).resolve(file.getFileName());
                sources.add(Files.writeString(copy, text.get()));
            }
        }
        return sources;
    }

    /** Whether a file came finished: no version of it is still to be written, and one is just what it is in the solution. */
    public boolean isGiven(Path file, Path solution) throws IOException, InterruptedException {
        var given = Files.readString(solution, StandardCharsets.ISO_8859_1);
        return text(file).isEmpty() && Stream.concat(here(file).stream(), inGit(file).stream()).anyMatch(it -> isTheSame(it, given));
    }

    /** But for the ends of lines, which git may have made those of Windows. */
    private static boolean isTheSame(String text, String other) {
        return text.replace("\r\n", "\n").equals(other.replace("\r\n", "\n"));
    }

    /** All versions that git has, the newest first. */
    private List<String> inGit(Path file) throws InterruptedException {
        var versions = new ArrayList<String>();
        var path = pathOf(file);
        for (var commit : git.ask("rev-list", "HEAD", "--", path).orElse("").lines().toList()) {
            git.ask("cat-file", "blob", commit + ":./" + path).ifPresent(versions::add);
        }
        return versions;
    }

    /** The copy, and the file as it is now, as far as they are there. */
    private List<String> here(Path file) throws IOException {
        var versions = new ArrayList<String>();
        for (var here : List.of(copies.resolve(pathOf(file)), file)) {
            textOf(here).ifPresent(versions::add);
        }
        return versions;
    }

    /** Of a source, which a learner's need not be, nor need it be in UTF-8. If it is the shipped one, it is in ASCII. */
    private static Optional<String> textOf(Path file) throws IOException {
        try {
            return Files.isRegularFile(file) ? Optional.of(SourceText.ascii(file)) : Optional.empty();
        } catch (SourceText.Refused e) {
            return Optional.empty();
        }
    }

    private boolean isShipped(String text, Path file) {
        return checksum(text).equals(checksums.get(pathOf(file)));
    }

    /** Copies what is as shipped, so that it can be had back also where git doesn't know it, or isn't there. */
    public void remember(List<Path> files) throws IOException {
        for (var file : files) {
            var copy = copies.resolve(pathOf(file));
            // A copy may be there from an earlier state of the tutorial.
            if (textOf(copy).filter(text -> isShipped(text, file)).isEmpty() && textOf(file).filter(text -> isShipped(text, file)).isPresent()) {
                Folders.replace(copy, Files.readAllBytes(file));
            }
        }
    }

    private static long untouched(String version) {
        return UNTOUCHED.matcher(version).results().count();
    }

    private String pathOf(Path file) {
        return pathOf(root, file);
    }

    private static String pathOf(Path root, Path file) {
        return root.relativize(file.toAbsolutePath().normalize()).toString().replace('\\', '/');
    }
}
