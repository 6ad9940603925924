package structured.coach.verify.docs;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import structured.coach.tutorial.Exercise;
import structured.coach.tutorial.Page;
import structured.coach.tutorial.TestNames;
import structured.coach.tutorial.Tutorial;
import structured.coach.tutorial.WrittenTest;
import structured.coach.words.Language;

/**
 * What there is in another language has what its source has: the same headings, steps, snippets, commands, pictures, links and numbers. Lessons, hints, the
 * sentences of tests and what is said of answers are there in each language.
 */
final class Translations {

    private static final Pattern NUMBER = Pattern.compile("\\d[\\d.,]*\\d");
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

    static Tally check(Site site) throws IOException {
        var tally = new Tally("languages");
        for (var language : Language.all()) {
            if (!language.isDefault()) {
                new Translations(site, language, tally).check();
            }
        }
        return tally;
    }

    private void check() throws IOException {
        var pages = new LinkedHashSet<>(site.files("README\\.md|modules/[^/]+/(README|hints)\\.md"));
        // What need not be there, such as a page of docs, is compared if it is.
        site.files(".*\\.md").stream().filter(file -> site.has(language.nameOf(file))).forEach(pages::add);
        for (var file : pages) {
            var translated = site.page(language.nameOf(file));
            if (translated.isEmpty()) {
                tally.flawed(language.nameOf(file), 1, "it is missing: %s is not there in %s".formatted(file, language.name()), "Translate it, with the words of docs/glossario.md.");
            } else {
                compare(site.page(file).orElseThrow(), translated.get());
            }
        }
        var answers = new TranslatedAnswers(site, language, tally);
        answers.checkKinds();
        for (var exercise : new Tutorial(site.root()).exercises()) {
            checkTests(exercise);
            answers.check(exercise);
        }
    }

    private void compare(Page source, Page translated) {
        var wanted = parts(source);
        var found = new ArrayList<>(parts(translated));
        var missing = new ArrayList<Part>();
        wanted.forEach(part -> found.stream().filter(part::is).findFirst().ifPresentOrElse(found::remove, () -> missing.add(part)));
        missing.forEach(part -> tally.flawed(translated.file(), 1, "lacks what %s has in line %d: %s".formatted(source.file(), part.line, part),
                "Translate what has changed there: both have the same headings, steps, snippets, commands, pictures, links and numbers."));
        found.forEach(part -> tally.flawed(translated.file(), part.line, "has what %s hasn't: %s".formatted(source.file(), part),
                "Take it out here, or write it there, too."));
        if (missing.isEmpty() && found.isEmpty()) {
            tally.fine();
        }
    }

    private List<Part> parts(Page page) {
        var steps = page.steps(2);
        steps.putAll(page.steps(3));
        var parts = new ArrayList<Part>();
        page.all(Node.class).forEach(node -> {
            switch (node) {
                case Heading heading -> parts.add(new Part("heading", "#".repeat(heading.getLevel()) + steps.entrySet().stream()
                        .filter(step -> step.getValue() == heading).map(step -> " of step " + step.getKey()).findFirst().orElse(""), Page.line(heading)));
                case FencedCodeBlock block when !block.getInfo().isBlank() -> parts.add(new Part("snippet", SHELL_COMMENT.matcher(block.getLiteral()).replaceAll(""), Page.line(block)));
                case FencedCodeBlock block -> parts.add(new Part("block", "without a language", Page.line(block)));
                case Code code -> parts.add(new Part("code", fileOf(code.getLiteral()), Page.line(code)));
                case Link link -> parts.add(new Part("link", target(link.getDestination()), Page.line(link)));
                case Image image -> parts.add(new Part("picture", target(image.getDestination()), Page.line(image)));
                case Text text -> NUMBER.matcher(text.getLiteral()).results()
                        .forEach(number -> parts.add(new Part("number", number.group().replaceAll("[.,](?=\\d)", ""), Page.line(text))));
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
