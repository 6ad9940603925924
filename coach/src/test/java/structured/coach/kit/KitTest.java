package structured.coach.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import structured.coach.TutorialCopy;
import structured.coach.machine.Folders;
import structured.coach.machine.Jvm;
import structured.coach.tutorial.Shipped;
import structured.coach.tutorial.Tutorial;

/**
 * All of it, once: a kit is made of a clone, and a laptop set up from it. It takes a minute: so of most exercises nothing is built,
 * the downloads come from what this machine has already, if it was set up, and the JDK in the kit is one of links to this one.
 */
@DisplayName("./workshop kit")
@DisabledOnOs(value = {OS.WINDOWS, OS.MAC}, disabledReason = "the JDK of links was tried on Linux only")
@Execution(CONCURRENT)
class KitTest {

    static {
        // Else the JDK's server holds an answer's body back until Maven has confirmed its head, for 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    @TempDir
    private Path folder;

    @Test
    @DisplayName("makes a kit that works: in an empty home, without a network where it can be taken away, with the kit's own JDK and Maven")
    void all() throws Exception {
        var maven = onPath("mvn");
        assumeTrue(maven.isPresent(), "no mvn on the PATH");
        var copy = TutorialCopy.in(folder);
        asReleased(copy.root());
        assumeTrue(Running.quietly(List.of("git", "-C", copy.root().toString(), "rev-parse", "--is-shallow-repository")).says("false"), "a shallow clone");
        var kit = folder.resolve("a stick, número 1");
        jdk(Files.createDirectories(kit.resolve("jdks")).resolve("jdk.tar.gz"));
        // A facilitator's answer, not committed.
        Files.writeString(copy.gather(), copy.solution());
        var mirror = mirror();
        try {
            var command = copy.command(false, "kit", "--commit", "HEAD", kit.toString());
            command.add(1, "-Dworkshop.maven=" + maven.get());
            var made = new Running(folder, ready().isEmpty() ? Map.of() : Map.of("MAVEN_OPTS", "-Duser.home=" + settings(mirror)), folder.resolve("log")).run(command);
            assertThat(made.output().replaceAll("\\s+", " ")).contains("Its 8 exercises are as shipped", "Not in the kit: what is changed here and not committed",
                    "Not in it: the slides", "It works: set up", "with the kit's JDK; then 04");
            assertThat(made.status()).isZero();
            // Where the wall can be had, it has to be there.
            assertThat(made.says("set up without a network")).isEqualTo(hasWall());
        } finally {
            mirror.stop(0);
        }
        assertThat(new KitFolder(kit).damaged()).isEmpty();
        assertThat(kit).isDirectoryContaining("glob:**/set-up-*.html").isDirectoryContaining("glob:**/install.cmd");
        try (var zip = new ZipFile(kit.resolve(KitFolder.REPOSITORY).toFile())) {
            assertThat(zip.stream().map(Object::toString)).isNotEmpty().noneMatch(name -> name.matches(".*(_remote|\\.sha1|lastUpdated|settings).*"));
        }
    }

    /** Where all is that Maven has downloaded for the tutorial; nothing if that isn't known to be all. Then the network has to give it. */
    private static Optional<Path> ready() {
        try {
            var ready = TutorialCopy.ORIGINAL.resolve(".workshop/ready");
            return Files.exists(ready) ? Optional.of(Path.of(Files.readAllLines(ready).get(1))) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean hasWall() throws Exception {
        return onPath("unshare").isPresent() && Running.quietly(List.of("unshare", "-rn", "true")).status() == 0;
    }

    /** As it would be released from here: with what isn't committed yet, and with the exercises as shipped; and most of it isn't built. */
    private static void asReleased(Path root) throws Exception {
        var here = TutorialCopy.ORIGINAL;
        for (var file : Running.quietly(List.of("git", "-C", here.toString(), "ls-files", "-co", "--exclude-standard", "-z")).output().split("\0")) {
            if (Files.isRegularFile(here.resolve(file))) {
                Files.createDirectories(root.resolve(file).getParent());
                Files.copy(here.resolve(file), root.resolve(file), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        var shipped = new Shipped(here, here.resolve(".workshop/shipped"));
        for (var exercise : new Tutorial(here).exercises()) {
            for (var file : exercise.main()) {
                var text = shipped.text(file);
                if (text.isPresent()) {
                    Files.writeString(root.resolve(here.relativize(file)), text.get());
                }
            }
        }
        for (var pom : List.of("modules/pom.xml", "solutions/pom.xml")) {
            var text = Files.readString(root.resolve(pom));
            Files.writeString(root.resolve(pom), text.replaceAll("<module>(?!01-hello).*</module>", ""));
        }
        for (var git : List.of(List.of("add", "-A"), List.of("-c", "user.name=n", "-c", "user.email=e", "commit", "-q", "--allow-empty", "-m", "as released"))) {
            assertThat(Running.quietly(Stream.concat(Stream.of("git", "-C", root.toString()), git.stream()).toList()).output()).isEmpty();
        }
    }

    private static Optional<Path> onPath(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator)).map(path -> Path.of(path, program)).filter(Files::isExecutable).findFirst();
    }

    /** An archive of a JDK whose programs are links to those of the one that runs this. */
    private void jdk(Path archive) throws Exception {
        var jdk = Files.createDirectories(folder.resolve("jdk/jdk-21-of-links/bin")).getParent();
        Files.copy(Jvm.OUR_HOME.resolve("release"), jdk.resolve("release"));
        try (var programs = Files.list(Jvm.OUR_HOME.resolve("bin"))) {
            for (var program : programs.toList()) {
                Files.createSymbolicLink(jdk.resolve("bin").resolve(program.getFileName()), program.toRealPath());
            }
        }
        assertThat(Running.quietly(List.of("tar", "-czf", archive.toString(), "-C", folder.resolve("jdk").toString(), "jdk-21-of-links")).status()).isZero();
        Folders.delete(folder.resolve("jdk"));
    }

    /** A home with settings for Maven, which has it ask this mirror instead of the network. */
    private Path settings(HttpServer mirror) throws IOException {
        var settings = folder.resolve("settings/.m2/settings.xml");
        Files.createDirectories(settings.getParent());
        Files.writeString(settings, "<settings><mirrors><mirror><id>mine</id><mirrorOf>*</mirrorOf><url>http://127.0.0.1:%d</url></mirror></mirrors></settings>"
                .formatted(mirror.getAddress().getPort()));
        return settings.getParent().getParent();
    }

    /** Has what this machine has downloaded, each with its checksum. */
    private static HttpServer mirror() throws IOException {
        var mirror = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        mirror.createContext("/", request -> {
            var name = request.getRequestURI().getPath().substring(1);
            var file = ready().orElseThrow().resolve(name.replaceFirst("\\.sha1$", ""));
            if (!Files.isRegularFile(file)) {
                request.sendResponseHeaders(404, -1);
            } else {
                var bytes = name.endsWith(".sha1") ? sha1(file) : Files.readAllBytes(file);
                request.sendResponseHeaders(200, bytes.length);
                request.getResponseBody().write(bytes);
            }
            request.close();
        });
        mirror.start();
        return mirror;
    }

    private static byte[] sha1(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(Files.readAllBytes(file))).getBytes();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
