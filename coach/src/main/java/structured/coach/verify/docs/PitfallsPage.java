package structured.coach.verify.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import structured.coach.machine.Folders;
import structured.coach.tutorial.Kinds;
import structured.coach.tutorial.Pitfall;
import structured.coach.tutorial.TestNames;
import structured.coach.tutorial.Tutorial;
import structured.coach.words.Language;
import structured.coach.words.Wording;

/** docs/pitfalls.md, which lists all pitfalls by kind, in each language: made of what their first lines say, and of the kinds' questions. */
public final class PitfallsPage {

    static final String FILE = "docs/pitfalls.md";
    static final String COMMAND = "./workshop verify --rewrite";

    private static final Wording SAY = Wording.of(PitfallsPage.class);

    private PitfallsPage() {}

    /** Writes it again in each language, and says whether one of them is another one than before. */
    public static boolean rewrite(Tutorial tutorial) throws IOException {
        var isAnother = false;
        for (var language : Site.languages(tutorial.root())) {
            var file = tutorial.root().resolve(language.nameOf(FILE));
            var text = text(tutorial.root(), language);
            if (!Files.exists(file) || !Files.readString(file).replace("\r\n", "\n").equals(text)) {
                Folders.replace(file, text.getBytes(StandardCharsets.UTF_8));
                isAnother = true;
            }
        }
        return isAnother;
    }

    /** Whether it says what they say. */
    static Tally check(Site site) throws IOException {
        var tally = new Tally("made");
        if (!site.has(Kinds.FILE)) {
            return tally;
        }
        for (var language : site.languages()) {
            var file = language.nameOf(FILE);
            var line = firstDifference(site.has(file) ? site.read(file).lines().toList() : List.of(), text(site.root(), language).lines().toList());
            if (line == 0) {
                tally.fine();
            } else {
                tally.flawed(file, line, "the pitfalls say something else now, or there are others", "Make it again: " + COMMAND);
            }
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

    static String text(Path root, Language language) throws IOException {
        try {
            return Language.in(language, () -> text(root));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** In the language of this thread. */
    private static String text(Path root) {
        try {
            return made(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String made(Path root) throws IOException {
        var pitfalls = new ArrayList<Pitfall>();
        for (var exercise : new Tutorial(root).exercises()) {
            pitfalls.addAll(Pitfall.of(exercise));
        }
        var kinds = Kinds.of(root).all();
        var page = new StringBuilder(SAY.of("pitfalls.introduction", Kinds.FILE, COMMAND, pitfalls.size(), kinds.size(), inOtherLanguages(root)));
        kinds.forEach(kind -> page.append("- [%s](#%s): %d\n".formatted(literal(kind.title()), anchor(kind.title()), of(kind, pitfalls).size())));
        for (var kind : kinds) {
            append(page, kind, of(kind, pitfalls), root);
        }
        return page.toString();
    }

    private static String inOtherLanguages(Path root) throws IOException {
        return Site.languages(root).stream().filter(language -> !language.equals(Language.here()))
                .map(language -> "[%s](%s)".formatted(language.name(), Path.of(language.nameOf(FILE)).getFileName())).collect(Collectors.joining(" · "));
    }

    private static List<Pitfall> of(Kinds.Kind kind, List<Pitfall> pitfalls) {
        return pitfalls.stream().filter(pitfall -> pitfall.kind().filter(kind.slug()::equals).isPresent()).toList();
    }

    private static void append(StringBuilder page, Kinds.Kind kind, List<Pitfall> pitfalls, Path root) throws IOException {
        page.append("\n## %s\n\n%s\n\n%s\n\n%s\n|---|---|---|\n".formatted(literal(kind.title()), SAY.of("pitfalls.broken", literal(kind.promise())),
                SAY.of("pitfalls.ask", literal(kind.question())), SAY.of("pitfalls.head")));
        for (var pitfall : pitfalls) {
            var tests = TestNames.translator(pitfall.exercise());
            var folder = root.relativize(pitfall.folder()).toString().replace('\\', '/');
            page.append("| %s [%s](../%s) | %s | %s |\n".formatted(pitfall.exercise().number(), pitfall.name(), folder, literal(pitfall.sentence()),
                    literal(String.join("; ", pitfall.tests().stream().map(tests).toList()))));
        }
    }

    /** The anchor that GitHub gives a heading. */
    private static String anchor(String title) {
        return title.toLowerCase().replaceAll("[^\\p{L}0-9 -]", "").replace(' ', '-');
    }

    /** A text in which Markdown finds nothing. */
    private static String literal(String text) {
        return text.replaceAll("([\\\\`*_\\[\\]<>|])", "\\\\$1");
    }
}
