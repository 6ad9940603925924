package structured.coach;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import structured.coach.kit.KitCommand;
import structured.coach.kit.UpdateCommand;
import structured.coach.practice.SpotCommand;
import structured.coach.room.BoardCommand;
import structured.coach.room.JoinCommand;
import structured.coach.room.LeaveCommand;
import structured.coach.room.Room;
import structured.coach.terminal.Gate;
import structured.coach.timeline.TimelineCommand;
import structured.coach.verify.NewCommand;
import structured.coach.verify.VerifyCommand;
import structured.coach.watch.WatchCommand;
import structured.coach.words.Spoken;

/** The commands, as picocli takes them. In a class of its own, since {@link Plain} command lines do without. */
@Command(name = "workshop", description = "A tutorial on structured concurrency.")
public final class Commands {

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

    @Option(names = {"-h", "--help"}, usageHelp = true, scope = ScopeType.INHERIT, description = "show this help")
    private boolean help;

    /** Taken out of the arguments before all others, since help is in a language, too. */
    @Option(names = Spoken.OPTION, paramLabel = "TAG", scope = ScopeType.INHERIT, completionCandidates = TheirLanguage.Tags.class,
            description = "the language: ${COMPLETION-CANDIDATES}; without it, that of LC_ALL, LC_MESSAGES or LANG")
    private String language;

    private Commands() {}

    /** The arguments; of what is no command, only that: picocli would take a --help after it for one that asks for all the help there is. */
    static String[] asked(String[] args) {
        return args.length == 0 || args[0].startsWith("-") || COMMANDS.containsKey(args[0]) ? args : new String[] {args[0]};
    }

    /** Makes commands, and what else picocli needs. */
    private static final class Factory implements IFactory {
        @Override
        public <K> K create(Class<K> kind) throws Exception {
            if (kind == CheckCommand.class) {
                return kind.cast(new CheckCommand(Room::once));
            }
            return kind == VerifyCommand.class ? kind.cast(new VerifyCommand(Commands::commandLine)) : CommandLine.defaultFactory().create(kind);
        }
    }

    /** With the command that is called, or with all of them if that is none: each takes its time to be read. */
    public static CommandLine commandLine(String... args) {
        var commandLine = new CommandLine(new Commands(), new Factory());
        var called = args.length > 0 && COMMANDS.containsKey(args[0]) && !args[0].equals("completion") ? List.of(args[0]) : COMMANDS.keySet();
        called.forEach(name -> commandLine.addSubcommand(name, COMMANDS.get(name)));
        // Nothing here takes a file of arguments: a name that begins with @ is a wrong one.
        commandLine.setExpandAtFiles(false);
        commandLine.setOut(Gate.writer(System.out)).setErr(Gate.writer(System.err));
        commandLine.setParameterExceptionHandler(Help.shortly());
        Help.translate(commandLine);
        commandLine.setExecutionExceptionHandler((e, command, parsed) -> Main.failed(e, command.getErr()));
        return commandLine;
    }
}
