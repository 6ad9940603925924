package structured.coach;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;
import structured.coach.words.Language;
import structured.coach.words.Wording;

/** The command line's own texts: those of {@code --help}, and what is wrong with a line. In the first language they are the annotations', and picocli's. */
final class Help {

    private static final Wording SAY = Wording.of(Help.class);

    /** What people type who are used to other tools, and what they mean; going by the letters alone, {@code test} would be {@code reset}. */
    private static final Map<String, List<String>> MEANT = Map.of("test", List.of("check"), "tests", List.of("check"), "verdict", List.of("check"),
            "run", List.of("check", "timeline"), "main", List.of("timeline"), "start", List.of("watch"), "next", List.of("list", "watch"), "undo", List.of("reset --undo"));

    private static final String BUNDLE = "help.properties";

    private Help() {}

    /** Has it speak their language, with all of its commands: what the bundle doesn't say stays as it is. */
    static void translate(CommandLine commandLine) {
        if (!Language.here().isDefault()) {
            Wording.read(Help.class, Language.here().nameOf(BUNDLE)).ifPresent(bundle -> {
                commandLine.setResourceBundle(bundle);
                commandLine.getSubcommands().values().forEach(command -> command.setResourceBundle(bundle));
            });
        }
    }

    /** One sentence and where to read more, instead of the whole manual. */
    static IParameterExceptionHandler shortly() {
        return (e, args) -> {
            var command = e.getCommandLine();
            if (e instanceof UnmatchedArgumentException unmatched && command.getCommandName().equals("workshop")) {
                return unknownCommand(unmatched);
            }
            command.getErr().println(problem(e));
            command.getErr().println(SAY.of("help.see", command.getCommandSpec().qualifiedName()));
            return command.getCommandSpec().exitCodeOnInvalidInput();
        };
    }

    private static int unknownCommand(UnmatchedArgumentException e) {
        var command = e.getCommandLine();
        var first = e.getUnmatched().getFirst();
        command.getErr().println(SAY.of(e.isUnknownOption() ? "help.unknown-option" : "help.no-command", "'" + first + "'"));
        var nearest = MEANT.getOrDefault(first, nearest(e));
        if (nearest.isEmpty()) {
            command.usage(command.getErr());
        } else {
            command.getErr().println(SAY.of("help.nearest", String.join(SAY.of("help.or"), nearest)));
        }
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    private static List<String> nearest(UnmatchedArgumentException e) {
        return e.getSuggestions().stream().map(suggestion -> suggestion.substring(suggestion.lastIndexOf(' ') + 1)).toList();
    }

    private static String problem(ParameterException e) {
        // What a converter of ours says is in their language already; of numbers, picocli says it itself.
        if (e.getCause() instanceof TypeConversionException cause && (Language.here().isDefault() || isOurs(e.getArgSpec()))) {
            return cause.getMessage();
        }
        // What a command itself says is in their language already.
        return Language.here().isDefault() ? e.getMessage() : switch (e) {
            case MissingParameterException missing -> SAY.of("help.missing", missing.getMissing().stream().map(Help::nameOf).collect(Collectors.joining(", ")));
            case UnmatchedArgumentException unmatched -> SAY.of(unmatched.isUnknownOption() ? "help.unknown-option" : "help.too-many", quoted(unmatched));
            case OverwrittenOptionException twice -> SAY.of("help.once", nameOf(twice.getOverwritten()));
            default -> e.getArgSpec() == null || e.getValue() == null ? e.getMessage() : SAY.of("help.invalid", nameOf(e.getArgSpec()) + " '" + e.getValue() + "'");
        };
    }

    private static boolean isOurs(ArgSpec argument) {
        return argument != null && argument.converters().length > 0;
    }

    private static String quoted(UnmatchedArgumentException unmatched) {
        return "'" + String.join("', '", unmatched.getUnmatched()) + "'";
    }

    private static String nameOf(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
