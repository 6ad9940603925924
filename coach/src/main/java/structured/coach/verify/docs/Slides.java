package structured.coach.verify.docs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.commonmark.ext.gfm.tables.TableBlock;
import structured.coach.tutorial.Page;

/**
 * The workshop guide knows the slides by their numbers, and they its minutes. Each row of an agenda has those of its exercise, the first
 * agenda has all of them, a countdown takes as long as its row says, and where a sentence speaks of a slide, it says which one that is.
 */
final class Slides {

    static final String DECK = "docs/slides/slides.md";
    static final String DECKS_README = "docs/slides/README.md";

    private static final Pattern EXERCISE = Pattern.compile("(\\d\\d)\\b.*");
    private static final Pattern RANGE = Pattern.compile("(\\d+)(?:–(\\d+))?");
    private static final Pattern COUNTDOWN = Pattern.compile("<div class=\"countdown\" data-minutes=\"(\\d+)\" data-talk=\"(\\d+)\">(\\d+) \\p{L}+</div>");
    private static final Pattern MENTION = Pattern.compile("\\bslide (\\d+)(?: \\(\"([^\"]*)\"\\))?");

    /** A slide: its number, its first line in the file, its title, and the whole of it. */
    private record Slide(int number, int line, String title, String text) {

        /** Whether it is about the exercise of this number. */
        boolean isOf(String exercise) {
            return title.startsWith(exercise) && EXERCISE.matcher(title).matches();
        }
    }

    /** A row of an agenda. */
    private record Part(int line, int minutes, Optional<String> exercise, int first, int last) {

        boolean has(Slide slide) {
            return slide.number() >= first && slide.number() <= last;
        }
    }

    private final Tally tally;
    private final String deck;
    private final String guide;
    private final List<Slide> slides;

    private Slides(Tally tally, String deck, String guide, List<Slide> slides) {
        this.tally = tally;
        this.deck = deck;
        this.guide = guide;
        this.slides = slides;
    }

    static Tally check(Site site) throws IOException {
        var tally = new Tally("slides");
        for (var language : site.languages()) {
            var deck = language.nameOf(DECK);
            var guide = language.nameOf(WhatYouSee.GUIDE);
            var check = new Slides(tally, deck, guide, site.has(deck) ? slides(site.read(deck)) : List.of());
            if (!check.slides.isEmpty()) {
                check.agendas(site.page(guide));
                check.mentions(site.has(guide) ? site.read(guide) : "");
                check.count(site.has(DECKS_README) ? site.read(DECKS_README) : "");
            }
        }
        return tally;
    }

    /** A slide begins at a line of three dashes; what is above the first two of those are the deck's settings. */
    private static List<Slide> slides(String deck) {
        var slides = new ArrayList<Slide>();
        var lines = deck.lines().toList();
        var breaks = IntStream.range(0, lines.size()).filter(i -> lines.get(i).equals("---")).boxed().toList();
        for (int i = 1; i < breaks.size(); i++) {
            var end = i + 1 < breaks.size() ? breaks.get(i + 1) : lines.size();
            var own = lines.subList(breaks.get(i) + 1, end);
            var title = own.stream().filter(line -> line.startsWith("# ")).map(line -> line.substring(2)).findFirst().orElse("");
            slides.add(new Slide(i, breaks.get(i) + 2, title, String.join("\n", own)));
        }
        return slides;
    }

    private void agendas(Optional<Page> page) {
        var agendas = page.stream().flatMap(its -> its.all(TableBlock.class)).map(Slides::agenda).filter(parts -> !parts.isEmpty()).toList();
        agendas.forEach(parts -> parts.forEach(this::part));
        if (!agendas.isEmpty()) {
            var all = agendas.getFirst();
            slides.stream().filter(slide -> all.stream().noneMatch(part -> part.has(slide))).forEach(slide -> tally.flawed(guide,
                    all.getFirst().line(), "the agenda has no place for slide %d, \"%s\"".formatted(slide.number(), slide.title()), "Give its number to the row that it belongs to."));
            all.forEach(this::countdown);
        }
    }

