package structured.coach.verify;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import structured.coach.verify.Check.Kind;

/** What has become of the checks: a row for each exercise, a column for each kind, and each that fell short. Written by all judges' threads. */
final class Table {

    /** A check that is named, and why: words that go on after its name. */
    private record Named(Check check, String what) {}

    /** A cell of the table. */
    private record Cell(String about, Kind kind) {}

    private final List<Check> all;
    private final Map<Cell, AtomicInteger> passed = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Named> shortfalls = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Named> flakes = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Check> doubts = new ConcurrentLinkedQueue<>();
    private final AtomicInteger done = new AtomicInteger();

    /** The table of these checks, none of which has been tried yet. */
    Table(List<Check> all) {
        this.all = all;
    }

    /** Notes what was found of a check, and says how many have been tried by now: one that is in doubt has not. */
    int note(Check check, Check.Finding finding) {
        switch (finding) {
            case Check.Finding.True yes -> countPassed(check);
            case Check.Finding.AtLast(var what) -> {
                countPassed(check);
                flakes.add(new Named(check, what));
            }
            case Check.Finding.Doubt(var alone) -> {
                doubts.add(new Check(check.about(), check.kind(), check.name(), alone, check.jdk()));
                return done.get();
            }
            case Check.Finding.Short(var what) -> shortfalls.add(new Named(check, what));
        }
        return done.incrementAndGet();
    }

    private void countPassed(Check check) {
        passed.computeIfAbsent(new Cell(check.about(), check.kind()), cell -> new AtomicInteger()).incrementAndGet();
    }

    List<Check> all() {
        return all;
    }

    /** Those of which it isn't known yet. They are to be tried, and noted, when all others are. */
    Queue<Check> doubts() {
        return doubts;
    }

    int passed() {
        return passed.values().stream().mapToInt(AtomicInteger::get).sum();
    }

    int failed() {
        return shortfalls.size();
    }

    /** The exercises, and what else there is, of which a check fell short. */
    Set<String> fellShort() {
        return shortfalls.stream().map(shortfall -> shortfall.check().about()).collect(Collectors.toSet());
    }

    /** Prints the rows of these exercises, with their columns; the last one has a heading of its own. */
    void print(PrintStream out, List<String> exercises, String later) {
        if (exercises.isEmpty()) {
            return;
        }
        var headings = new EnumMap<Kind, String>(Kind.class);
        for (var kind : Kind.values()) {
            headings.put(kind, kind == Kind.LATER ? later : kind.heading);
        }
        out.println(" ".repeat(22) + headings.values().stream().map(" %-8s"::formatted).collect(Collectors.joining()));
        for (var exercise : exercises) {
            var row = new ArrayList<String>();
            headings.forEach((kind, heading) -> row.add(" %%-%ds".formatted(Math.max(8, heading.length())).formatted(cell(exercise, kind))));
            out.println("%-22s".formatted(exercise) + String.join("", row));
        }
    }

    private String cell(String exercise, Kind kind) {
        var of = all.stream().filter(check -> check.about().equals(exercise) && check.kind() == kind).count();
        return of == 0 ? "-" : passed.getOrDefault(new Cell(exercise, kind), new AtomicInteger()) + "/" + of;
    }

    /** Prints each check that fell short, and how; and before them those that passed at last. */
    void printShortfalls(PrintStream out) {
        print(flakes, out);
        print(shortfalls, out);
    }

    private static void print(Queue<Named> those, PrintStream out) {
        for (var shortfall : those) {
            out.printf("%n%s, %s %s %s%n", shortfall.check().about(), shortfall.check().kind().name().toLowerCase(Locale.ROOT),
                    shortfall.check().name(), shortfall.what());
        }
    }
}
