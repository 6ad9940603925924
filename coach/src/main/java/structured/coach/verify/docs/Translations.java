package structured.coach.verify.docs;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import picocli.CommandLine;
import structured.coach.tutorial.Exercise;
import structured.coach.tutorial.Page;
import structured.coach.tutorial.TestNames;
import structured.coach.tutorial.Tutorial;
import structured.coach.tutorial.WrittenTest;
import structured.coach.words.Language;

/**
 * What there is in another language has what its source has: the same headings, steps, snippets, commands, pictures, links and numbers. Lessons, hints, the
 * sentences of tests and of the coach, what is said of answers, and most pages of docs are there in each language, and nothing has changed in a source since
 * somebody looked at it.
 */
final class Translations {

    private static final Pattern NUMBER = Pattern.compile("\\d[\\d.,]*\\d");
    /** The language of a block in which there is a drawing, with words in it. */
    private static final Set<String> DRAWING = Set.of("", "text");

    private static final int FIRST_LINES = 3;
    private static final Pattern SHELL_COMMENT = Pattern.compile("(?m)\\s*# .*$");

    /** A part of a page that a translation keeps: all but its line is the same in both. */
    private record Part(String kind, String text, int line) {

        boolean is(Part other) {
            return kind.equals(other.kind) && text.equals(other.text);
        }

        @Override
        public String toString() {
            return kind + " " + text.lines().findFirst().orElse("");
        }
    }

    private final Site site;
    private final Language language;
    private final Tally tally;

    private Translations(Site site, Language language, Tally tally) {
        this.site = site;
        this.language = language;
        this.tally = tally;
    }

    static Tally check(Site site, Function<String[], CommandLine> commandLines) throws IOException {
        var tally = new Tally("languages");
        for (var language : site.others()) {
            new Translations(site, language, tally).check(new Bundles(site, language, commandLines));
        }
        return tally;
    }

    private void check(Bundles bundles) throws IOException {
        var age = new Age(site, language, tally);
        for (var file : new Counterparts(site, language).sources()) {
            var translated = site.page(language.nameOf(file));
            if (translated.isEmpty()) {
                tally.flawed(language.nameOf(file), 1, "it is missing: %s is not there in %s".formatted(file, language.name()), "Translate it, with the words of docs/glossario.md.");
            } else {
                var source = site.page(file).orElseThrow();
                // What has been added there since is named, and need not be counted.
                if (compare(source, translated.get()) & age.check(Passages.of(source, language))) {
                    Section.compare(source, translated.get(), tally);
                }
            }
        }
        bundles.check(tally);
        for (var said : bundles.all()) {
            age.check(said);
        }
        var answers = new TranslatedAnswers(site, language, tally);
        answers.checkKinds();
        age.checkFile();
        Quoted.check(site, language, tally);
        for (var exercise : new Tutorial(site.root()).exercises()) {
            checkTests(exercise);
            answers.check(exercise);
        }
    }

    /** What is found when one page, or what is said in one file, is compared. */
    static Tally compared(Site site, Language language, Passages source) throws IOException {
        var tally = new Tally("languages");
        if (site.page(source.file()).isPresent()) {
            new Translations(site, language, tally).compare(site.page(source.file()).orElseThrow(), site.page(source.translation()).orElseThrow());
        } else if (source.keyed()) {
            Bundles.compare(site, language, source, tally);
        }
        return tally;
    }

    /** Returns whether both have the same parts. */
    private boolean compare(Page source, Page translated) {
        checkLinks(source, translated);
        var wanted = parts(source);
        var found = new ArrayList<>(parts(translated));
        var missing = new ArrayList<Part>();
        wanted.forEach(part -> found.stream().filter(part::is).findFirst().ifPresentOrElse(found::remove, () -> missing.add(part)));
        missing.forEach(part -> tally.flawed(translated.file(), 1, "lacks what %s has in line %d: %s".formatted(source.file(), part.line, part),
                "Translate what has changed there: both have the same headings, steps, snippets, commands, pictures, links and numbers."));
        found.forEach(part -> tally.flawed(translated.file(), part.line, "has what %s hasn't: %s".formatted(source.file(), part),
                "Take it out here, or write it there, too."));
        return missing.isEmpty() && found.isEmpty();
    }

