package structured.coach.kit;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import structured.coach.machine.Launch;
import structured.coach.machine.Temporary;
import structured.coach.terminal.Style;
import structured.coach.tutorial.Tutorial;
import structured.coach.words.Wording;

/** The facilitator's: all that laptops need in a room without a network. */
@Command(name = "kit", description = {
    "Makes a kit for a workshop: all that a laptop needs to be set up without a network, in a folder, say on a stick. Then it tries it.", "",
    "In it are the released commit, Maven's downloads, Maven, what you have put into the kit's folders jdks and extras, the slides if "
            + "they are built, checksums, a sheet a platform, and install.sh and install.cmd. It takes a few minutes and a network.", "", "Examples:",
    "  ./workshop kit /media/stick/kit", "  ./workshop kit --update /media/stick/kit", "  ./workshop kit --try /media/stick/kit"},
    footer = {"", "Exit status: 0 the kit works, 2 it doesn't, or could not be made."})
public final class KitCommand implements Callable<Integer> {

    private static final Wording SAY = Wording.of(KitCommand.class);

    @Parameters(paramLabel = "FOLDER", description = "a new folder, or one with a kit in it")
    private Path folder;

    @Option(names = "--commit", paramLabel = "REVISION", description = "what the room gets (default: where main's upstream is, or else the last tag)")
    private String commit;

    @Option(names = "--try", description = "only look whether the kit is whole, and set up an empty home from it")
    private boolean onlyTry;

    @Option(names = "--update", description = "make update.bundle, a small file for laptops that are set up already: what came since the kit was made")
    private boolean update;

    @Spec
    private CommandSpec spec;

