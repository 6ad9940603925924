package structured.coach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("what comes from elsewhere")
class SupplyTest {

    @Test
    @DisplayName("is refused by Maven if it isn't what its checksum says, from whichever side Maven starts")
    void checksums(@TempDir Path folder) throws Exception {
        for (var side : List.of(".mvn", "modules/.mvn", "solutions/.mvn", "coach/.mvn")) {
            assertThat(TutorialCopy.ORIGINAL.resolve(side).resolve("maven.config")).content().contains("--strict-checksums\n");
        }
        assumeTrue(Stream.of(System.getenv("PATH").split(File.pathSeparator)).anyMatch(path -> Files.isExecutable(Path.of(path, "mvn"))), "no mvn on the PATH");
        var mirror = mirror();
        try {
            var settings = Files.writeString(folder.resolve("settings.xml"), """
                    <settings>
                      <localRepository>%s</localRepository>
                      <mirrors><mirror><id>mine</id><mirrorOf>*</mirrorOf><url>http://127.0.0.1:%d</url></mirror></mirrors>
                    </settings>
                    """.formatted(folder.resolve("repository"), mirror.getAddress().getPort()));
            var maven = new ProcessBuilder("mvn", "-B", "-s", settings.toString(), "-N", "validate").directory(TutorialCopy.ORIGINAL.toFile());
            maven.environment().put("JAVA_HOME", System.getProperty("java.home"));
            maven.environment().keySet().removeAll(List.of("MAVEN_ARGS", "MAVEN_OPTS"));
            var process = maven.redirectErrorStream(true).start();
            process.getOutputStream().close();
            assertThat(new String(process.getInputStream().readAllBytes())).containsPattern("\\[ERROR\\].*Checksum validation failed");
            assertThat(process.waitFor()).isEqualTo(1);
        } finally {
            mirror.stop(0);
        }
    }

    @Test
    @DisplayName("is named by its commit if it is an action of CI, since a tag can be moved")
    void actions() throws IOException {
        var uses = new ArrayList<String>();
        try (var workflows = Files.list(TutorialCopy.ORIGINAL.resolve(".github/workflows"))) {
            for (var workflow : workflows.toList()) {
                Files.readString(workflow).lines().map(String::strip).filter(line -> line.matches("-? ?uses:.*")).forEach(uses::add);
            }
        }
        assertThat(uses).isNotEmpty().allMatch(line -> line.matches("-? ?uses: [\\w/-]+@[0-9a-f]{40} # v\\S+"));
    }

    /** Has whatever one asks for, with checksums of something else. */
    private static HttpServer mirror() throws IOException {
        var mirror = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        mirror.createContext("/", request -> {
            var name = request.getRequestURI().getPath();
            var text = name.matches(".*\\.(sha1|md5|sha256|sha512)") ? "0".repeat(40) : """
                    <project><modelVersion>4.0.0</modelVersion><groupId>org.junit</groupId><artifactId>junit-bom</artifactId><version>5</version></project>
                    """;
            request.sendResponseHeaders(200, text.length());
            try (var body = request.getResponseBody()) {
                body.write(text.getBytes());
            }
        });
        mirror.start();
        return mirror;
    }
}
