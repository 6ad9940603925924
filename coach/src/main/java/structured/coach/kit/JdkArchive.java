package structured.coach.kit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import structured.coach.tutorial.Tutorial;
import structured.coach.words.Wording;

/**
 * An archive of a JDK that the facilitator has put into a kit.
 *
 * @param platform as install.sh calls it, such as linux-x64
 */
record JdkArchive(Path file, String platform, String version) {

    private static final Wording SAY = Wording.of(JdkArchive.class);

    /** Something is wrong with an archive. */
    private static final class Refused extends IOException {
        private static final long serialVersionUID = 1;

        Refused(Path file, String why) {
            super(KitFolder.ARCHIVES + "/" + file.getFileName() + " " + why);
        }
    }

    /** A JDK's own words on itself; on macOS it is two folders further down. */
    private static final Pattern RELEASE = Pattern.compile("(\\./)?([^/]+/)?(Contents/Home/)?release");
    private static final Pattern JAVAC = Pattern.compile("(.*/)?bin/javac(\\.exe)?");

    /** What this machine is. */
    static String platformHere() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return (system.startsWith("mac") ? "macos" : system.startsWith("windows") ? "windows" : "linux") + "-"
                + (System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x64");
    }

    /** All in this folder, each platform's newest last; fails with a sentence for each that is none, or not whole. */
    static List<JdkArchive> in(Path folder) throws IOException, InterruptedException {
        var archives = new ArrayList<JdkArchive>();
        var refused = new ArrayList<String>();
        try (var files = Files.list(folder)) {
            for (var file : files.filter(file -> !file.getFileName().toString().startsWith(".")).sorted().toList()) {
                try {
                    archives.add(of(file));
                } catch (Refused e) {
                    refused.add(e.getMessage());
                }
            }
        }
        if (!refused.isEmpty()) {
            throw new IOException(SAY.of("archive.replace", String.join(".\n", refused)));
        }
        archives.sort(Comparator.comparing(JdkArchive::platform).thenComparing(archive -> Runtime.Version.parse(archive.version)));
        return archives;
    }

    static JdkArchive of(Path file) throws IOException, InterruptedException {
        var name = file.getFileName().toString();
        if (name.endsWith(".zip")) {
            return ofZip(file);
        }
        if (name.endsWith(".tar.gz") || name.endsWith(".tgz")) {
            return ofTar(file);
        }
        throw new Refused(file, name.matches(".*\\.(msi|exe|pkg|dmg|deb|rpm)")
                ? SAY.of("archive.installer")
                : SAY.of("archive.neither"));
    }

    private static JdkArchive ofZip(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            var release = Optional.<String>empty();
            var hasCompiler = false;
            for (var entries = zip.entries(); entries.hasMoreElements(); ) {
                var entry = entries.nextElement();
                // Each is read, since what is damaged is only seen by that.
                try (var in = zip.getInputStream(entry)) {
                    if (RELEASE.matcher(entry.getName()).matches()) {
                        release = Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                    } else {
                        in.transferTo(OutputStream.nullOutputStream());
                    }
                }
                hasCompiler |= JAVAC.matcher(entry.getName()).matches();
            }
            return of(file, release, hasCompiler);
        } catch (ZipException e) {
            throw new Refused(file, SAY.of("archive.zip", e.getMessage()));
        }
    }

    /** By tar, which every system has. */
    private static JdkArchive ofTar(Path file) throws IOException, InterruptedException {
        var listed = Running.quietly(List.of("tar", "-tzf", file.toString()));
        if (listed.status() != 0) {
            throw new Refused(file, SAY.of("archive.tar", listed.output().lines().filter(line -> line.contains(":")).findFirst().orElse("-")));
        }
        var names = listed.output().lines().toList();
        var release = names.stream().filter(name -> RELEASE.matcher(name).matches()).findFirst();
        var text = release.isEmpty() ? Optional.<String>empty()
                : Optional.of(Running.quietly(List.of("tar", "-xzOf", file.toString(), release.get())).output());
        return of(file, text, names.stream().anyMatch(name -> JAVAC.matcher(name).matches()));
    }

    private static JdkArchive of(Path file, Optional<String> release, boolean hasCompiler) throws Refused {
        var version = release.flatMap(text -> value(text, "JAVA_VERSION")).orElseThrow(() -> new Refused(file, SAY.of("archive.no-jdk")));
        if (!version.matches(Tutorial.JDK + "([^0-9].*)?")) {
            throw new Refused(file, SAY.of("archive.other-jdk", version, Tutorial.JDK));
        }
        if (!hasCompiler) {
            throw new Refused(file, SAY.of("archive.jre"));
        }
        var system = switch (value(release.get(), "OS_NAME").orElse("")) {
            case "Linux" -> value(release.get(), "LIBC").equals(Optional.of("musl")) ? "linux-musl" : "linux";
            case "Darwin" -> "macos";
            case "Windows" -> "windows";
            default -> throw new Refused(file, SAY.of("archive.system"));
        };
        var processor = switch (value(release.get(), "OS_ARCH").orElse("")) {
            case "x86_64", "amd64", "x64" -> "x64";
            case "aarch64", "arm64" -> "aarch64";
            case String other -> other.isEmpty() ? "unknown" : other;
        };
        return new JdkArchive(file, system + "-" + processor, version);
    }

    private static Optional<String> value(String release, String name) {
        return release.lines().filter(line -> line.startsWith(name + "=")).map(line -> line.substring(name.length() + 1).replace("\"", "").strip()).findFirst();
    }

    /** The line that install.sh reads. */
    String line() {
        return "%s %s %s/%s".formatted(platform, version, KitFolder.ARCHIVES, file.getFileName());
    }
}