    /** Readers stay in their language, where the page that a link leads to is there; the first lines lead to the other one. */
    private void checkLinks(Page source, Page translated) {
        translated.all(Link.class).filter(link -> Page.line(link) > FIRST_LINES).forEach(link -> {
            var path = link.getDestination().replaceFirst("#.*", "");
            var there = path.endsWith(".md") && !path.contains(":") ? Path.of(translated.file()).resolveSibling(path).normalize().toString().replace('\\', '/') : "";
            if (!there.isEmpty() && !language.nameOf(there).equals(there) && site.has(language.nameOf(there))) {
                tally.flawed(translated.file(), Page.line(link), "the link to %s leads to English, and %s is there".formatted(link.getDestination(), language.nameOf(there)), "Link that.");
            }
        });
        if (Counterparts.areLinked(source.file())) {
            Map.of(source, translated, translated, source).forEach((from, to) -> {
                if (from.all(Link.class).noneMatch(link -> Page.line(link) <= FIRST_LINES && Path.of(from.file()).resolveSibling(link.getDestination()).equals(Path.of(to.file())))) {
                    tally.flawed(from.file(), 1, "its first lines don't lead to " + to.file(), "Link that on top.");
                }
            });
        }
    }

    private List<Part> parts(Page page) {
        var steps = Section.steps(page);
        var parts = new ArrayList<Part>();
        page.all(Node.class).forEach(node -> {
            switch (node) {
                case Heading heading -> parts.add(new Part("heading", Section.name(heading, steps), Page.line(heading)));
                case FencedCodeBlock block when !DRAWING.contains(block.getInfo()) -> parts.add(new Part("snippet", SHELL_COMMENT.matcher(block.getLiteral()).replaceAll(""), Page.line(block)));
                case FencedCodeBlock block -> parts.add(new Part("block", "without a language", Page.line(block)));
                case Code code -> parts.add(new Part("code", fileOf(code.getLiteral()), Page.line(code)));
                case Link link -> parts.add(new Part("link", target(link.getDestination()), Page.line(link)));
                case Image image -> parts.add(new Part("picture", target(image.getDestination()), Page.line(image)));
                case Text text -> {
                    NUMBER.matcher(text.getLiteral()).results()
                            .forEach(number -> parts.add(new Part("number", number.group().replaceAll("[.,](?=\\d)", ""), Page.line(text))));
                    if (!(text.getParent() instanceof Heading)) {
                        Page.stepsIn(text.getLiteral()).forEach(step -> parts.add(new Part("mention", "of step " + step, Page.line(text))));
                    }
                }
                default -> { }
            }
        });
        page.attributes().forEach(attribute -> parts.add(new Part(attribute.name(), target(attribute.value()), attribute.line())));
        // How often code is named is a matter of style.
        var named = new HashSet<String>();
        parts.removeIf(part -> part.kind.equals("code") && !named.add(part.text));
        return parts;
    }

    /** A file by its name in the first language. A page that is translated has its own anchors. */
    private String target(String link) {
        return fileOf(link).replaceFirst("#.*", "");
    }

    private String fileOf(String text) {
        return text.replace("." + language.tag() + ".", ".");
    }

    private void checkTests(Exercise exercise) throws IOException {
        var file = TestNames.fileOf(exercise.folder(), language);
        var name = site.root().relativize(file).toString().replace('\\', '/');
        var names = new Properties();
        if (site.has(name)) {
            names.load(new StringReader(site.read(name)));
        }
        var unknown = new TreeSet<>(names.stringPropertyNames());
        for (var test : WrittenTest.of(exercise)) {
            unknown.remove(test.id());
            if (names.getProperty(test.id(), "").isBlank()) {
                tally.flawed(name, 1, "a test has no sentence in %s: %s".formatted(language.name(), test.id()), "Write one: %s=... In English it is: %s".formatted(test.id(), test.name()));
            } else {
                tally.fine();
            }
        }
        unknown.forEach(id -> tally.flawed(name, 1, "there is no such test: " + id, "Take it out, or give it the name that the test has now."));
    }
}
