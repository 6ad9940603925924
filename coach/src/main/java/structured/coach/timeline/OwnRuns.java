package structured.coach.timeline;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import structured.coach.machine.SourceText;
import structured.coach.machine.Temporary;
import structured.coach.terminal.Harmless;
import structured.coach.terminal.Style;
import structured.coach.tutorial.Exercise;
import structured.coach.words.Wording;

/**
 * Runs learners' own mains for somebody who does something else meanwhile. They get nothing to read, and what they print is kept from the terminal; who is
 * interrupted ends them.
 */
public record OwnRuns(Style style, Duration limit) {

    private static final Wording SAY = Wording.of(OwnRuns.class);

    /** Of what a program has printed that did not end well: its last lines say why. */
    private static final int MOST_PRINTED = 12;

    /** What became of a program; the timeline is empty if it didn't get so far. */
    private record Ran(Exercise exercise, Optional<Timeline> timeline, boolean isFine, List<String> said) {}

    /** The timeline of an exercise, or why there is none. Of several mains, that of the class in this file, if that is one of them. */
    public List<String> timeline(Exercise exercise, Optional<Path> file) throws IOException, InterruptedException {
        var ran = run(exercise, file);
        var lines = new ArrayList<>(ran.said);
        ran.timeline.ifPresent(timeline -> lines.addAll(TextChart.draw(timeline, style, SvgChart.axis(List.of(timeline)))));
        return lines;
    }

    /** The tasks of several exercises, one below the other, on one axis; {@code inShort} is a line for all tasks of one. They run at the same time, as they mostly wait. */
    public List<String> besideEachOther(List<Exercise> exercises, boolean inShort) throws IOException, InterruptedException {
        var runs = exercises.stream().map(exercise -> new FutureTask<>(() -> run(exercise, Optional.empty()))).toList();
        var threads = runs.stream().map(run -> Thread.ofPlatform().daemon().name("runs-a-main").start(run)).toList();
        try {
            var ran = new ArrayList<Ran>();
            for (var run : runs) {
                ran.add(run.get());
            }
            return draw(ran, inShort);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        } finally {
            threads.forEach(Thread::interrupt);
        }
    }

    private List<String> draw(List<Ran> runs, boolean inShort) {
        var nanos = Math.max(1, runs.stream().flatMap(ran -> ran.timeline.stream()).mapToLong(timeline -> timeline.totals().nanos()).max().orElse(1));
        var lines = new ArrayList<String>();
        for (var ran : runs) {
            if (!ran.isFine || ran.timeline.isEmpty()) {
                lines.addAll(style.wrap("", SAY.of("own.no-picture", ran.exercise.name())));
                continue;
            }
            var timeline = ran.timeline.get();
            lines.add("%s  %s".formatted(ran.exercise.name(), style.heading(Timeline.seconds(timeline.totals().nanos()))));
            // A bar a task, or if those are too many, one for all.
            var bars = !inShort && timeline.hasBars(10) ? timeline.tasks() : List.<Task>of();
            bars.forEach(task -> lines.add(bar(task.from(), task.to(), nanos)));
            if (bars.isEmpty()) {
                lines.add(bar(0, timeline.totals().nanos(), nanos));
            }
        }
        return lines;
    }

    private String bar(long from, long to, long nanos) {
        var columns = style.width() - 2;
        var start = (int) Math.min(columns - 1, from * (double) columns / nanos);
        var end = Math.clamp((long) Math.ceil(to * (double) columns / nanos), start + 1, columns);
        var bar = " ".repeat(start) + (style.utf8() ? "█" : "#").repeat(end - start);
        return "  " + (style.colour() ? TextDensity.coloured(bar) : bar);
    }

    private Ran run(Exercise exercise, Optional<Path> file) throws IOException, InterruptedException {
        var sources = exercise.main();
        var mains = Program.mains(sources);
        if (mains.isEmpty()) {
            return new Ran(exercise, Optional.empty(), false, List.of(SAY.of("own.no-main", exercise.title())));
        }
        var main = mains.stream().filter(source -> file.filter(source::equals).isPresent()).findFirst().orElse(mains.getFirst());
        var program = new Program(Harmless.line("%s: %s%s".formatted(exercise.name(), SourceText.className(main), SAY.of("which.yours"))), sources, main);
        try (var temporary = Temporary.folder("timeline")) {
            var folder = temporary.path();
            var classes = Files.createDirectory(folder.resolve("classes"));
            var problem = program.compile(classes);
            if (problem.isPresent()) {
                return new Ran(exercise, Optional.empty(), false, style.wrap("", problem.get()));
            }
            var printed = new ByteArrayOutputStream();
            var run = new Recorder(folder, new PrintStream(printed, true, StandardCharsets.UTF_8), limit).run(program, classes);
            return new Ran(exercise, Optional.of(Reader.read(program, run)), run.isFine(), run.isFine() ? List.of() : last(printed.toString(StandardCharsets.UTF_8)));
        }
    }

    private List<String> last(String printed) {
        var all = printed.lines().toList();
        var lines = new ArrayList<>(List.of(all.size() > MOST_PRINTED ? SAY.of("own.printed-more", all.size()) : SAY.of("own.printed")));
        all.stream().skip(Math.max(0, all.size() - MOST_PRINTED)).forEach(line -> lines.add("  " + style.aside(style.cut(Harmless.line(line), 2))));
        return all.isEmpty() ? List.of() : lines;
    }
}
