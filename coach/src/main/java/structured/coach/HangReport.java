package structured.coach;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import structured.coach.worker.Frames;

/** Turns a thread dump of a hung worker into a sentence: who waits for whom, and at which line. */
final class HangReport {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A frame as a dump has it: an optional module, class, method, and the place in the source. */
    private static final Pattern FRAME = Pattern.compile("(?:[^/]*/)*([\\w.$]+)\\.([\\w$<>]+)\\((?:([\\w$.]+\\.java):(\\d+)|.*)\\)");

    /** What a thread does whose innermost frames are of the JDK, by the first frame here that it has. */
    private static final Map<String, String> WAITS = new LinkedHashMap<>();

    static {
        WAITS.put("java.util.concurrent.StructuredTaskScope.join", "waits in join for its subtasks");
        WAITS.put("java.util.concurrent.StructuredTaskScope.joinUntil", "waits in joinUntil for its subtasks");
        WAITS.put("java.util.concurrent.StructuredTaskScope.close", "waits in the scope's close for subtasks that don't end");
        WAITS.put("java.util.concurrent.StructuredTaskScope$ShutdownOnFailure.join", "waits in join for its subtasks");
        WAITS.put("java.util.concurrent.StructuredTaskScope$ShutdownOnSuccess.join", "waits in join for its subtasks");
        WAITS.put("java.util.concurrent.CountDownLatch.await", "waits for a CountDownLatch to be counted down");
        WAITS.put("java.util.concurrent.Semaphore.acquire", "waits for a permit of a Semaphore");
        WAITS.put("java.util.concurrent.locks.ReentrantLock.lock", "waits for a lock that another thread holds");
        WAITS.put("java.util.concurrent.locks.ReentrantLock.lockInterruptibly", "waits for a lock that another thread holds");
        WAITS.put("java.util.concurrent.CompletableFuture.get", "waits for a CompletableFuture");
        WAITS.put("java.util.concurrent.CompletableFuture.join", "waits for a CompletableFuture");
        WAITS.put("java.util.concurrent.FutureTask.get", "waits for a Future");
        WAITS.put("java.util.concurrent.ThreadPerTaskExecutor.close", "waits in the executor's close for tasks that don't end");
        WAITS.put("java.util.concurrent.ExecutorService.close", "waits in the executor's close for tasks that don't end");
        WAITS.put("java.lang.Thread.join", "waits for a thread to end");
        WAITS.put("java.lang.Thread.sleep", "sleeps");
        WAITS.put("java.lang.Object.wait", "waits to be notified");
        WAITS.put("java.util.concurrent.locks.LockSupport.park", "is parked");
    }

    private record Frame(String className, String method, String file, String line) {
        boolean isLearners() {
            return file != null && Frames.isModules(className) && !Frames.isTest(file);
        }

        String place() {
            return (method.equals("<clinit>") ? "in a static initialiser, at " : "at ") + file + ":" + line;
        }
    }

    private HangReport() {}

    /** The sentence, or an empty one if no thread of the dump is in a module's main sources. */
    static String of(String dump) throws IOException {
        var doings = new ArrayList<String>();
        for (var container : JSON.readTree(dump).at("/threadDump/threadContainers")) {
            var isScope = container.get("container").asText().contains("StructuredTaskScope");
            for (var thread : container.get("threads")) {
                doingOf(thread).ifPresent(doing -> doings.add((isScope ? "subtask " : "thread ") + doing));
            }
        }
        // Threads that do the same at the same line are told together; the caller comes before its subtasks.
        return doings.stream().collect(Collectors.groupingBy(doing -> doing, LinkedHashMap::new, Collectors.counting()))
                .entrySet().stream().limit(5)
                .map(entry -> entry.getValue() == 1 ? "A " + entry.getKey() + "." : entry.getValue() + " times: a " + entry.getKey() + ".")
                .collect(Collectors.joining(" "));
    }

    private static Optional<String> doingOf(JsonNode thread) {
        var stack = new ArrayList<Frame>();
        for (var line : thread.get("stack")) {
            var match = FRAME.matcher(line.asText());
            if (match.matches()) {
                stack.add(new Frame(match.group(1), match.group(2), match.group(3), match.group(4)));
            }
        }
        return stack.stream().filter(Frame::isLearners).findFirst().map(own -> whatItDoes(stack, own) + ", " + own.place());
    }

    private static String whatItDoes(List<Frame> stack, Frame own) {
        var above = stack.subList(0, stack.indexOf(own));
        if (above.stream().anyMatch(frame -> Frames.isModules(frame.className()))) {
            return "runs a task that does not end";
        }
        return WAITS.entrySet().stream()
                .filter(wait -> above.stream().anyMatch(frame -> (frame.className() + "." + frame.method()).equals(wait.getKey())))
                .map(Map.Entry::getValue).findFirst()
                .orElse(above.isEmpty() ? "is busy" : "is in " + above.getFirst().className() + "." + above.getFirst().method());
    }
}
