package structured.coach.judge.worker;

import java.io.File;
import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import structured.coach.machine.Launch;
import structured.coach.machine.Remembered;

/**
 * What tests were compiled to: in this worker, and in the folder {@code workshop.classes}, if there is that, for workers
 * to come. Learners change no tests, and mostly nothing that tests can see, so javac need not be asked again.
 */
final class KnownTests {

    /** Enough for all exercises, and for what their variants add to the visible. */
    private static final int LIMIT = 64;

    /** Null if only this worker has any use for them. */
    private final Path folder;

    private final Map<String, Map<String, byte[]>> inMemory = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Map<String, byte[]>> eldest) {
            return size() > LIMIT;
        }
    };

    /** In a file. */
    private record Compiled(String hash, Map<String, byte[]> classes) implements Serializable {}

    KnownTests(Path folder) {
        this.folder = folder;
    }

    /** Keeps them where the coach says, if it does. */
    static KnownTests here() {
        return new KnownTests(Launch.here().classes().orElse(null));
    }

    /**
     * What tests were compiled to depends on all this.
     *
     * @param folder of the tests: there is one file for the tests of an exercise, so that the folder of files doesn't grow
     * @param hash of their texts, and of what else they were compiled against
     */
    record Key(String folder, String hash) {

        /** Of tests with these texts, compiled against classes of this {@code api}. */
        static Key of(List<Texts.Text> tests, String api) throws IOException {
            return new Key(tests.isEmpty() ? "none" : Path.of(tests.getFirst().toUri()).getParent().getFileName().toString(),
                    KnownTests.hash(tests, api));
        }
    }

    Optional<Map<String, byte[]>> find(Key key) {
        var found = inMemory.get(key.hash);
        if (found != null || folder == null) {
            return Optional.ofNullable(found);
        }
        var read = Remembered.in(folder.resolve(key.folder), Compiled.class).filter(it -> it.hash.equals(key.hash)).map(Compiled::classes);
        read.ifPresent(classes -> inMemory.put(key.hash, classes));
        return read;
    }

    void keep(Key key, Map<String, byte[]> classes) {
        inMemory.put(key.hash, classes);
        if (folder == null) {
            return;
        }
        try {
            Remembered.write(folder.resolve(key.folder), new Compiled(key.hash, new HashMap<>(classes)));
        } catch (IOException e) {
            // On a full disk, say: the next worker has to compile them once more, and that is all.
        }
    }

    private static String hash(List<Texts.Text> tests, String api) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            // The libraries that tests are compiled against come with the coach, whatever their versions.
            var coach = Path.of(System.getProperty("java.class.path").split(File.pathSeparator)[0]);
            digest.update((Runtime.version() + " " + Files.getLastModifiedTime(coach) + api).getBytes());
            for (var test : tests) {
                // Its path too, which is in what the compiler says of it.
                digest.update(test.getName().getBytes());
                digest.update(test.getCharContent(true).getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
