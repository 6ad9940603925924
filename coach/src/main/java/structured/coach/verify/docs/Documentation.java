package structured.coach.verify.docs;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import structured.coach.machine.Temporary;
import structured.coach.tutorial.Tutorial;
import structured.coach.verdict.Verdict;

/**
 * The check of the documentation: links lead somewhere, snippets stand in sources, sample output is what a main prints, commands
 * work, lessons, TODOs, hints and tests have the same steps, what is said of later JDKs is what is compiled there, what is made of
 * sources is made of those that there are, and figures are what was measured.
 */
public final class Documentation {

    private Documentation() {}

    /** Checks it, in a copy of the tutorial, with these processors. */
    public static Findings check(Tutorial tutorial, Function<String[], CommandLine> commandLines, Semaphore processors) throws IOException, InterruptedException {
        try (var temporary = Temporary.folder("documentation")) {
            var folder = temporary.path();
            // Everything in the copy, where exercises are as shipped: so it is the same in a clone where some are solved.
            var root = Files.createDirectory(folder.toRealPath().resolve("tutorial"));
            Replica.make(tutorial, root);
            var site = Site.at(root);
            return new Findings(List.of(Links.check(site), Snippets.check(site), Outputs.check(site), StepNumbers.check(site), Translations.check(site, commandLines),
                    Constructs.check(site), PitfallsPage.check(site), Slides.check(site), Measured.check(site),
                    TypedCommands.check(site, commandLines, new Shell(root, processors, Shell.PATIENCE))));
        }
    }

    /** What was found. */
    public static final class Findings {

        /** Nothing was looked at. */
        public static final Findings NONE = new Findings(List.of());

        private final List<Tally> tallies;

        private Findings(List<Tally> tallies) {
            this.tallies = tallies;
        }

        /** These, and how what a guide says that is seen compares with these verdicts, by the pitfalls' folders. */
        public Findings and(WhatYouSee guide, Map<Path, Verdict> verdicts) {
            return new Findings(Stream.concat(tallies.stream(), Stream.of(guide.compare(verdicts))).filter(tally -> tally.total() > 0).toList());
        }

        /** Prints a row for the table: how much of each kind is right. */
        public void printRow(PrintStream out) {
            if (!tallies.isEmpty()) {
                out.println();
                out.println("%22s".formatted("") + columns(Tally::name));
                out.println("%-22s".formatted("docs") + columns(tally -> tally.passed() + "/" + tally.total()));
            }
        }

        private String columns(Function<Tally, String> text) {
            return tallies.stream().map(tally -> " %-8s".formatted(text.apply(tally))).collect(Collectors.joining());
        }

        /** Prints each thing that is wrong: where, what, and what to do. */
        public void printFlaws(PrintStream out) {
            tallies.forEach(tally -> tally.flaws().forEach(flaw -> out.printf("%ndocs, %s: %s%n", tally.name(), flaw)));
        }

        /** How many things are right. */
        public int passed() {
            return tallies.stream().mapToInt(Tally::passed).sum();
        }

        /** How many are wrong. */
        public int failed() {
            return tallies.stream().mapToInt(tally -> tally.flaws().size()).sum();
        }
    }
}
