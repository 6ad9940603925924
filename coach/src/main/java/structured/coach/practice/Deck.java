package structured.coach.practice;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import structured.coach.machine.Folders;
import structured.coach.machine.Notes;
import structured.coach.words.Wording;

/**
 * What comes next, by what was answered so far: what was answered wrongly comes again soon, and what was answered rightly later each time (Leitner's boxes).
 * It is kept in a file.
 */
final class Deck {

    private static final Wording SAY = Wording.of(Deck.class);

    /** By box, after how many other questions one comes again. */
    private static final int[] LATER = {3, 8, 20, 50, 120};
    private static final String TURN = "turn";

    /** The program that was asked about last. */
    private static final String LAST = "last";

    /** Nobody is asked the same more often, so it was somebody else who wrote that. */
    private static final int MOST_ASKED = 10_000;

    /** How many right programs there are among as many that are new. */
    private static final int ONE_IS_RIGHT_IN = 4;

    /** What is known of a program: its box, when it is due, and how often it was asked about. */
    private record Card(int box, int due, int asked) {
        static final Card NEW = new Card(0, 0, 0);

        static Card of(String text) {
            try {
                var numbers = text.strip().split(" ");
                return new Card(Math.clamp(Integer.parseInt(numbers[0]), 0, LATER.length - 1), Integer.parseInt(numbers[1]), Math.clamp(Integer.parseInt(numbers[2]), 1, MOST_ASKED));
            } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
                return NEW;    // Somebody spoilt it: then it is asked about once more.
            }
        }

        @Override
        public String toString() {
            return box + " " + due + " " + asked;
        }
    }

    private final Notes notes;
    private final RandomGenerator random;
    private final Properties known;

    /** The one that is kept in this file; what is left to chance is drawn from there. */
    Deck(Path file, RandomGenerator random) {
        notes = new Notes(file);
        this.random = random;
        known = notes.all();
    }

    /** How many questions have been answered. */
    int turn() {
        try {
            return Math.max(0, Integer.parseInt(known.getProperty(TURN, "0").strip()));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** How often a program has been asked about. */
    int asked(Item item) {
        return card(item).asked();
    }

    private Card card(Item item) {
        var text = known.getProperty(item.program().key());
        return text == null ? Card.NEW : Card.of(text);
    }

    private boolean isNew(Item item) {
        return card(item).asked() == 0;
    }

    /** What is asked next: what is due, or else what is new, or else what is due first. There has to be one; the one before only if it is the only one. */
    Item next(List<Item> all) {
        var last = known.getProperty(LAST, "");
        var items = preferred(all, item -> !item.program().key().equals(last));
        var turn = turn();
        var first = items.stream().filter(item -> !isNew(item)).min(Comparator.comparingInt(item -> card(item).due()));
        if (first.isPresent() && card(first.get()).due() <= turn) {
            return first.get();
        }
        var fresh = items.stream().filter(this::isNew).toList();
        return fresh.isEmpty() ? first.orElseThrow() : mixed(fresh);
    }

    /** First an exercise, then whether it is right, then a kind, and then a program: or most would be of the exercise and the kind that have most. */
    private Item mixed(List<Item> fresh) {
        var exercise = drawn(fresh.stream().map(item -> item.program().exercise()).distinct().toList());
        var isRight = random.nextInt(ONE_IS_RIGHT_IN) == 0;
        var those = preferred(fresh.stream().filter(item -> item.program().exercise().equals(exercise)).toList(), item -> item.program().isRight() == isRight);
        var kind = drawn(those.stream().map(Item::truth).distinct().toList());
        return drawn(those.stream().filter(item -> item.truth().equals(kind)).toList());
    }

    private static List<Item> preferred(List<Item> items, Predicate<Item> wanted) {
        var some = items.stream().filter(wanted).toList();
        return some.isEmpty() ? items : some;
    }

    private <T> T drawn(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** Notes that a program was asked about, and whether the answer was right. It is in the file then; else it says why not. */
    Optional<String> answered(Item item, boolean isRight) {
        var card = card(item);
        var turn = turn();
        var box = isRight ? Math.min(card.box() + 1, LATER.length - 1) : 0;
        known.setProperty(item.program().key(), new Card(box, turn + 1 + LATER[box], card.asked() + 1).toString());
        known.setProperty(TURN, String.valueOf(turn + 1));
        known.setProperty(LAST, item.program().key());
        try {
            notes.keep(known);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(SAY.of("not-noted", Folders.problem(e)));
        }
    }
}
