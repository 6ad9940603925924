package structured.coach.timeline;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;
import structured.coach.timeline.Task.Span;
import structured.coach.words.Wording;

/**
 * Makes a timeline of a recording's events, one event at a time: what it keeps doesn't grow with their number, but with
 * that of the threads that run at the same time.
 */
final class Reader {

    private static final Wording SAY = Wording.of(Reader.class);

    /** An execution sample, of which there is one every 10 ms, stands for the time around it. */
    private static final long SAMPLE = 10_000_000;

    private final String modulePackage;
    private final Instant base;
    private final long last;
    private final boolean unfinishedIsFine;
    private final Density density;
    private final Lives lives = new Lives();
    private final Tracks tracks = new Tracks();

    /** Whether none was cut short, and how long they waited for each other: for so many that none of them is kept. */
    private boolean noneCancelled = true;
    private long forOthers;

    private Reader(Program program, Run run) {
        modulePackage = program.packageName();
        base = run.launched();
        last = since(run.ended());
        unfinishedIsFine = !run.isFine();
        density = new Density(0, last);
    }

    /** Reads what was recorded of a run: all of it, or as far as it got. */
    static Timeline read(Program program, Run run) throws IOException {
        var reader = new Reader(program, run);
        for (var recording : run.recordings()) {
            reader.readEvents(recording);
        }
        return reader.timeline(program.title(), new ArrayList<>(run.sentences(program.test().isPresent())));
    }

    private Timeline timeline(String title, List<String> notes) {
        if (!tracks.tooMany()) {
            return tracks.timeline(title, last, notes);
        }
        var open = lives.open();
        if (open > 0) {
            notes.add(Timeline.notEnded(open));
        }
        var totals = lives.totals(last, false);
        var all = density.columns(lives.first(), lives.first() + totals.nanos(), 1);
        var waits = all.states().get(State.WAIT)[0] + all.states().get(State.PINNED)[0];
        return new Timeline(title, List.of(), density.since(lives.first()), new Timeline.Totals(totals.tasks(), totals.nanos(), totals.longest(), totals.sum(),
                noneCancelled && open == 0 && Timeline.addsUp(waits * totals.nanos(), forOthers, all.all()[0] * totals.nanos())), notes);
    }

    private void readEvents(Path recording) throws IOException {
        try (var file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                read(file.readEvent());
            }
        } catch (IOException e) {
            // A JVM that was killed leaves an unfinished file. That is complained of when all that is there has been read.
            if (!unfinishedIsFine) {
                throw e;
            }
        }
    }

    private void read(RecordedEvent event) {
        var from = since(event.getStartTime());
        var to = from + event.getDuration().toNanos();
        switch (event.getEventType().getName()) {
            case "jdk.VirtualThreadStart" -> {
                lives.start(event.getLong("javaThreadId"), from);
                density.start(from);
                with(event, track -> track.start = from);
            }
            case "jdk.VirtualThreadEnd" -> {
                lives.end(event.getLong("javaThreadId"), from);
                density.end(from);
                with(event, track -> track.end = from);
            }
            case "jdk.ThreadStart" -> with(event, track -> { });
            case "jdk.ThreadSleep" -> sleep(event, from, to);
            case "jdk.VirtualThreadPinned" -> span(event, from, to, State.PINNED, SAY.of("span.pinned"));
            case "jdk.ThreadPark" -> span(event, from, to, Stack.of(event, modulePackage).isForOthers() ? State.OTHERS : State.WAIT, SAY.of("span.parked"));
            case "jdk.JavaMonitorEnter" -> span(event, from, to, monitor(event), Timeline.forMonitor());
            case "jdk.JavaMonitorWait" -> span(event, from, to, monitor(event), SAY.of("span.wait"));
            case "jdk.ExecutionSample" -> span(event, Math.max(0, from - SAMPLE), from + SAMPLE, State.WORK, State.WORK.meaning());
            case "jdk.JavaExceptionThrow" -> exception(event, from);
            case "workshop.Began" -> with(event, track -> track.parent = event.getLong("parent"));
            case "workshop.Waited" -> span(event, from, to, event.getBoolean("forService") ? State.WAIT : State.OTHERS,
                    event.getBoolean("forService") ? SAY.of("span.service") : State.OTHERS.meaning());
            default -> { }
        }
    }

    private void sleep(RecordedEvent event, long from, long to) {
        var asked = event.getDuration("time");
        span(event, from, to, State.WAIT, SAY.of("span.sleep", Timeline.seconds(asked.toNanos())));
        if (asked.minusMillis(1).compareTo(event.getDuration()) > 0) {
            with(event, track -> track.interruptedAt(to));
            noneCancelled = false;
        }
    }

    /** On JDK 21 a virtual thread that waits for a monitor keeps its carrier. */
    private static State monitor(RecordedEvent event) {
        return event.getThread() != null && event.getThread().isVirtual() ? State.PINNED : State.OTHERS;
    }

    private void span(RecordedEvent event, long from, long to, State state, String what) {
        var thread = threadOf(event);
        if (thread != null && thread.isVirtual()) {
            density.add(state, from, to);
            forOthers += state == State.OTHERS || what.equals(Timeline.forMonitor()) ? to - from : 0;
        }
        with(event, track -> {
            var own = Stack.of(event, modulePackage).own();
            // Of other threads, what happens in the module's own lines. A sample may hit main on its way in, in no line yet.
            if (track.virtual || own != null && own.getLineNumber() > 0) {
                track.add(new Span(from, to, state, what, own == null ? "" : Stack.sourceOf(own), own == null ? 0 : own.getLineNumber()));
            }
        });
    }

    private void exception(RecordedEvent event, long time) {
        with(event, track -> {
            var exception = event.getClass("thrownClass").getName();
            if (exception.equals("java.lang.InterruptedException")) {
                track.interruptedAt(time);
            } else if (!Stack.of(event, modulePackage).isLinkage()) {
                track.threwAt(time, exception.substring(exception.lastIndexOf('.') + 1).replaceFirst(".*\\$", ""));
            }
        });
    }

    private void with(RecordedEvent event, Consumer<Track> action) {
        var thread = threadOf(event);
        if (thread != null && !tracks.tooMany()) {
            tracks.of(thread, Stack.of(event, modulePackage)).ifPresent(action);
        }
    }

    private static RecordedThread threadOf(RecordedEvent event) {
        return event.getEventType().getName().equals("jdk.ExecutionSample") ? event.getThread("sampledThread") : event.getThread();
    }

    private long since(Instant time) {
        return base.until(time, ChronoUnit.NANOS);
    }
}
