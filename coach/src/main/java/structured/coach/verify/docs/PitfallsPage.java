package structured.coach.verify.docs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import structured.coach.machine.Folders;
import structured.coach.tutorial.Kinds;
import structured.coach.tutorial.Pitfall;
import structured.coach.tutorial.Tutorial;

/** docs/pitfalls.md, which lists all pitfalls by kind: made of what their first lines say, and of the kinds' questions. */
public final class PitfallsPage {

    static final String FILE = "docs/pitfalls.md";
    static final String COMMAND = "./workshop verify --rewrite";

    private static final String INTRODUCTION = """
            <!-- Made of the first lines of all pitfalls, and of %s, by %s. Change those, not this. -->

            # Pitfalls, by kind

            %d wrong answers to these exercises, each caught by a test, in %d kinds of mistakes. The same mistake comes back from exercise to
            exercise: look for it where you have met it. What five of them look like while they run: [Five pitfalls, seen](pitfalls-seen.md).

            Each has its code behind its name, and says there why people write it. Do the exercise first. Once it is green, the coach lists
            its pitfalls, and shows them to you one at a time, without their names, for you to spot what is wrong:

            ```sh
            ./workshop pitfalls 04
            ./workshop spot 04
            ```

            """;

    private PitfallsPage() {}

    /** Writes it again, and says whether it is another one than before. */
    public static boolean rewrite(Tutorial tutorial) throws IOException {
        var file = tutorial.root().resolve(FILE);
        var text = text(tutorial.root());
        if (Files.exists(file) && Files.readString(file).replace("\r\n", "\n").equals(text)) {
            return false;
        }
        Folders.replace(file, text.getBytes(StandardCharsets.UTF_8));
        return true;
    }

    /** Whether it says what they say. */
    static Tally check(Site site) throws IOException {
        var tally = new Tally("made");
        if (!site.has(Kinds.FILE)) {
            return tally;
        }
        var line = firstDifference(site.has(FILE) ? site.read(FILE).lines().toList() : List.of(), text(site.root()).lines().toList());
        if (line == 0) {
            tally.fine();
        } else {
            tally.flawed(FILE, line, "the pitfalls say something else now, or there are others", "Make it again: " + COMMAND);
        }
        return tally;
    }

    private static int firstDifference(List<String> there, List<String> due) {
        for (int i = 0; i < Math.max(there.size(), due.size()); i++) {
            if (i >= there.size() || i >= due.size() || !there.get(i).equals(due.get(i))) {
                return i + 1;
            }
        }
        return 0;
    }

    static String text(Path root) throws IOException {
        var pitfalls = new ArrayList<Pitfall>();
        for (var exercise : new Tutorial(root).exercises()) {
            pitfalls.addAll(Pitfall.of(exercise));
        }
        var kinds = Kinds.of(root).all();
        var page = new StringBuilder(INTRODUCTION.formatted(Kinds.FILE, COMMAND, pitfalls.size(), kinds.size()));
        kinds.forEach(kind -> page.append("- [%s](#%s): %d\n".formatted(literal(kind.title()), anchor(kind.title()), of(kind, pitfalls).size())));
        kinds.forEach(kind -> append(page, kind, of(kind, pitfalls), root));
        return page.toString();
    }

    private static List<Pitfall> of(Kinds.Kind kind, List<Pitfall> pitfalls) {
        return pitfalls.stream().filter(pitfall -> pitfall.kind().filter(kind.slug()::equals).isPresent()).toList();
    }

    private static void append(StringBuilder page, Kinds.Kind kind, List<Pitfall> pitfalls, Path root) {
        page.append("\n## %s\n\nBroken is: %s\n\n**Ask.** %s\n\n| | Wrong answer | Caught by |\n|---|---|---|\n"
                .formatted(literal(kind.title()), literal(kind.promise()), literal(kind.question())));
        for (var pitfall : pitfalls) {
            var folder = root.relativize(pitfall.folder()).toString().replace('\\', '/');
            page.append("| %s [%s](../%s) | %s | %s |\n".formatted(pitfall.exercise().number(), pitfall.name(), folder, literal(pitfall.sentence()),
                    literal(String.join("; ", pitfall.tests()))));
        }
    }

    /** The anchor that GitHub gives a heading. */
    private static String anchor(String title) {
        return title.toLowerCase().replaceAll("[^a-z0-9 -]", "").replace(' ', '-');
    }

    /** A text in which Markdown finds nothing. */
    private static String literal(String text) {
        return text.replaceAll("([\\\\`*_\\[\\]<>|])", "\\\\$1");
    }
}
