package structured.coach.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import structured.coach.machine.Jvm;
import structured.coach.words.Wording;

/**
 * What Maven downloads for the tutorial, and Maven itself. It downloads into an empty folder: so nothing gets into a kit that the
 * tutorial doesn't need, be it of the facilitator's other projects or of their settings. Those are used to get at the downloads, as always.
 *
 * @param maven the program
 * @param tutorial a clone of the tutorial, which is built in there
 * @param repository an empty folder for the downloads
 */
record Downloads(Path maven, Path tutorial, Path repository, Path log) {

    private static final Wording SAY = Wording.of(Downloads.class);

    /** The Maven that is put into a kit. Another one can lie there as maven.zip already. */
    static final String MAVEN_VERSION = "3.9.16";

    private static final Pattern HOME = Pattern.compile("(?m)^Maven home: (.+)$");

    /** Notes of Maven's on where a file came from, by which it refuses it elsewhere; and checksums, which it looks at only while it downloads. */
    private static boolean isNeeded(Path file) {
        return !file.getFileName().toString().matches("_remote\\.repositories|resolver-status\\.properties|.*\\.(lastUpdated|sha1|sha256|sha512|md5|asc|lock|part|tmp)");
    }

    /** Downloads all that is needed to work offline, and packs it. */
    int into(Path zip) throws IOException, InterruptedException {
        // Both sides compile. Of the tests few are run, but not none: some parts of Maven come only when a test runs. Whether they pass doesn't matter.
        var tests = maven("-f", "pom.xml", "-pl", "!coach", "test", "-Dtest=HelloTest", "-Dsurefire.failIfNoSpecifiedTests=false");
        if (!tests.says("Tests run:")) {
            throw failed(tests);
        }
        // Of the coach only what it is built with, and of: it is built on the laptop.
        for (var step : List.of(List.of("-f", "coach/pom.xml", "-Dtests.are.skipped", "-Dmaven.main.skip", "package"), List.of("-f", "modules/pom.xml", "-N", "validate"))) {
            var ended = maven(step.toArray(String[]::new));
            if (ended.status() != 0) {
                throw failed(ended);
            }
        }
        // Some type it by habit. It is no part of the set-up, and nobody misses it much.
        maven("-f", "modules/pom.xml", "-N", "clean");
        return Packing.zip(repository, "", Downloads::isNeeded, zip);
    }

    /** How large they are unpacked. */
    long size() throws IOException {
        try (var files = Files.walk(repository)) {
            return files.filter(Files::isRegularFile).filter(Downloads::isNeeded).mapToLong(file -> file.toFile().length()).sum();
        }
    }

    /** Packs a Maven, and says which: one that is downloaded, or else the one in use here, which then may not be made for Windows. */
    String mavenInto(Path zip) throws IOException, InterruptedException {
        var folder = Files.createDirectories(repository.resolveSibling("maven"));
        var fetched = maven("-N", "-f", "pom.xml", "org.apache.maven.plugins:maven-dependency-plugin:copy",
                "-Dartifact=org.apache.maven:apache-maven:%s:zip:bin".formatted(MAVEN_VERSION), "-DoutputDirectory=" + folder);
        var file = folder.resolve("apache-maven-%s-bin.zip".formatted(MAVEN_VERSION));
        if (fetched.status() == 0 && Files.isRegularFile(file)) {
            Files.copy(file, zip, StandardCopyOption.REPLACE_EXISTING);
            return "Maven " + MAVEN_VERSION;
        }
        var version = running(Map.of()).run(List.of(maven.toString(), "--version")).output();
        var home = HOME.matcher(version);
        if (!home.find()) {
            throw new IOException(SAY.of("maven.where", maven));
        }
        var path = Path.of(home.group(1).strip());
        var name = "apache-maven-" + version.replaceFirst("(?s).*?Apache Maven ([\\w.-]+).*", "$1");
        // What somebody has set for this whole machine is none of a room's business.
        Packing.zip(path, name + "/", each -> !path.relativize(each).toString().matches("conf.(settings|toolchains).*\\.xml") && !path.relativize(each).startsWith("man"), zip);
        return SAY.of("maven.as-here", name.substring("apache-maven-".length()));
    }

    private Running.Ended maven(String... args) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(maven.toString(), "-B", "-ntp", "--fail-at-end", "-Dmaven.repo.local=" + repository));
        command.addAll(List.of(args));
        return running(Map.of("JAVA_HOME", Jvm.OUR_HOME.toString())).run(command);
    }

    private Running running(Map<String, String> environment) {
        return new Running(tutorial, environment, log);
    }

    private IOException failed(Running.Ended ended) {
        var why = ended.output().lines().filter(line -> line.startsWith("[ERROR] ") && line.length() > 12).findFirst();
        return new IOException(SAY.of("maven.failed", why.orElse(ended.lastLines()), log));
    }
}
