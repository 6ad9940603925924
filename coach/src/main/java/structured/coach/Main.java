package structured.coach;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import structured.coach.command.CheckCommand;
import structured.coach.command.CompletionCommand;
import structured.coach.command.HintCommand;
import structured.coach.command.ListCommand;
import structured.coach.command.PitfallsCommand;
import structured.coach.command.PortCommand;
import structured.coach.command.ResetCommand;
import structured.coach.command.SolutionCommand;
import structured.coach.judge.Workers;
import structured.coach.kit.KitCommand;
import structured.coach.kit.UpdateCommand;
import structured.coach.machine.Folders;
import structured.coach.machine.Temporary;
import structured.coach.practice.SpotCommand;
import structured.coach.room.BoardCommand;
import structured.coach.room.JoinCommand;
import structured.coach.room.LeaveCommand;
import structured.coach.room.Room;
import structured.coach.terminal.Gate;
import structured.coach.timeline.TimelineCommand;
import structured.coach.tutorial.Tutorial;
import structured.coach.verify.NewCommand;
import structured.coach.verify.VerifyCommand;
import structured.coach.watch.WatchCommand;
import structured.coach.words.Spoken;
import structured.coach.words.Wording;

/** The coach's command line. The launcher starts it, and tells it where the tutorial is. */
@Command(name = "workshop", description = "A tutorial on structured concurrency.")
public final class Main {

    private static final Wording SAY = Wording.of(Main.class);

    private static final Map<String, Class<?>> COMMANDS = new LinkedHashMap<>();

    static {
        COMMANDS.put("list", ListCommand.class);
        COMMANDS.put("check", CheckCommand.class);
        COMMANDS.put("watch", WatchCommand.class);
        COMMANDS.put("hint", HintCommand.class);
        COMMANDS.put("solution", SolutionCommand.class);
        COMMANDS.put("pitfalls", PitfallsCommand.class);
        COMMANDS.put("spot", SpotCommand.class);
        COMMANDS.put("reset", ResetCommand.class);
        COMMANDS.put("port", PortCommand.class);
        COMMANDS.put("timeline", TimelineCommand.class);
        COMMANDS.put("board", BoardCommand.class);
        COMMANDS.put("join", JoinCommand.class);
        COMMANDS.put("leave", LeaveCommand.class);
        COMMANDS.put("update", UpdateCommand.class);
        COMMANDS.put("kit", KitCommand.class);
        COMMANDS.put("verify", VerifyCommand.class);
        COMMANDS.put("new", NewCommand.class);
        COMMANDS.put("completion", CompletionCommand.class);
    }

    /** No path is longer, on Linux. */
    private static final int LONGEST_ARGUMENT = 4096;

    @Option(names = {"-h", "--help"}, usageHelp = true, scope = ScopeType.INHERIT, description = "show this help")
    private boolean help;

    /** Taken out of the arguments before all others, since help is in a language, too. */
    @Option(names = Spoken.OPTION, paramLabel = "TAG", scope = ScopeType.INHERIT, completionCandidates = TheirLanguage.Tags.class,
            description = "the language: ${COMPLETION-CANDIDATES}; without it, that of LC_ALL, LC_MESSAGES or LANG")
    private String language;

    private Main() {}

    /** Exits with 0 if all is well, 1 if something is not green, 2 if the command or the machine was not right. */
    public static void main(String[] all) {
        System.setOut(new Gate(System.out));
        System.setErr(new Gate(System.err));
        // What the coach says of numbers is read again, by programs and by itself: in any locale they have the same digits.
        Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
        var args = TheirLanguage.chosen(all);
        if (args.length > 0 && (args[0].equals("watch") || args[0].equals("spot"))) {
            keepTheTerminalsLibrary();
        }
        // A port is judged on another JDK.
        if (args.length > 0 && (args[0].equals("check") || args[0].equals("watch")) && Stream.of(args).noneMatch(arg -> arg.startsWith("--jdk")) && !isTooLong(args)) {
            startAhead(args);
        }
        System.exit(run(args));
    }

