package structured.coach.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The processes that code in a worker has started, and those that they have. Where the system shows a process's environment,
 * as on Linux, they are known by that, so also when the one that started them is gone; elsewhere by who started whom.
 */
public final class Offspring {

    /** A variable that all of them inherit. */
    public static final String VARIABLE = "WORKSHOP_WORKER";

    private static final Path PROCESSES = Path.of("/proc");

    private Offspring() {}

    /** Ends a process and all that it has started: what has its mark, and what is known only as long as it lives. */
    public static void endWith(Process process, String mark) {
        var started = process.descendants().toList();
        process.destroyForcibly();
        started.forEach(ProcessHandle::destroyForcibly);
        end(process.toHandle(), mark);
    }

    /** Ends those of a worker, whose mark is the value of its variable, but not the worker itself; and says which commands they were. */
    public static List<String> end(ProcessHandle worker, String mark) {
        var commands = new ArrayList<String>();
        // Those that one of them was just starting are there at the second look.
        for (int i = 0; i < 2; i++) {
            var found = Stream.concat(worker.descendants(), marked(worker, mark)).distinct().toList();
            for (var process : found) {
                process.info().command().ifPresent(commands::add);
                process.destroyForcibly();
            }
        }
        return commands.stream().distinct().toList();
    }

    private static Stream<ProcessHandle> marked(ProcessHandle worker, String mark) {
        if (mark == null || !Files.isReadable(PROCESSES.resolve("self/environ"))) {
            return Stream.empty();
        }
        var variable = "\0" + VARIABLE + "=" + mark + "\0";
        try (var folders = Files.newDirectoryStream(PROCESSES, "[0-9]*")) {
            var found = new ArrayList<ProcessHandle>();
            for (var folder : folders) {
                var id = Long.parseLong(folder.getFileName().toString());
                if (id != worker.pid() && environment(folder).contains(variable)) {
                    ProcessHandle.of(id).ifPresent(found::add);
                }
            }
            return found.stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    private static String environment(Path process) {
        try {
            return "\0" + Files.readString(process.resolve("environ"), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            // It is somebody else's, or has just ended.
            return "";
        }
    }
}
