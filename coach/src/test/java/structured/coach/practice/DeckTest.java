package structured.coach.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import structured.coach.TutorialCopy;
import structured.coach.tutorial.Tutorial;

@DisplayName("what comes next")
class DeckTest {

    private static List<Item> items;

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void state() {
        file = folder.resolve("state/spot.properties");
    }

    @BeforeAll
    static void corpus() throws IOException {
        var tutorial = new Tutorial(TutorialCopy.ORIGINAL);
        items = Corpus.of(tutorial.root(), tutorial.exercises()).items();
    }

    private Deck deck() {
        return new Deck(file, new Random(7));
    }

    /** After how many others a program came again, by how its question was answered so far. */
    private List<Integer> gaps(boolean... answers) {
        var first = deck().next(items);
        deck().answered(first, answers[0]);
        var gaps = new ArrayList<Integer>();
        for (int i = 1; i <= answers.length; i++) {
            var others = 0;
            for (Item next; !(next = deck().next(items)).equals(first); others++) {
                assertThat(others).as("others until it comes again").isLessThan(300);
                deck().answered(next, true);
            }
            gaps.add(others);
            if (i < answers.length) {
                deck().answered(first, answers[i]);
            }
        }
        return gaps;
    }

    @Test
    @DisplayName("is what was wrong, a few questions later; what was right comes again later each time")
    void boxes() {
        var wrong = gaps(false, false);
        assertThat(wrong).allMatch(gap -> gap <= 6);
    }

    @Test
    @DisplayName("is what was right not for long, and the more often it was right the longer")
    void later() {
        var right = gaps(true, true, true);
        assertThat(right.get(0)).isGreaterThan(6);
        assertThat(right.get(1)).isGreaterThan(right.get(0) + 6);
        assertThat(right.get(2)).isGreaterThan(right.get(1) + 6);
    }

    @Test
    @DisplayName("is of all exercises alike, and now and then right")
    void mixed() {
        var byExercise = new HashMap<String, Integer>();
        var right = 0;
        var random = new Random(7);
        for (int i = 0; i < 160; i++) {
            var item = new Deck(folder.resolve("none"), random).next(items);
            byExercise.merge(item.program().exercise().number(), 1, Integer::sum);
            right += item.program().isRight() ? 1 : 0;
        }
        assertThat(byExercise).hasSize(8).allSatisfy((exercise, many) -> assertThat(many).as(exercise).isBetween(6, 45));
        assertThat(right).isBetween(15, 70);
    }

    @Test
    @DisplayName("is kept from one round to the next, and begins anew where somebody has spoilt that")
    void kept() throws IOException {
        var first = deck().next(items);
        assertThat(deck().answered(first, true)).isEmpty();
        assertThat(deck().turn()).isEqualTo(1);
        assertThat(deck().asked(first)).isEqualTo(1);
        for (var nonsense : List.of("turn=x\n" + first.program().key() + "=a b", "\\u12", first.program().key() + "=99999999999 1 1", "")) {
            Files.writeString(file, nonsense);
            assertThat(deck().turn()).isZero();
            assertThat(deck().asked(first)).isZero();
            assertThat(deck().next(items)).isNotNull();
        }
    }

    @Test
    @DisplayName("is told to be lost where it can't be kept")
    void notKept() throws IOException {
        Files.writeString(folder.resolve("state"), "a file where a folder is to be");
        assertThat(deck().answered(items.getFirst(), true)).hasValueSatisfying(problem -> assertThat(problem).contains("could not be noted"));
    }

    @Test
    @DisplayName("is never the one before, be it in another round, unless there is no other")
    void notTwice() {
        var two = items.subList(0, 2);
        Item before = null;
        for (int i = 0; i < 20; i++) {
            var next = deck().next(two);
            assertThat(next).as("question %d", i).isNotEqualTo(before);
            deck().answered(next, next.equals(two.getFirst()));
            before = next;
        }
        var only = items.subList(5, 6);
        deck().answered(only.getFirst(), false);
        assertThat(deck().next(only)).isEqualTo(only.getFirst());
    }

    @Test
    @DisplayName("has its choices in other places each time that it comes, and the same ones for who only asks again")
    void otherPlaces() {
        for (var item : items) {
            for (int i = 0; i < 5; i++) {
                var choices = item.question(i).choices();
                var next = item.question(i + 1).choices();
                assertThat(choices).as(item.program().key()).isEqualTo(item.question(i).choices()).hasSize(Corpus.CHOICES).doesNotHaveDuplicates();
                assertThat(IntStream.range(0, Corpus.CHOICES)).as(item.program().key()).noneMatch(place -> next.get(place).equals(choices.get(place)));
                assertThat(item.truth().map(choices::contains)).isNotEqualTo(Optional.of(false));
            }
        }
        assertThat(items.getFirst().question(10_000).choices()).hasSize(Corpus.CHOICES);
    }

    @Test
    @DisplayName("is there, too, when all have been asked")
    void all() {
        var few = items.subList(0, 3);
        IntStream.range(0, 20).forEach(i -> deck().answered(deck().next(few), i % 2 == 0));
        assertThat(few.stream().mapToInt(item -> deck().asked(item)).sum()).isEqualTo(20);
        assertThat(few).allMatch(item -> deck().asked(item) > 2);
    }
}
