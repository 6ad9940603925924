package structured.coach.diagnosis;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import structured.coach.words.Wording;

/**
 * A known mistake that code behaves like.
 *
 * @param pitfall its name; empty where it could be one of several
 * @param kind of which kind it is, which they have in common
 * @param sentence what is wrong, as the pitfall's first line says it, or what the kind is about
 * @param question what to ask whoever has made it; it doesn't tell the answer
 */
public record Mistake(Optional<String> pitfall, String kind, String sentence, String question) {

    private static final Wording SAY = Wording.of(Mistake.class);

    /** How it is called: by the pitfall's name, or else by the kind's. */
    public String name() {
        return pitfall.orElse(kind);
    }

    /** For other programs. */
    public Map<String, String> fields() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("name", name());
        fields.put("kind", kind);
        fields.put("sentence", sentence);
        fields.put("question", question);
        return fields;
    }

    /** For a learner to read. */
    public String text() {
        return SAY.of("behaves-like", sentence, question);
    }
}
