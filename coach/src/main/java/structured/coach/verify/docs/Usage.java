package structured.coach.verify.docs;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import structured.coach.tutorial.Exercise;

/** Whether a command can be typed as it is written: what it names exists. It is not run for that. */
final class Usage {

    /** What stands for something that the reader chooses. */
    private static final Pattern PLACEHOLDER = Pattern.compile(".*…|[A-Z]+|.*\\bNN\\b.*");

    private static final Optional<String> FINE = Optional.empty();

    private static final Pattern LAUNCHERS_OWN = Pattern.compile("(?m)^# {3}\\./workshop (\\w+)");

    private final Site site;
    private final Function<String[], CommandLine> commandLines;
    private final String launcher;
    private final Set<String> profiles;

    /** Commands are those of these command lines: each is made for the arguments that it is going to be given. */
    Usage(Site site, Function<String[], CommandLine> commandLines) throws IOException {
        this.site = site;
        this.commandLines = commandLines;
        launcher = site.has("workshop") ? site.read("workshop") : "";
        var poms = new StringBuilder();
        for (var pom : site.files("(.*/)?pom\\.xml")) {
            poms.append(site.read(pom));
        }
        profiles = Pattern.compile("<id>([^<]+)</id>").matcher(poms).results().map(id -> id.group(1)).collect(Collectors.toSet());
    }

    /** What is wrong with a command line, if anything is. */
    Optional<String> wrong(String line) {
        for (var command : line.split("&&|\\|\\||[|;]")) {
            var words = List.of(command.strip().split("\\s+"));
            var rest = words.subList(1, words.size());
            var wrong = switch (words.getFirst()) {
                case "./workshop", "workshop" -> workshop(rest);
                case "mvn" -> maven(rest);
                case "cd", "java" -> files(rest);
                default -> FINE;
            };
            if (wrong.isPresent()) {
                return wrong;
            }
        }
        return FINE;
    }

    private Optional<String> workshop(List<String> words) {
        if (words.isEmpty()) {
            return FINE;
        }
        for (var pitfall : after(words, "--pitfall")) {
            if (!PLACEHOLDER.matcher(pitfall).matches() && site.files("solutions/[^/]+/pitfalls/%s/.*".formatted(pitfall)).isEmpty()) {
                return Optional.of("there is no pitfall " + pitfall);
            }
        }
        if (Set.of("help", "-h", "--help").contains(words.getFirst())) {
            return FINE;
        }
        var own = LAUNCHERS_OWN.matcher(launcher).results().map(found -> found.group(1)).collect(Collectors.toSet());
        var args = words.stream().map(word -> PLACEHOLDER.matcher(word).matches() ? "04" : word).toArray(String[]::new);
        var commandLine = commandLines.apply(args);
        if (!commandLine.getSubcommands().containsKey(args[0])) {
            var unknown = words.stream().skip(1).filter(word -> !launcher.contains(word + ")")).findFirst();
            return !own.contains(args[0]) ? Optional.of("./workshop has no command " + args[0])
                    : unknown.map(word -> "./workshop %s knows no %s".formatted(args[0], word));
        }
        try {
            var unknown = commandLine.parseArgs(args).subcommand().matchedPositionals().stream()
                    .filter(positional -> positional.paramLabel().equals("MODULE"))
                    .flatMap(positional -> positional.originalStringValues().stream()).filter(name -> !isExercise(name)).findFirst();
            return unknown.map(name -> "there is no exercise " + name);
        } catch (MissingParameterException e) {
            // The command is only named, as in: "`./workshop hint` gives one more".
            return FINE;
        } catch (ParameterException e) {
            return e.getMessage().lines().findFirst();
        }
    }

    private boolean isExercise(String name) {
        return site.files("modules/[^/]+/pom\\.xml").stream().anyMatch(pom -> new Exercise(site.root(), pom.split("/")[1]).isCalled(name));
    }

    private Optional<String> maven(List<String> words) {
        var pom = after(words, "-f", "--file").stream().findFirst().orElse("modules/pom.xml");
        if (!site.files().contains(pom)) {
            return Optional.of("there is no " + pom);
        }
        var folder = pom.substring(0, pom.lastIndexOf('/') + 1);
        for (var projects : after(words, "-pl", "--projects")) {
            for (var project : projects.replace("'", "").split(",")) {
                var name = project.replaceFirst("^!", "");
                if (!PLACEHOLDER.matcher(name).matches() && !site.files().contains(folder + name + "/pom.xml")) {
                    return Optional.of("%s names no module %s".formatted(pom, name));
                }
            }
        }
        for (var word : words) {
            if (word.startsWith("-P") && !profiles.contains(word.substring(2))) {
                return Optional.of("no pom.xml has a profile " + word.substring(2));
            }
            if (word.startsWith("-Dtest=") && site.files(".*/%s\\.java".formatted(word.replaceFirst("-Dtest=(\\w*).*", "$1"))).isEmpty()) {
                return Optional.of("there is no test " + word.substring("-Dtest=".length()));
            }
        }
        return FINE;
    }

    /** The values of an option. */
    private static List<String> after(List<String> words, String... options) {
        return IntStream.range(1, words.size()).filter(i -> Arrays.asList(options).contains(words.get(i - 1)))
                .mapToObj(words::get).toList();
    }

    /** Files of the tutorial's; what is built isn't there yet. */
    private Optional<String> files(List<String> words) {
        return words.stream().filter(word -> word.matches("(modules|solutions|coach|docs)/.*") && !word.contains("/target/"))
                .filter(word -> !PLACEHOLDER.matcher(word).matches() && !site.has(word.replaceFirst("/$", "")))
                .findFirst().map(word -> "there is no " + word);
    }
}
