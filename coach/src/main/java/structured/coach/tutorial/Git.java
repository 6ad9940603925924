package structured.coach.tutorial;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import structured.coach.words.Wording;

/**
 * Asks git about the repository that a folder is in, whatever the caller's environment says of another one. Git may not be
 * there, and it may hang: after a while it isn't waited for, or asked, any more.
 */
public final class Git {

    private static final Wording SAY = Wording.of(Git.class);

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** What git itself calls local to a repository, as in a hook; but no settings, such as safe.directory in a container. */
    private static final List<String> OF_ANOTHER_REPOSITORY = List.of("GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_INDEX_FILE",
            "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_NAMESPACE", "GIT_PREFIX", "GIT_SHALLOW_FILE",
            "GIT_GRAFT_FILE", "GIT_REPLACE_REF_BASE", "GIT_NO_REPLACE_OBJECTS", "GIT_IMPLICIT_WORK_TREE", "GIT_CEILING_DIRECTORIES");

    private final Path folder;
    private final List<String> program;
    private final Duration patience;
    private final Map<String, String> variables;
    private volatile boolean hangs;
    private volatile String problem;

    /** About the repository of this folder. */
    public Git(Path folder) {
        this(folder, List.of("git"), PATIENCE);
    }

    /** The same, for what takes longer than an answer, such as a clone. */
    public static Git patiently(Path folder) {
        return new Git(folder, List.of("git"), Duration.ofMinutes(2));
    }

    Git(Path folder, List<String> program, Duration patience) {
        this(folder, program, patience, Map.of());
    }

    private Git(Path folder, List<String> program, Duration patience, Map<String, String> variables) {
        this.folder = folder;
        this.program = program;
        this.patience = patience;
        this.variables = variables;
    }

    /** The same with these variables in its environment, such as for an index of its own. */
    public Git with(Map<String, String> more) {
        var all = new HashMap<>(variables);
        all.putAll(more);
        return new Git(folder, program, patience, all);
    }

    /** Takes out of an environment what would make a git in it look elsewhere. */
    public static void forgetAnotherIn(Map<String, String> environment) {
        environment.keySet().removeAll(OF_ANOTHER_REPOSITORY);
    }

    /** What git prints, or nothing if it fails: then {@link #problem} says why. */
    public Optional<String> ask(String... args) throws InterruptedException {
        if (hangs) {
            return Optional.empty();
        }
        var command = new ArrayList<>(program);
        command.addAll(List.of("-C", folder.toString()));
        command.addAll(List.of(args));
        var builder = new ProcessBuilder(command);
        forgetAnotherIn(builder.environment());
        builder.environment().putAll(variables);
        // Nobody sees its questions, such as for a password where a part of the history is still elsewhere.
        builder.environment().put("GIT_TERMINAL_PROMPT", "0");
        try {
            var process = builder.start();
            process.getOutputStream().close();
            return answer(process);
        } catch (IOException e) {
            problem = SAY.of("git.none");
            return Optional.empty();
        }
    }

    private Optional<String> answer(Process process) throws InterruptedException {
        var out = read(process.getInputStream());
        var err = read(process.getErrorStream());
        try {
            var text = out.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            var complaint = err.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (process.waitFor() == 0) {
                return Optional.of(text);
            }
            problem = complaint.lines().findFirst().map(line -> SAY.of("git.says", line)).orElseGet(() -> SAY.of("git.says-nothing"));
        } catch (TimeoutException e) {
            hangs = true;
            problem = SAY.of("git.hangs", patience.toSeconds());
        } catch (ExecutionException e) {
            problem = SAY.of("git.unheard", e.getCause().getMessage());
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor(1, TimeUnit.SECONDS);
        }
        return Optional.empty();
    }

    private static CompletableFuture<String> read(InputStream stream) {
        return CompletableFuture.supplyAsync(() -> {
            try (stream) {
                return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }, reading -> Thread.ofPlatform().daemon().name("reads-git").start(reading));
    }

    /** Why there was no answer the last time that there was none. */
    public Optional<String> problem() {
        return Optional.ofNullable(problem);
    }
}
