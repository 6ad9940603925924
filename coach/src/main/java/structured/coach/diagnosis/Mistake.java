package structured.coach.diagnosis;

import java.util.Optional;

/**
 * A known mistake that code behaves like.
 *
 * @param pitfall its name; empty where it could be one of several
 * @param kind of which kind it is, which they have in common
 * @param sentence what is wrong, as the pitfall's first line says it, or what the kind is about
 * @param question what to ask whoever has made it; it doesn't tell the answer
 */
public record Mistake(Optional<String> pitfall, String kind, String sentence, String question) {

    /** How it is called: by the pitfall's name, or else by the kind's. */
    public String name() {
        return pitfall.orElse(kind);
    }

    /** For a learner to read. */
    public String text() {
        return "This behaves like: %s %s".formatted(sentence, question);
    }
}
