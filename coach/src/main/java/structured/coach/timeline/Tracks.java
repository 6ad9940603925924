package structured.coach.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jdk.jfr.consumer.RecordedThread;
import structured.coach.terminal.Harmless;
import structured.coach.timeline.Timeline.Totals;
import structured.coach.words.Wording;

/** The threads of a program, each in detail as long as there are not too many, and which of them are its tasks. */
final class Tracks {

    private static final Wording SAY = Wording.of(Tracks.class);

    /** With more threads than these, none of them is kept in detail. */
    private static final int MOST = 1000;

    /** No helper of a service lives longer, unless the machine is overloaded. */
    private static final long HELPER = 500_000_000;

    /** Whoever starts these starts virtual threads, too. */
    private static final Set<String> SERVICE_THREADS = Set.of("HTTP-Dispatcher", "HttpClient-1-SelectorManager");

    /** Platform threads that run no task: the one that runs main, and in a test those that run it, and look at the time for it. */
    private static final Set<String> OF_THE_PROGRAM = Set.of("main", "test", "clock");

    /** Of a thread's name, which may be any text. */
    private static final int LONGEST_NAME = 200;

    /** The thread group of the threads on which virtual threads run. */
    private static final String CARRIERS = "CarrierThreads";

    private final Map<Long, Track> tracks = new HashMap<>();
    private boolean tooMany;
    private boolean hasService;

    /** Whether there were too many threads: none of them is kept then. */
    boolean tooMany() {
        return tooMany;
    }

    /** What is known of a thread that was seen with this stack; nothing if the thread is of no interest. */
    Optional<Track> of(RecordedThread thread, Stack stack) {
        // Caught between a virtual thread and its carrier, an event may be said to be the carrier's.
        var isCarriers = !thread.isVirtual() && (stack.isVirtualThreads() || groupOf(thread).equals(CARRIERS));
        if (tooMany || isCarriers) {
            return Optional.empty();
        }
        var id = thread.getJavaThreadId();
        var track = tracks.computeIfAbsent(id, key -> new Track(id, thread.isVirtual(), nameOf(thread)));
        track.ofModule |= stack.isModules();
        track.ofService |= stack.isServices();
        hasService |= track.ofService || SERVICE_THREADS.contains(thread.getJavaName());
        if (tracks.size() > MOST) {
            tooMany = true;
            tracks.clear();
        }
        return Optional.of(track);
    }

    private static String nameOf(RecordedThread thread) {
        return thread.getJavaName() == null ? "" : Harmless.head(Harmless.line(thread.getJavaName()), LONGEST_NAME);
    }

    private static String groupOf(RecordedThread thread) {
        return thread.getThreadGroup() == null ? "" : thread.getThreadGroup().getName();
    }

    /** The timeline of the tasks; those that have not ended are drawn until {@code last}. */
    Timeline timeline(String title, long last, List<String> notes) {
        var shown = shown(notes);
        var origin = shown.stream().mapToLong(track -> track.start).min().orElse(0);
        var tasks = new ArrayList<Task>();
        var children = shown.stream().collect(Collectors.groupingBy(track -> parentOf(track, shown)));
        addBelow(0, "", 0, children, (track, name, depth) -> tasks.add(track.task(name, depth, origin, last)));
        var open = tasks.stream().filter(task -> task.ending() == Task.Ending.OPEN).count();
        if (open > 0) {
            notes.add(Timeline.notEnded(open));
        }
        var end = tasks.stream().mapToLong(Task::to).max().orElse(0);
        var totals = new Totals(tasks.size(), end, tasks.stream().mapToLong(Task::nanos).max().orElse(0),
                tasks.stream().mapToLong(Task::nanos).sum(), Timeline.addsUp(tasks));
        return new Timeline(title, tasks, Density.of(tasks, end), totals, notes);
    }

    /** What is to be done with a track that has got its name, and its place. */
    private interface Named {
        void add(Track track, String name, int depth);
    }

    /** The task that forked it; 0 if it was none of those that are drawn. */
    private static long parentOf(Track track, List<Track> shown) {
        return shown.stream().anyMatch(other -> other.id == track.parent && other.virtual && other != track) ? track.parent : 0;
    }

    /** Those that a task has forked, each followed by what it has forked itself: task 2, task 2.1, task 2.2, task 3. */
    private static void addBelow(long parent, String number, int depth, Map<Long, List<Track>> children, Named named) {
        var count = 0;
        for (var track : children.getOrDefault(parent, List.of())) {
            var own = track.virtual ? number + ++count : "";
            named.add(track, track.virtual ? SAY.of("task", own) : track.name, depth);
            addBelow(track.id, own + ".", depth + 1, children, named);
        }
    }

    /** The threads to draw, in the order of their creation; notes say what is not drawn, and what else there is to know. */
    private List<Track> shown(List<String> notes) {
        var helpers = helpers();
        if (!helpers.isEmpty()) {
            notes.add(SAY.of("note.http", helpers.size()));
        }
        var platform = tracks.values().stream().filter(track -> !track.virtual).toList();
        platform.forEach(Track::boundBySpans);
        var shown = tracks.values().stream().filter(Track::hasStarted)
                .filter(track -> track.virtual ? !helpers.contains(track) : !OF_THE_PROGRAM.contains(track.name))
                .sorted(Comparator.comparingLong(track -> track.id)).toList();
        if (shown.stream().anyMatch(track -> !track.virtual)) {
            notes.add(SAY.of("note.platform"));
        }
        if (shown.stream().anyMatch(Track::isFull)) {
            notes.add(SAY.of("note.full"));
        }
        if (shown.isEmpty()) {
            shown = platform.stream().filter(track -> track.hasStarted() && !track.name.equals("clock")).toList();
            notes.add(SAY.of(shown.isEmpty() ? "note.none" : "note.main"));
        }
        return shown;
    }

    /**
     * The threads that the JDK's HTTP client and server start for themselves. Most of them leave no trace but their start and
     * their end, as do the tasks that wait for an answer: but these live much longer.
     */
    private Set<Track> helpers() {
        if (!hasService) {
            return Set.of();
        }
        var silent = tracks.values().stream().filter(track -> track.virtual && !track.ofModule && !track.ofService)
                .filter(track -> track.hasStarted() && track.hasEnded()).toList();
        var longest = tracks.values().stream().filter(track -> track.virtual && !track.ofService && track.hasStarted() && track.hasEnded())
                .mapToLong(track -> track.end - track.start).max().orElse(0);
        var helpers = new HashSet<Track>();
        silent.stream().filter(track -> track.end - track.start < Math.min(HELPER, longest / 2)).forEach(helpers::add);
        tracks.values().stream().filter(track -> track.virtual && track.ofService).forEach(helpers::add);
        return helpers;
    }
}
