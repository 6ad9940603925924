package structured.coach.verify.docs;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import structured.coach.tutorial.Git;
import structured.coach.tutorial.Shipped;
import structured.coach.tutorial.Tutorial;

/** A copy of the tutorial as it is here, but with the exercises as shipped, in which commands may do what they do. */
final class Replica {

    private final Tutorial tutorial;
    private final Path root;

    private Replica(Tutorial tutorial, Path root) {
        this.tutorial = tutorial;
        this.root = root;
    }

    /** Makes the copy in {@code root}, an empty folder. */
    static void make(Tutorial tutorial, Path root) throws IOException, InterruptedException {
        var copy = new Replica(tutorial, root);
        if (Files.exists(tutorial.root().resolve(".git"))) {
            copy.git("clone", "-q", "--no-checkout", tutorial.root().toString(), root.toString());
        }
        // With their times: what is built is not built anew then, and class data sharing wants the very jars that it knows.
        for (var file : Site.files(tutorial.root())) {
            copy.file(file);
        }
        copy.folder("coach/target/lib");
        copy.file("coach/target/coach.jar");
        copy.file("coach/target/coach.jsa");
        copy.times("coach/src");
        copy.file(".workshop/jdk");
        copy.file(".workshop/ready");
        copy.ship();
        if (Files.exists(root.resolve(".git"))) {
            copy.git("reset", "-q");
        }
        if (Files.exists(root.resolve(".workshop/ready"))) {
            copy.goOffline();
        }
    }

    private void file(String file) throws IOException {
        var original = tutorial.root().resolve(file);
        if (Files.exists(original)) {
            Files.createDirectories(root.resolve(file).getParent());
            Files.copy(original, root.resolve(file), COPY_ATTRIBUTES, REPLACE_EXISTING);
        }
    }

    private void folder(String folder) throws IOException {
        if (Files.exists(tutorial.root().resolve(folder))) {
            try (var files = Files.list(tutorial.root().resolve(folder))) {
                for (var file : files.toList()) {
                    file(folder + "/" + file.getFileName());
                }
            }
        }
    }

    /** The launcher looks at the times of folders, too, to see whether the coach is to be built. */
    private void times(String folder) throws IOException {
        try (var folders = Files.walk(root.resolve(folder)).filter(Files::isDirectory)) {
            for (var to : folders.toList()) {
                Files.setLastModifiedTime(to, Files.getLastModifiedTime(tutorial.root().resolve(root.relativize(to))));
            }
        }
    }

    private void ship() throws IOException, InterruptedException {
        var shipped = new Shipped(tutorial.root(), tutorial.state().resolve("shipped"));
        for (var exercise : tutorial.exercises()) {
            for (var file : exercise.main()) {
                var text = shipped.text(file);
                if (text.isPresent() && !text.get().equals(Files.readString(file, StandardCharsets.ISO_8859_1))) {
                    Files.writeString(root.resolve(tutorial.root().relativize(file)), text.get(), StandardCharsets.ISO_8859_1);
                }
            }
        }
    }

    /** Where the tutorial was set up, all is there. An option in these files works with every version of Maven. */
    private void goOffline() throws IOException {
        for (var folder : new String[] {".mvn", "modules/.mvn", "solutions/.mvn", "coach/.mvn"}) {
            var config = root.resolve(folder).resolve("maven.config");
            if (Files.exists(config.getParent())) {
                Files.writeString(config, "--offline\n" + (Files.exists(config) ? Files.readString(config) : ""));
            }
        }
    }

    private void git(String... args) throws IOException, InterruptedException {
        var git = Git.patiently(root);
        if (git.ask(args).isEmpty()) {
            throw new IOException("The tutorial could not be copied: git %s failed; %s".formatted(String.join(" ", args), git.problem().orElseThrow()));
        }
    }
}
