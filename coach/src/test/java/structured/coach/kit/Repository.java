package structured.coach.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import structured.coach.tutorial.Shipped;

/** A small tutorial in git, of one exercise, in which a test does what people do. */
record Repository(Path root) {

    static final String GATHER = "modules/04-gather/src/main/java/Gather.java";
    static final String TESTS = "modules/04-gather/src/test/java/GatherTest.java";
    static final String STUB = """
            /** Runs tasks. */
            class Gather {
                static void gather() {
                    // TODO step 1: fork
                    throw new UnsupportedOperationException("gather is not written yet");
                }

                public static void main(String[] args) {
                    System.out.println("All Tasks");
                }
            }
            """;

    /** As released: one commit on main. */
    static Repository in(Path folder) throws IOException, InterruptedException {
        var repository = new Repository(Files.createDirectories(folder));
        repository.git("init", "-q");
        repository.git("symbolic-ref", "HEAD", "refs/heads/main");
        repository.stub(STUB);
        repository.write(TESTS, "class GatherTest {\n    // one\n    // two\n    // three\n}\n");
        repository.write("modules/04-gather/pom.xml", "<project/>\n");
        repository.write("coach/pom.xml", "<project/>\n");
        repository.write("workshop", "#!/bin/sh\n");
        repository.commit("first");
        return repository;
    }

    /** The exercise, with its checksum. */
    void stub(String text) throws IOException {
        write(GATHER, text);
        write("coach/src/main/resources/structured/coach/tutorial/shipped.txt", "# sums\n" + Shipped.checksum(text) + " " + GATHER + "\n");
    }

    void write(String file, String text) throws IOException {
        Files.createDirectories(root.resolve(file).getParent());
        Files.writeString(root.resolve(file), text);
    }

    String read(String file) throws IOException {
        return Files.readString(root.resolve(file));
    }

    String commit(String message) throws IOException, InterruptedException {
        git("add", "-A");
        git("commit", "-q", "-m", message);
        return git("rev-parse", "HEAD");
    }

    Repository cloneIn(Path folder) throws IOException, InterruptedException {
        git("clone", "-q", root.toString(), folder.toString());
        return new Repository(folder);
    }

    /** What git says; it has to succeed. */
    String git(String... args) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("git", "-c", "user.name=n", "-c", "user.email=e", "-C", root.toString()));
        command.addAll(List.of(args));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).stripTrailing();
        assertThat(process.waitFor()).as("%s: %s", command, output).isZero();
        return output;
    }

    /** Every file that isn't git's, with what is in it. */
    String files() throws IOException {
        try (var files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).filter(file -> !root.relativize(file).startsWith(".git")).sorted().map(file -> {
                try {
                    return root.relativize(file) + ":\n" + Files.readString(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }).collect(Collectors.joining("\n"));
        }
    }
}
