package structured.coach.timeline;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import structured.coach.command.ExerciseName;
import structured.coach.machine.SourceText;
import structured.coach.machine.Temporary;
import structured.coach.terminal.Harmless;
import structured.coach.terminal.Style;
import structured.coach.timeline.HtmlPage.Part;
import structured.coach.tutorial.Exercise;
import structured.coach.words.Wording;

/** Runs a module's {@code main} and draws when each of its tasks ran. */
@Command(name = "timeline", sortOptions = false,
        description = "Runs a module's main and draws when each of its tasks ran.",
        footer = {"", "A bar is a thread: with a virtual thread for each task, a task. What the JDK's flight recorder knows is "
                + "drawn: starts, ends, sleeps, pinned carriers, and what was seen on a processor; and of the code itself, which waits are for "
                + "another task, and who forked whom. Successes and failures are known only by the exceptions that come up: "
                + "docs/architecture.md says more.", "",
                "Exit status: 0 drawn, 1 the program failed, did not end in time or does not compile, 2 wrong use."})
public final class TimelineCommand implements Callable<Integer> {

    private static final Wording SAY = Wording.of(TimelineCommand.class);

    @Parameters(paramLabel = "MODULE", converter = ExerciseName.class, completionCandidates = ExerciseName.Candidates.class,
            description = "the exercise: 4, 04, gather or 04-gather")
    private Exercise exercise;

    @Option(names = "--solution", description = "draw the solution, not your code")
    private boolean solution;

    @Option(names = "--compare", description = "draw both, your code above the solution, on the same axis, with the same random waits")
    private boolean compare;

    @Option(names = "--pitfall", paramLabel = "NAME", description = "draw a wrong answer, out of the solution's folder pitfalls")
    private String pitfall;

    @Option(names = "--main", paramLabel = "CLASS", description = "whose main to run, where several classes have one")
    private String main;

    @Option(names = "--test", paramLabel = "NAME", description = "run a test instead of the main: its sentence, or a part of it")
    private String test;

    @Option(names = "--svg", paramLabel = "FILE", description = "write a picture, too, to a new file or over an older picture")
    private Path svg;

    @Option(names = "--html", paramLabel = "FILE", description = "write a page, too, likewise: the timeline, and the source beside it")
    private Path html;

    @Option(names = "--limit", paramLabel = "SECONDS", defaultValue = "60", description = "stop it after so long (default: ${DEFAULT-VALUE})")
    private int limit;

    @Spec
    private CommandSpec spec;

    private final PrintStream out = System.out;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (test != null && (compare || solution && pitfall != null || main != null)) {
            throw wrong(SAY.of("wrong.test"));
        }
        if (limit < 1 || compare && (solution || pitfall != null) || solution && pitfall != null) {
            throw wrong(limit < 1 ? SAY.of("wrong.limit") : SAY.of("wrong.one-of"));
        }
        if (svg != null && html != null && svg.toAbsolutePath().normalize().equals(html.toAbsolutePath().normalize())) {
            throw wrong(SAY.of("wrong.files"));
        }
        for (var file : pictures()) {
            // Before the run, which takes its time.
            var problem = file.problem();
            if (problem.isPresent()) {
                throw wrong(problem.get());
            }
        }
        var parts = new ArrayList<Part>();
        var fine = true;
        for (var program : programs()) {
            fine &= run(program, parts);
        }
        var timelines = parts.stream().map(Part::timeline).toList();
        out.println();
        TextChart.draw(timelines, Style.ofOutput(), SvgChart.axis(timelines)).forEach(out::println);
        write(parts);
        return fine ? 0 : 1;
    }

    private boolean run(Program program, List<Part> parts) throws IOException, InterruptedException {
        try (var temporary = Temporary.folder("timeline")) {
            var folder = temporary.path();
            var classes = Files.createDirectory(folder.resolve("classes"));
            var problem = program.compile(classes);
            if (problem.isPresent()) {
                var totals = new Timeline.Totals(0, 0, 0, 0, false);
                parts.add(new Part(program, new Timeline(program.title(), List.of(), new Density(0, 1), totals,
                        List.of(problem.get(), SAY.of("see-check", exercise.name())))));
                return false;
            }
            out.println(SAY.of("running", program.title()));
            out.flush();
            var run = new Recorder(folder, Redirect.PIPE, Duration.ofSeconds(limit)).run(program, classes);
            parts.add(new Part(program, Reader.read(program, run)));
            return run.isFine();
        }
    }

    private List<PictureFile> pictures() {
        var pictures = new ArrayList<PictureFile>();
        if (svg != null) {
            pictures.add(PictureFile.svg(svg));
        }
        if (html != null) {
            pictures.add(PictureFile.html(html));
        }
        return pictures;
    }

    private void write(List<Part> parts) throws IOException {
        if (svg != null) {
            PictureFile.svg(svg).write(SvgChart.file(parts.stream().map(Part::timeline).toList()));
            out.println(SAY.of("written.picture", Harmless.line(svg.toString())));
        }
        if (html != null) {
            PictureFile.html(html).write(HtmlPage.of(parts));
            out.println(SAY.of("written.page", Harmless.line(html.toString())));
        }
    }

    private List<Program> programs() throws IOException {
        if (pitfall != null) {
            var folder = exercise.pitfalls().stream().filter(path -> path.getFileName().toString().equals(pitfall)).findFirst()
                    .orElseThrow(() -> wrong(noPitfall()));
            return List.of(program(SAY.of("which.pitfall", pitfall), exercise.solutionWith(folder)));
        }
        var programs = new ArrayList<Program>();
        if (!solution) {
            programs.add(program(compare ? SAY.of("which.yours") : "", exercise.main()));
        }
        if (solution || compare) {
            programs.add(program(SAY.of("which.solution"), exercise.solution()));
        }
        // With waits of their own, neither the one's shape nor its time could be held against the other's.
        var seed = new Random().nextLong();
        return compare ? programs.stream().map(program -> program.with(seed)).toList() : programs;
    }

    private String noPitfall() {
        try {
            return Harmless.text(SAY.of("wrong.pitfall-of", exercise.name(), pitfall, String.join("\n", Style.ofOutput().wrap("  ",
                    exercise.pitfalls().stream().map(folder -> folder.getFileName().toString()).collect(Collectors.joining(" "))))));
        } catch (IOException e) {
            return SAY.of("wrong.pitfall", exercise.name(), pitfall);
        }
    }

    private Program program(String which, List<Path> sources) throws IOException {
        if (test != null) {
            var named = NamedTest.only(test, exercise, this::wrong);
            var all = Stream.concat(sources.stream(), exercise.tests().stream()).toList();
            return new Program(Harmless.line("%s%s: \"%s\"".formatted(exercise.name(), which, named.name())), all, named.source(), OptionalLong.empty(), Optional.of(named));
        }
        var mains = Program.mains(sources);
        var names = mains.stream().map(SourceText::className).collect(Collectors.joining(", "));
        // A pitfall's own class comes last among the sources, and is the one to look at.
        var inOrder = pitfall == null ? mains : mains.reversed();
        var found = inOrder.stream().filter(source -> main == null || SourceText.className(source).equals(main)).findFirst()
                .orElseThrow(() -> wrong(names.isEmpty() ? SAY.of("wrong.no-main", exercise.name() + which) : SAY.of("wrong.main", exercise.name() + which, main, names)));
        if (main == null && mains.size() > 1) {
            out.println(SAY.of("one-main", SourceText.className(found), names));
        }
        return new Program(Harmless.line("%s: %s%s".formatted(exercise.name(), SourceText.className(found), which)), sources, found);
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