    /** The rows of a table with columns for minutes and slides that have slides, and one between them for what there is; none of another table. */
    private static List<Part> agenda(TableBlock table) {
        var rows = Tables.rows(table);
        var headings = Tables.headings(rows);
        var parts = new ArrayList<Part>();
        var minutesAt = headings.indexOf("Min.");
        if (minutesAt >= 0 && headings.contains("Slides")) {
            for (var row : rows.subList(1, rows.size())) {
                var range = RANGE.matcher(Page.text(row.get(headings.indexOf("Slides"))));
                var what = EXERCISE.matcher(Page.text(row.get(minutesAt + 1)));
                if (range.matches()) {
                    var first = Integer.parseInt(range.group(1));
                    var minutes = Page.text(row.get(minutesAt));
                    parts.add(new Part(Page.line(row.getFirst()), minutes.matches("\\d{1,3}") ? Integer.parseInt(minutes) : 0,
                            what.matches() ? Optional.of(what.group(1)) : Optional.empty(), first,
                            range.group(2) == null ? first : Integer.parseInt(range.group(2))));
                }
            }
        }
        return parts;
    }

    /** A row has slides that are there, one of them about its exercise, and none about another. */
    private void part(Part part) {
        var own = slides.stream().filter(part::has).toList();
        var others = own.stream().filter(slide -> EXERCISE.matcher(slide.title()).matches() && !slide.isOf(part.exercise().orElse("-")))
                // A slide may compare two exercises: "03 beside 04".
                .filter(slide -> !slide.title().contains(part.exercise().orElse("-"))).toList();
        if (own.size() != part.last() - part.first() + 1) {
            tally.flawed(guide, part.line(), "there are %d slides, and not %d".formatted(slides.size(), part.last()), "Correct the numbers.");
        } else if (!others.isEmpty()) {
            tally.flawed(guide, part.line(), "slide %d is \"%s\"".formatted(others.getFirst().number(), others.getFirst().title()), "Correct the numbers.");
        } else if (part.exercise().isPresent() && own.stream().noneMatch(slide -> slide.isOf(part.exercise().get()))) {
            tally.flawed(guide, part.line(), "no slide from %d to %d is about %s".formatted(part.first(), part.last(), part.exercise().get()), "Correct the numbers.");
        } else {
            tally.fine();
        }
    }

    /** Each exercise has one countdown, which with the talk after it takes the minutes of its row. */
    private void countdown(Part part) {
        part.exercise().ifPresent(exercise -> {
            var countdowns = slides.stream().filter(slide -> slide.isOf(exercise)).filter(slide -> slide.text().contains("class=\"countdown\"")).toList();
            if (countdowns.size() != 1) {
                tally.flawed(deck, slides.getFirst().line(), "%s has %d slides with a countdown".formatted(exercise, countdowns.size()), "It needs one.");
                return;
            }
            var slide = countdowns.getFirst();
            var found = COUNTDOWN.matcher(slide.text());
            if (!found.find() || !found.group(1).equals(found.group(3))) {
                tally.flawed(deck, slide.line(), "slide %d has a countdown of another form".formatted(slide.number()),
                        "It is <div class=\"countdown\" data-minutes=\"15\" data-talk=\"5\">15 minutes</div>.");
            } else if (Integer.parseInt(found.group(1)) + Integer.parseInt(found.group(2)) != part.minutes()) {
                tally.flawed(deck, slide.line(), "slide %d has %s minutes to write and %s to talk, and the agenda %d in all".formatted(slide.number(),
                        found.group(1), found.group(2), part.minutes()), "Correct one of them; the agenda is in line %d of %s.".formatted(part.line(), guide));
            } else {
                tally.fine();
            }
        });
    }

    /** A slide that a sentence speaks of is named by its title, too, or the beginning of that. */
    private void mentions(String text) {
        var lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            var mentions = MENTION.matcher(lines.get(i));
            while (mentions.find()) {
                var number = Integer.parseInt(mentions.group(1));
                var title = number >= 1 && number <= slides.size() ? slides.get(number - 1).title() : "none";
                if (mentions.group(2) != null && title.startsWith(mentions.group(2))) {
                    tally.fine();
                } else {
                    tally.flawed(guide, i + 1, "%s is \"%s\"".formatted("slide " + number, title),
                            "Write its number and its title in one line, as in: slide 4 (\"How today works\").");
                }
            }
        }
    }

    private void count(String readme) {
        var said = Pattern.compile("(\\d+) slides").matcher(readme);
        if (said.find() && Integer.parseInt(said.group(1)) != slides.size()) {
            tally.flawed(DECKS_README, 1, "there are %d slides, and not %s".formatted(slides.size(), said.group(1)), "Correct the number.");
        } else {
            tally.fine();
        }
    }
}
