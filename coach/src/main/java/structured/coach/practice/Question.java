package structured.coach.practice;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import structured.coach.terminal.Style;
import structured.coach.tutorial.Kinds.Kind;
import structured.coach.tutorial.TestNames;
import structured.coach.words.Wording;

/**
 * Will this program be green? And if not, which of these promises does it break?
 *
 * @param choices the kinds whose promises they are
 */
record Question(Item item, List<Kind> choices) {

    private static final Wording SAY = Wording.of(Question.class);

    /** Whether it is right to say that it breaks this promise, or, if there is none, that it is green. */
    boolean isRight(OptionalInt choice) {
        return choice.isEmpty() ? item.truth().isEmpty() : item.truth().filter(choices.get(choice.getAsInt())::equals).isPresent();
    }

    /** What there is to say of this answer: the verdict, what is wrong, why people write it, and what catches it. */
    List<String> told(OptionalInt choice, Style style) throws IOException {
        var lines = new ArrayList<String>();
        var program = item.program();
        lines.add((isRight(choice) ? style.yes() + " " + SAY.of("right") : style.no() + " " + SAY.of("wrong")) + " " + (program.isRight() ? style.good(SAY.of("is-green")) : style.bad(SAY.of("is-red"))));
        if (program.isRight()) {
            lines.addAll(style.wrap("  ", program.told()));
        } else {
            var pitfall = program.pitfall().orElseThrow();
            lines.addAll(style.wrap("  ", SAY.of("breaks", item.truth().orElseThrow().promise())));
            lines.addAll(style.wrap("  ", pitfall.sentence().substring(0, 1).toUpperCase() + pitfall.sentence().substring(1)));
            lines.addAll(style.wrap("  ", SAY.of("why", pitfall.why())));
            lines.addAll(style.wrap("  ", SAY.of("caught-by", TestNames.translator(pitfall.exercise()).apply(pitfall.tests().getFirst()))));
        }
        if (choice.isPresent() && !isRight(choice)) {
            lines.addAll(style.wrap("  ", SAY.of("keeps", choices.get(choice.getAsInt()).promise())));
        }
        lines.addAll(style.wrap("  ", program.exercise().name() + ", " + program.name()).stream().map(style::aside).toList());
        return lines;
    }
}
