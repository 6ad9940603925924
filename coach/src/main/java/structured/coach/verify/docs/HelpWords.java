package structured.coach.verify.docs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import structured.coach.words.Language;

/** What {@code --help} says: in the first language it stands in the annotations of commands, and has a bundle in each other one. */
final class HelpWords {

    private static final String FILE = Bundles.RESOURCES + "structured/coach/help.properties";
    private static final String SOURCES = "coach/src/main/java/";
    private static final int AS_LONG_AS_TELLS = 24;

    private HelpWords() {}

    /** Of each command that the bundle of a language speaks of, and of all together, what its class says. */
    static List<Passages> of(Site site, Language language, Function<String[], CommandLine> commandLines) throws IOException {
        var translation = language.nameOf(FILE);
        var all = new ArrayList<Passages>();
        if (site.has(translation)) {
            var keys = Bundles.said(site, translation).keySet();
            var workshop = Language.in(Language.all().getFirst(), () -> commandLines.apply(new String[0]));
            all.add(of(site, translation, workshop.getCommandSpec()));
            for (var command : workshop.getSubcommands().entrySet()) {
                if (keys.contains("workshop.%s.usage.description".formatted(command.getKey()))) {
                    all.add(of(site, translation, command.getValue().getCommandSpec()));
                }
            }
        }
        return all;
    }

    private static Passages of(Site site, String translation, CommandSpec command) throws IOException {
        var file = SOURCES + command.userObject().getClass().getName().replace('.', '/') + ".java";
        var lines = site.read(file).lines().toList();
        var said = new ArrayList<Passage>();
        said.add(passage("", command.usageMessage().description(), lines));
        said.add(passage("", command.usageMessage().footer(), lines));
        // Those of all commands are said once.
        command.args().stream().filter(argument -> !argument.inherited())
                .forEach(argument -> said.add(passage((argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel()) + ": ", argument.description(), lines)));
        said.removeIf(passage -> passage.text().isBlank());
        return new Passages(file, translation, List.copyOf(said), false);
    }

    /** What stands there may be of several parts: it begins where its first letters do. */
    private static Passage passage(String whose, String[] said, List<String> lines) {
        var text = String.join("\n", said).strip();
        var first = text.lines().findFirst().orElse("").replace("\"", "\\\"");
        var begins = first.substring(0, Math.min(AS_LONG_AS_TELLS, first.length()));
        var line = IntStream.range(0, lines.size()).filter(at -> lines.get(at).contains(begins)).findFirst().orElse(0) + 1;
        return new Passage(line, (whose + text).replaceAll("\\s+", " "));
    }
}
