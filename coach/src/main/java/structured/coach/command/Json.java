package structured.coach.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** What other programs read. All of it is ASCII: whatever a terminal, or a pipe in another encoding, makes of the rest, it can't hurt. */
public final class Json {

    private Json() {}

    /** An object in JSON. */
    public static String of(Object value) throws JsonProcessingException {
        // Jackson escapes control characters below the space, and no others.
        return JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build().writerWithDefaultPrettyPrinter().writeValueAsString(value)
                .replace("\u007F", "\\u007F");
    }
}
