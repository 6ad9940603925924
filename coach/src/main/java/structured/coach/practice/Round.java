package structured.coach.practice;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import structured.coach.practice.Table.Option;
import structured.coach.terminal.Style;
import structured.coach.tutorial.Kinds.Kind;
import structured.coach.words.Wording;

/** A few questions, one after another, and what came of them. */
final class Round {

    private static final Wording SAY = Wording.of(Round.class);

    private final List<Option> greenOrRed = List.of(new Option('g', SAY.of("will-be-green")), new Option('r', SAY.of("will-be-red")));
    private final List<Option> goOn = List.of(new Option('n', SAY.of("next")));
    private final List<Item> items;
    private final Deck deck;
    private final Table table;

    /** The kinds of those that were answered wrongly. */
    private final Set<Kind> missed = new LinkedHashSet<>();
    private int answered;
    private int right;

    Round(List<Item> items, Deck deck, Table table) {
        this.items = items;
        this.deck = deck;
        this.table = table;
    }

    /** Asks so many questions, or fewer if whoever answers wants no more. */
    void play(int questions) throws IOException {
        for (int i = 1; i <= questions; i++) {
            var item = deck.next(items);
            if (!ask(item.question(deck.asked(item)), SAY.of("heading", item.program().exercise().name(), i, questions))) {
                break;
            }
        }
        table.end(summary(table.style()));
    }

    /** Asks it, and says whether there may be another one. What was answered is kept at once. */
    private boolean ask(Question question, String heading) throws IOException {
        var code = question.item().program().lines();
        var colour = table.ask(heading, code, List.of(SAY.of("ask")), greenOrRed);
        if (colour.isEmpty()) {
            return false;
        }
        var choice = OptionalInt.empty();
        if (colour.getAsInt() == 1) {
            choice = table.ask(heading, code, List.of(SAY.of("ask.promise")), promises(question));
            if (choice.isEmpty()) {
                return false;
            }
        }
        var isRight = question.isRight(choice);
        answered++;
        right += isRight ? 1 : 0;
        if (!isRight) {
            question.item().truth().ifPresent(missed::add);
        }
        var told = new ArrayList<>(question.told(choice, table.style()));
        deck.answered(question.item(), isRight).ifPresent(told::add);
        return table.ask(heading, code, told, goOn).isPresent();
    }

    private static List<Option> promises(Question question) {
        return IntStream.range(0, question.choices().size())
                .mapToObj(i -> new Option((char) ('1' + i), question.choices().get(i).promise())).toList();
    }

    private List<String> summary(Style style) {
        var lines = new ArrayList<String>();
        lines.add(answered == 0 ? SAY.of("sum.none") : SAY.of("sum", right, answered));
        if (!missed.isEmpty()) {
            lines.add(SAY.of("sum.missed"));
            missed.forEach(kind -> lines.addAll(style.wrap("  ", kind.question())));
        }
        lines.add(SAY.of("sum.next"));
        return lines;
    }
}