    /** Runs a command, and gives the exit status. */
    static int run(String... args) {
        if (isTooLong(args)) {
            System.err.println(SAY.of("argument.too-long", LONGEST_ARGUMENT));
            return 2;
        }
        return status(() -> Plain.of(args).map(Main::called).orElseGet(() -> commandLine(args).execute(asked(args))));
    }

    private static int called(Callable<Integer> command) {
        try {
            return command.call();
        } catch (Exception e) {
            return failed(e, Gate.writer(System.err));
        }
    }

    private static int failed(Exception e, PrintWriter err) {
        err.println(e instanceof IOException io ? Folders.problem(io) : SAY.of("went-wrong", e));
        if (!(e instanceof IOException)) {
            e.printStackTrace(err);
        }
        return 2;
    }

    private static boolean isTooLong(String[] args) {
        return Stream.of(args).anyMatch(argument -> argument.length() > LONGEST_ARGUMENT);
    }

    /** The arguments; of what is no command, only that: picocli would take a --help after it for one that asks for all the help there is. */
    static String[] asked(String[] args) {
        return args.length == 0 || args[0].startsWith("-") || COMMANDS.containsKey(args[0]) ? args : new String[] {args[0]};
    }

    /** That of a command, or 2 if this machine has too little for it: to an uncaught error Java gives 1, which means that something is not green. */
    static int status(IntSupplier command) {
        try {
            return command.getAsInt();
        } catch (OutOfMemoryError e) {
            System.err.println(SAY.of("too-little", e.getMessage()));
        } catch (Error e) {
            System.err.println(SAY.of("went-wrong", e));
            e.printStackTrace();
        }
        return 2;
    }

    /** JLine unpacks a library; a watch that is killed would leave it for ever. */
    private static void keepTheTerminalsLibrary() {
        try {
            if (System.getProperty("jline.tmpdir") == null) {
                System.setProperty("jline.tmpdir", Temporary.folder("terminal").path().toString());
            }
        } catch (IOException e) {
            // Then it takes the usual folder.
        }
    }

    /** A worker for the exercise that is named, or else for that of the last verdict, which is mostly the one. */
    private static void startAhead(String[] args) {
        try {
            var tutorial = Tutorial.here();
            var exercises = tutorial.exercises();
            var named = Stream.of(args).skip(1).flatMap(name -> exercises.stream().filter(it -> it.isCalled(name))).findFirst();
            var last = named.isPresent() ? named
                    : exercises.stream().max(Comparator.comparing(exercise -> tutorial.verdicts().resolve(exercise.name()).toFile().lastModified()));
            last.ifPresent(exercise -> Workers.startAhead(exercise.folder().toAbsolutePath()));
        } catch (IOException e) {
            // The command itself is going to say so.
        }
    }

    /** Makes commands, and what else picocli needs. */
    private static final class Commands implements IFactory {
        @Override
        public <K> K create(Class<K> kind) throws Exception {
            if (kind == CheckCommand.class) {
                return kind.cast(new CheckCommand(Room::once));
            }
            return kind == VerifyCommand.class ? kind.cast(new VerifyCommand(Main::commandLine)) : CommandLine.defaultFactory().create(kind);
        }
    }

    /** With the command that is called, or with all of them if that is none: each takes its time to be read. */
    public static CommandLine commandLine(String... args) {
        var commandLine = new CommandLine(new Main(), new Commands());
        var called = args.length > 0 && COMMANDS.containsKey(args[0]) && !args[0].equals("completion") ? List.of(args[0]) : COMMANDS.keySet();
        called.forEach(name -> commandLine.addSubcommand(name, COMMANDS.get(name)));
        // Nothing here takes a file of arguments: a name that begins with @ is a wrong one.
        commandLine.setExpandAtFiles(false);
        commandLine.setOut(Gate.writer(System.out)).setErr(Gate.writer(System.err));
        commandLine.setParameterExceptionHandler(Help.shortly(commandLine.getParameterExceptionHandler()));
        Help.translate(commandLine);
        commandLine.setExecutionExceptionHandler((e, command, parsed) -> failed(e, command.getErr()));
        return commandLine;
    }
}
