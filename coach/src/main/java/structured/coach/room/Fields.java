package structured.coach.room;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A JSON object without others in it: what coaches and the board say to each other, and what both write down. Read by Jackson's
 * parser alone, since a learner's coach would wait for its object mapper longer than for the network.
 */
final class Fields {

    /** Somebody sent what isn't in the protocol; the message says what. */
    static final class Malformed extends IOException {
        private static final long serialVersionUID = 1;

        Malformed(String what) {
            super(what);
        }
    }

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(1).maxNumberLength(20).maxStringLength(4096).maxNameLength(40).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private final Map<String, Object> values = new LinkedHashMap<>();

    /** Reads an object of texts, whole numbers and truth values. */
    static Fields read(byte[] json) throws Malformed {
        var fields = new Fields();
        try (var parser = JSON.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new Malformed("no JSON object");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                var name = parser.currentName();
                fields.values.put(name, switch (parser.nextToken()) {
                    case VALUE_STRING -> parser.getText();
                    case VALUE_NUMBER_INT -> parser.getLongValue();
                    case VALUE_TRUE -> true;
                    case VALUE_FALSE -> false;
                    default -> throw new Malformed("no text, number or truth value");
                });
            }
            if (parser.nextToken() != null) {
                throw new Malformed("more than one JSON object");
            }
            return fields;
        } catch (Malformed e) {
            throw e;
        } catch (IOException e) {
            throw new Malformed("no JSON");
        }
    }

    /** These fields and another one; the same object. What is null is left out. */
    Fields with(String name, Object value) {
        if (value != null) {
            values.put(name, value);
        }
        return this;
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** A text; empty where there is none. */
    String text(String name, int longest) throws Malformed {
        var value = values.getOrDefault(name, "");
        if (!(value instanceof String text) || text.length() > longest) {
            throw new Malformed(name + " is no text of at most " + longest + " characters");
        }
        return text;
    }

    /** A number; 0 where there is none. */
    long number(String name, long most) throws Malformed {
        var value = values.getOrDefault(name, 0L);
        if (!(value instanceof Long number) || number < 0 || number > most) {
            throw new Malformed(name + " is no number from 0 to " + most);
        }
        return number;
    }

    boolean is(String name) {
        return Boolean.TRUE.equals(values.get(name));
    }

    byte[] bytes() {
        var json = new ByteArrayOutputStream();
        try (var generator = JSON.createGenerator(json)) {
            generator.writeStartObject();
            for (var field : values.entrySet()) {
                generator.writeFieldName(field.getKey());
                switch (field.getValue()) {
                    case String text -> generator.writeString(text);
                    case Long number -> generator.writeNumber(number);
                    case Integer number -> generator.writeNumber(number);
                    case Boolean truth -> generator.writeBoolean(truth);
                    default -> throw new IllegalArgumentException(field.toString());
                }
            }
            generator.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);    // Into memory.
        }
        return json.toByteArray();
    }

    @Override
    public String toString() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }
}
