package structured.coach.verify.docs;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import structured.coach.verify.docs.RunList.Entry;
import structured.coach.verify.docs.TypedLines.TypedLine;

/** Each command line is run, and ends as it should, or is listed as not run, with the reason. */
final class TypedCommands {

    private final Shell shell;
    private final Usage usage;
    private final RunList list;
    private final Tally tally = new Tally("commands");

    /** The lines for each entry of the list, in their order, each command once. */
    private final Map<Entry, Map<String, TypedLine>> uses = new LinkedHashMap<>();

    private TypedCommands(Site site, Function<String[], picocli.CommandLine> commandLines, Shell shell) throws IOException {
        this.shell = shell;
        usage = new Usage(site, commandLines);
        list = RunList.of(site);
    }

    /** Checks and runs all commands of a site, in the order of the list, in this shell. */
    static Tally check(Site site, Function<String[], picocli.CommandLine> commandLines, Shell shell) throws IOException, InterruptedException {
        var commands = new TypedCommands(site, commandLines, shell);
        for (var page : site.pages()) {
            TypedLines.inBlocks(page).forEach(commands::checkBlock);
            TypedLines.inSentences(page).forEach(commands::checkUsage);
        }
        commands.run();
        return commands.tally;
    }

    private void checkBlock(TypedLine line) {
        var entry = list.find(line.text());
        if (entry.isEmpty()) {
            tally.flawed(line.file(), line.line(), "nothing says whether this command is to be run: " + line.text(),
                    "Add it to " + RunList.FILE + ", below what is to be done with it.");
            return;
        }
        uses.computeIfAbsent(entry.get(), e -> new LinkedHashMap<>()).putIfAbsent(line.text(), line);
        checkUsage(line);
    }

    private void checkUsage(TypedLine line) {
        var wrong = usage.wrong(line.text());
        if (wrong.isEmpty()) {
            tally.fine();
        } else {
            tally.flawed(line.file(), line.line(), "%s can't work: %s".formatted(line.text(), wrong.get()), "Correct the command.");
        }
    }

    private void run() throws IOException, InterruptedException {
        for (var flaw : list.flaws()) {
            tally.flawed(flaw.file(), flaw.line(), flaw.what(), flaw.remedy());
        }
        for (var entry : list.entries()) {
            var lines = uses.getOrDefault(entry, Map.of()).values();
            if (lines.isEmpty()) {
                tally.flawed(RunList.FILE, entry.line(), "no page has this command: " + entry.pattern(), "Delete the line.");
            }
            for (var line : lines) {
                if (entry.status().isPresent() && shell.isThere()) {
                    run(line, entry);
                }
            }
        }
    }

    private void run(TypedLine line, Entry entry) throws IOException, InterruptedException {
        var ended = shell.run(line.text());
        if (ended.status() == entry.status().orElseThrow()) {
            tally.fine();
        } else {
            tally.flawed(line.file(), line.line(), "%s %s, and should with %d. It printed:%n%s".formatted(line.text(),
                    ended.late() ? "did not end in time" : "ended with " + ended.status(),
                    entry.status().get(), ended.lastLines()),
                    "Correct the command, or what %s says of it in line %d.".formatted(RunList.FILE, entry.line()));
        }
    }
}
