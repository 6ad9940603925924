package structured.coach.practice;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import structured.coach.tutorial.Kinds.Kind;

/**
 * A program that can be asked about.
 *
 * @param truth what kind of mistake it has, if it is wrong
 * @param others kinds of which it has no mistake, though others that are wrong have
 */
record Item(Program program, Optional<Kind> truth, List<Kind> others) {

    static Item wrong(Program program, Kind truth, List<Kind> others) {
        return new Item(program, Optional.of(truth), List.copyOf(others));
    }

    static Item right(Program program, List<Kind> others) {
        return new Item(program, Optional.empty(), List.copyOf(others));
    }

    /** A name that tells nothing of it. */
    String id() {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(program.key().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 5);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("each Java has it", e);
        }
    }

    /** The same question each time for the same number, such as how often it has been asked. For the next number, no choice stands where it stood before. */
    Question question(int number) {
        // One after another: seeds that are next to each other begin alike.
        var random = new Random(program.key().hashCode());
        var choices = drawn(random);
        for (int i = 0; i < number; i++) {
            var before = choices;
            do {
                choices = drawn(random);
            } while (hasOneInPlace(before, choices));
        }
        return new Question(this, List.copyOf(choices));
    }

    private List<Kind> drawn(Random random) {
        var all = new ArrayList<>(others);
        Collections.shuffle(all, random);
        var choices = new ArrayList<>(all.subList(0, Corpus.CHOICES - (truth.isPresent() ? 1 : 0)));
        truth.ifPresent(choices::add);
        Collections.shuffle(choices, random);
        return choices;
    }

    private static boolean hasOneInPlace(List<Kind> before, List<Kind> choices) {
        return IntStream.range(0, choices.size()).anyMatch(i -> choices.get(i).equals(before.get(i)));
    }
}
