package structured.coach.practice;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import structured.coach.tutorial.Kinds.Kind;
import structured.coach.tutorial.Pitfall;

/** Questions and answers, as other programs read them. A question tells nothing of what is right. */
final class InJson {

    private InJson() {}

    /** That there is none, and why. */
    static Map<String, Object> none(String why) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("id", null);
        fields.put("sentence", why);
        return fields;
    }

    static Map<String, Object> of(Question question) throws IOException {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("id", question.item().id());
        fields.put("exercise", question.item().program().exercise().name());
        fields.put("code", String.join("\n", question.item().program().lines()));
        fields.put("promises", question.choices().stream().map(Kind::promise).toList());
        return fields;
    }

    static Map<String, Object> of(Question question, OptionalInt choice, boolean isRight) throws IOException {
        var program = question.item().program();
        var fields = new LinkedHashMap<String, Object>();
        fields.put("id", question.item().id());
        fields.put("right", isRight);
        fields.put("status", program.isRight() ? "GREEN" : "RED");
        fields.put("chosen", choice.isPresent() ? question.choices().get(choice.getAsInt()).promise() : null);
        fields.put("breaks", question.item().truth().map(Kind::promise).orElse(null));
        fields.put("kind", question.item().truth().map(Kind::slug).orElse(null));
        fields.put("sentence", program.isRight() ? program.told() : program.pitfall().map(Pitfall::sentence).orElseThrow());
        fields.put("why", program.pitfall().map(Pitfall::why).orElse(null));
        fields.put("tests", program.pitfall().map(Pitfall::tests).orElse(List.of()));
        fields.put("answer", program.exercise().name() + "/" + program.name());
        return fields;
    }
}
