package structured.coach.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import structured.coach.machine.Folders;
import structured.coach.words.Wording;

/** The folder that a kit is in, on a stick or a share. It is whole if it has checksums: they are written last, and deleted first. */
record KitFolder(Path path) {

    private static final Wording SAY = Wording.of(KitFolder.class);

    static final String CHECKSUMS = "SHA256SUMS";
    static final String BUNDLE = "tutorial.bundle";
    static final String UPDATE = "update.bundle";
    static final String REPOSITORY = "repository.zip";
    static final String MAVEN = "maven.zip";
    static final String JDKS = "jdks.txt";
    static final String ABOUT = "kit.txt";

    /** Where the facilitator puts archives of JDKs, and whatever else is to come along, such as Git for Windows. */
    static final String ARCHIVES = "jdks";
    static final String EXTRAS = "extras";

    private static final Set<String> OURS = Stream.concat(Sheets.names().stream(),
            Stream.of(CHECKSUMS, BUNDLE, UPDATE, REPOSITORY, MAVEN, JDKS, ABOUT, ARCHIVES, EXTRAS)).collect(Collectors.toUnmodifiableSet());

    /** What systems put onto drives by themselves. */
    private static final Set<String> OF_THE_SYSTEM = Set.of("System Volume Information", "lost+found", "$RECYCLE.BIN");

    private static boolean isOurs(String name) {
        return OURS.contains(name) || Slides.isOne(name);
    }

    /** A folder for a kit, empty or with an earlier one; what else somebody has in it must not come to a room. */
    static KitFolder toBeFilled(Path folder, Path tutorial) throws IOException {
        var path = folder.toAbsolutePath().normalize();
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new IOException(SAY.of("folder.none", path));
        }
        Files.createDirectories(path);
        if (path.toRealPath().startsWith(tutorial.toRealPath())) {
            throw new IOException(SAY.of("folder.inside", path));
        }
        var others = new ArrayList<String>();
        try (var files = Files.list(path)) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> !isOurs(name) && !OF_THE_SYSTEM.contains(name) && !name.startsWith(".")).sorted().forEach(others::add);
        }
        if (!others.isEmpty()) {
            throw new IOException(SAY.of("folder.others", path, others.getFirst(), EXTRAS));
        }
        Files.createDirectories(path.resolve(ARCHIVES));
        Files.createDirectories(path.resolve(EXTRAS));
        return new KitFolder(path);
    }

    /** Fails if there is less room than this, since that would show only after minutes. */
    static void checkRoom(Path folder, long megabytes) throws IOException {
        var free = Files.getFileStore(folder).getUsableSpace() >> 20;
        if (free < megabytes) {
            throw new IOException(SAY.of("folder.room", free, folder, megabytes));
        }
    }

    /** A kit that is there, and was finished. */
    static KitFolder whole(Path folder) throws IOException {
        var kit = new KitFolder(folder.toAbsolutePath().normalize());
        if (!Files.isRegularFile(kit.file(CHECKSUMS))) {
            throw new IOException(SAY.of("folder.no-kit", kit.path, folder));
        }
        return kit;
    }

    Path file(String name) {
        return path.resolve(name);
    }

    /** Where a file is written until it is whole. */
    Path draft(String name) {
        return path.resolve("." + name + ".draft");
    }

    /** Puts what was drafted into its place. */
    void install(String name) throws IOException {
        Files.move(draft(name), file(name), StandardCopyOption.REPLACE_EXISTING);
    }

    void write(String name, String text) throws IOException {
        Folders.replace(file(name), text.getBytes(StandardCharsets.UTF_8));
    }

    /** From now on it isn't whole. */
    void open() throws IOException {
        Files.deleteIfExists(file(CHECKSUMS));
    }

    /** Takes away what was begun and isn't whole. */
    void tidyUp() throws IOException {
        try (var files = Files.list(path)) {
            for (var draft : files.filter(file -> file.getFileName().toString().matches("\\..*\\.draft")).toList()) {
                Files.delete(draft);
            }
        }
    }

    /** From now on it is whole: {@code sha256sum -c SHA256SUMS} reads what is written here. */
    void close() throws IOException {
        var lines = new StringBuilder();
        sums().forEach((name, sum) -> lines.append(sum).append("  ").append(name).append('\n'));
        write(CHECKSUMS, lines.toString());
    }

    /** What was noted of it when it was made. */
    Optional<String> about(String what) throws IOException {
        return Files.isRegularFile(file(ABOUT))
                ? Files.readString(file(ABOUT)).lines().filter(line -> line.startsWith(what + "=")).map(line -> line.substring(what.length() + 1)).findFirst()
                : Optional.empty();
    }

    /** Whether a file is what was noted of it. */
    boolean isAsNoted(String name) throws IOException {
        return Files.isRegularFile(file(name)) && sum(file(name)).equals(noted().get(name));
    }

    /** Those of its files that aren't what they were, or are gone. */
    List<String> damaged() throws IOException {
        var now = sums();
        var damaged = new ArrayList<String>();
        noted().forEach((name, sum) -> {
            if (!sum.equals(now.get(name))) {
                damaged.add(name);
            }
        });
        return damaged;
    }

    /** The checksums that were noted. */
    Map<String, String> noted() throws IOException {
        var noted = new LinkedHashMap<String, String>();
        if (Files.isRegularFile(file(CHECKSUMS))) {
            Files.readAllLines(file(CHECKSUMS)).stream().filter(line -> line.length() > 66).forEach(line -> noted.put(line.substring(66), line.substring(0, 64)));
        }
        return noted;
    }

    /** Each file by its name with slashes, and its checksum. */
    private Map<String, String> sums() throws IOException {
        var sums = new TreeMap<String, String>();
        for (var file : files()) {
            sums.put(path.relativize(file).toString().replace('\\', '/'), sum(file));
        }
        return sums;
    }

    /** All that belongs to it. */
    List<Path> files() throws IOException {
        try (var files = Files.walk(path)) {
            return files.filter(Files::isRegularFile).filter(file -> !file.equals(file(CHECKSUMS)))
                    .filter(file -> isOurs(path.relativize(file).getName(0).toString()) && !file.getFileName().toString().startsWith(".")).sorted().toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** The SHA-256 of a file. */
    static String sum(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var digest = MessageDigest.getInstance("SHA-256");
            var buffer = new byte[1 << 16];
            for (int n; (n = in.read(buffer)) > 0; ) {
                digest.update(buffer, 0, n);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("each Java has it", e);
        }
    }
}