    private final Path root = Tutorial.here().root();
    private final Path log = Tutorial.here().state().resolve("kit.log");
    private final Style style = Style.ofOutput();

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (File.separatorChar == '\\') {
            throw new IOException(SAY.of("kit.windows"));
        }
        if (onlyTry && update) {
            throw new ParameterException(spec.commandLine(), SAY.of("kit.one-of"));
        }
        Files.createDirectories(log.getParent());
        Files.deleteIfExists(log);
        if (onlyTry) {
            tryOut(KitFolder.whole(folder));
        } else if (update) {
            update(KitFolder.whole(folder));
        } else {
            make();
        }
        return 0;
    }

    private void make() throws IOException, InterruptedException {
        var maven = Launch.here().maven().orElseThrow(() -> new IOException(SAY.of("kit.launcher", folder)));
        var release = Release.of(root, commit);
        var kit = KitFolder.toBeFilled(folder, root);
        // Whatever can be wrong at once, before what takes minutes.
        KitFolder.checkRoom(kit.path(), 100);
        KitFolder.checkRoom(Path.of(System.getProperty("java.io.tmpdir")), 700);
        var jdks = JdkArchive.in(kit.file(KitFolder.ARCHIVES));
        say(SAY.of("kit.released", release.shortly(), release.how(), release.checkExercises()));
        for (var leftOut : release.leftOut()) {
            say(SAY.of("kit.left-out", leftOut));
        }
        var missing = new ArrayList<String>();
        var poms = release.poms();
        // Whoever only adds a JDK need not wait for the downloads again.
        var hasDownloads = kit.about("poms").filter(poms::equals).isPresent() && kit.isAsNoted(KitFolder.REPOSITORY) && kit.isAsNoted(KitFolder.MAVEN);
        var megabytes = kit.about("repository-mb");
        var which = kit.about("maven");
        kit.tidyUp();
        kit.open();
        release.bundle(kit.draft(KitFolder.BUNDLE), null);
        kit.install(KitFolder.BUNDLE);
        Files.deleteIfExists(kit.file(KitFolder.UPDATE));
        if (!hasDownloads) {
            say(SAY.of("kit.fetching"));
            try (var temporary = Temporary.folder("kit")) {
                var downloads = new Downloads(maven, cloned(kit, temporary.path()), Files.createDirectory(temporary.path().resolve("repository")), log);
                downloads.into(kit.draft(KitFolder.REPOSITORY));
                megabytes = Optional.of(String.valueOf((downloads.size() >> 20) + 1));
                which = Optional.of(downloads.mavenInto(kit.draft(KitFolder.MAVEN)));
            }
            kit.install(KitFolder.REPOSITORY);
            kit.install(KitFolder.MAVEN);
        }
        Slides.into(kit, root).ifPresent(missing::add);
        kit.write(KitFolder.JDKS, String.join("", jdks.stream().map(jdk -> jdk.line() + "\n").toList()));
        kit.write(KitFolder.ABOUT, "commit=%s%nmade=%s%npoms=%s%nrepository-mb=%s%nmaven=%s%n".formatted(release.commit(), LocalDate.now(), poms,
                megabytes.orElse("100"), which.orElse("Maven")).replace("\r\n", "\n"));
        Sheets.into(kit, jdks);
        kit.close();
        table(kit);
        for (var platform : List.of("linux-x64", "macos-aarch64", "macos-x64", "windows-x64")) {
            if (jdks.stream().noneMatch(jdk -> jdk.platform().equals(platform))) {
                missing.add(SAY.of("kit.no-jdk", platform));
            }
        }
        if (!missing.isEmpty()) {
            style.wrap("", SAY.of("kit.missing", String.join("; ", missing))).forEach(System.out::println);
            style.wrap("", SAY.of("kit.archives", kit.file(KitFolder.ARCHIVES))).forEach(System.out::println);
        }
        tryOut(kit);
    }

    private Path cloned(KitFolder kit, Path parent) throws IOException, InterruptedException {
        var clone = parent.resolve("tutorial");
        var ended = Running.quietly(List.of("git", "clone", "-q", "-b", "main", kit.file(KitFolder.BUNDLE).toString(), clone.toString()));
        if (ended.status() != 0) {
            throw new IOException(SAY.of("kit.bundle", ended.lastLines()));
        }
        return clone;
    }

    private void update(KitFolder kit) throws IOException, InterruptedException {
        var from = kit.about("commit").orElseThrow(() -> new IOException(SAY.of("kit.no-commit")));
        var release = Release.of(root, commit);
        release.checkExercises();
        if (release.commit().equals(from)) {
            throw new IOException(SAY.of("kit.nothing-new", release.shortly(), release.how()));
        }
        release.checkFollows(from);
        release.bundle(kit.draft(KitFolder.UPDATE), from);
        kit.open();
        kit.install(KitFolder.UPDATE);
        kit.close();
        say(SAY.of("kit.update", kit.file(KitFolder.UPDATE), from.substring(0, 10), release.shortly(),
                Files.size(kit.file(KitFolder.UPDATE)) / 1024 + 1));
        tryOut(kit);
        say(SAY.of("kit.on-each"));
        say(SAY.of("kit.from-now"));
    }

    private void tryOut(KitFolder kit) throws IOException, InterruptedException {
        var damaged = kit.damaged();
        if (!damaged.isEmpty()) {
            throw new IOException(SAY.of("kit.damaged", String.join(", ", damaged)));
        }
        say(SAY.of("kit.trying"));
        var jdks = Files.readString(kit.file(KitFolder.JDKS));
        var result = new Trial(kit, log).run(jdks.lines().anyMatch(line -> line.startsWith(JdkArchive.platformHere() + " ")));
        say(style.yes() + " " + SAY.of("kit.works", SAY.of(result.walled() ? "kit.works.walled" : "kit.works.with-network"), result.seconds(), result.megabytes(),
                result.jdk() ? SAY.of("kit.works.jdk") : ""));
        if (!result.walled()) {
            say(SAY.of("kit.not-walled"));
        }
        if (!result.jdk()) {
            say(SAY.of("kit.own-jdk", JdkArchive.platformHere()));
        }
    }

    private void table(KitFolder kit) throws IOException {
        long all = 0;
        for (var file : kit.files()) {
            var size = Files.size(file);
            all += size;
            if (size > 100_000) {
                System.out.printf("  %7.1f MB  %s%n", size / 1e6, kit.path().relativize(file));
            }
        }
        System.out.printf("  %7.1f MB  %s%n", all / 1e6, SAY.of("kit.in-all", kit.path()));
    }

    private void say(String text) {
        style.wrap("", text).forEach(System.out::println);
        System.out.flush();
    }
}
