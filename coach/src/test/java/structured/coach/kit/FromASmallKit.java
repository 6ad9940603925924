package structured.coach.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import structured.coach.BesideOthers;

/**
 * What the tests of install.sh have in common: a kit in which all is small, made once, of which each has a copy, and
 * a home to install it in. The kit's launcher only writes down what it is asked. {@link KitTest} has the real one.
 */
@BesideOthers
abstract class FromASmallKit {

    private static final String LAUNCHER = """
            #!/bin/sh
            root=$(cd "$(dirname "$0")" && pwd)
            echo "$*" | sed "s|$KIT|KIT|" >>"$HOME/../calls"
            case $1$2 in
              # as the real one does for "setup --missing)": says what is missing, and notes the JDK that is there
              setup--missing) mkdir -p "$root/.workshop"
                case $MISSING in *jdk*) [ -f "$root/.workshop/jdk" ] || { echo $MISSING; exit; } ;; esac
                [ -f "$root/.workshop/jdk" ] || echo "21.0.1 $JDK" >"$root/.workshop/jdk"
                echo ${MISSING#jdk} ;;
              setup--kit) [ -f "$3" ] ;;
              doctor) echo "This machine is ready." ;;
            esac
            """;

    private static final String ARCHIVE = "jdks/a JDK, número 1.tar.gz";

    @TempDir
    Path folder;

    Path kit;
    Path home;
    Path to;

    private Path made;

    @BeforeAll
    void make(@TempDir Path folder) throws Exception {
        made = folder.toRealPath();
        workIn(made);
        var tutorial = Repository.in(made.resolve("tutorial"));
        tutorial.write("workshop", LAUNCHER);
        tutorial.write("coach/src/main/java/structured/coach/kit/Unpack.java", Files.readString(Path.of("src/main/java/structured/coach/kit/Unpack.java")));
        var commit = tutorial.commit("with a launcher");
        var filled = KitFolder.toBeFilled(kit, tutorial.root());
        Release.of(tutorial.root(), "main").bundle(filled.file(KitFolder.BUNDLE), null);
        var maven = Files.createDirectories(made.resolve("maven/apache-maven-3/bin"));
        Files.writeString(maven.resolve("mvn"), "#!/bin/sh\n");
        Packing.zip(made.resolve("maven"), "", file -> true, filled.file(KitFolder.MAVEN));
        Packing.zip(maven, "", file -> true, filled.file(KitFolder.REPOSITORY));
        // It compiles a single class: what starts fastest is best for that.
        jdk("exec '%s' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC \"$@\"".formatted(Path.of(System.getProperty("java.home"), "bin/java")));
        filled.write(KitFolder.ABOUT, "commit=" + commit + "\nrepository-mb=1\n");
        Sheets.into(filled, List.of());
        filled.write(KitFolder.JDKS, "macos-x64 21.0.5 jdks/other.tar.gz\n" + JdkArchive.platformHere() + " 21.0.5 " + ARCHIVE + "\n");
        filled.close();
    }

    @BeforeEach
    void copy() throws IOException {
        workIn(folder.toRealPath());
        FolderCopy.of(made, folder);
        Files.createDirectory(home);
    }

    private void workIn(Path folder) {
        this.folder = folder;
        kit = folder.resolve("the stick's, número 1");
        home = folder.resolve("a home");
        to = home.resolve("structured");
    }

    /** Packs a JDK into the kit, in which java is this shell script. */
    void jdk(String java) throws Exception {
        var jdk = Files.createDirectories(folder.resolve("jdk/jdk-21.0.5+11/bin"));
        for (var program : List.of("java", "javac")) {
            Files.writeString(jdk.resolve(program), "#!/bin/sh\n" + java + "\n");
            assertThat(jdk.resolve(program).toFile().setExecutable(true)).isTrue();
        }
        Files.writeString(jdk.resolveSibling("release"), "JAVA_VERSION=\"21.0.5\"\n");
        assertThat(Running.quietly(List.of("tar", "-czf", kit.resolve(ARCHIVE).toString(), "-C", folder.resolve("jdk").toString(), ".")).status()).isZero();
    }

    /** Installs on a machine that lacks this, of "jdk maven". */
    Running.Ended install(String missing, String... args) throws Exception {
        return install("sh", Map.of("MISSING", missing), args);
    }

    /** Installs by this shell, with these variables beside those that every learner has. */
    Running.Ended install(String shell, Map<String, String> variables, String... args) throws IOException, InterruptedException {
        var environment = new HashMap<>(Map.of("HOME", home.toString(), "PATH", System.getenv("PATH"), "KIT", kit.toString(),
                "JDK", System.getProperty("java.home")));
        environment.putAll(variables);
        var command = new ArrayList<>(List.of(shell.split(" ")));
        command.add(kit.resolve("install.sh").toString());
        command.addAll(List.of(args));
        return new Running(folder, environment, folder.resolve("log")).runAlone(command);
    }

    /** What the launcher was asked since the last call of this. */
    List<String> calls() throws IOException {
        var calls = folder.resolve("calls");
        var lines = Files.exists(calls) ? Files.readAllLines(calls) : List.<String>of();
        Files.deleteIfExists(calls);
        return lines;
    }
}
