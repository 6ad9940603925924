package structured.coach.judge.worker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import structured.coach.machine.SourceText;

/** The texts of source files, and what there is to say of them that javac doesn't always say. */
final class Texts {

    private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s+([\\w.]+)\\s*;");

    private final Map<String, String> byName = new HashMap<>();
    private final Map<Path, String> ofTests = new LinkedHashMap<>();
    private final List<String> remarks = new ArrayList<>();
    private final List<Message.Problem> unreadable = new ArrayList<>();
    private boolean ill;

    Texts(List<Path> main, List<Path> tests) {
        for (var source : main) {
            read(source, false);
        }
        for (var source : tests) {
            read(source, true);
        }
    }

    private void read(Path source, boolean inTests) {
        try {
            var bytes = SourceText.bytes(source);
            // As javac does for Maven: what is not UTF-8 is no error, but not what it was meant to be either.
            var text = new String(bytes, StandardCharsets.UTF_8);
            var replaced = text.indexOf('\uFFFD');
            if (replaced >= 0 && !Arrays.equals(bytes, text.getBytes(StandardCharsets.UTF_8))) {
                var line = text.substring(0, replaced).chars().filter(c -> c == '\n').count() + 1;
                remarks.add("%s, line %s, has a character that is not UTF-8: the compiler takes another for it. Save the file as UTF-8."
                        .formatted(source.getFileName(), line));
            }
            if (inTests) {
                ofTests.put(source, text);
            } else {
                byName.put(nameOf(source, text), text);
            }
        } catch (IOException e) {
            var refused = e instanceof SourceText.Refused it ? it.getReason() : null;
            ill |= refused == null && !(e instanceof NoSuchFileException);
            unreadable.add(new Message.Problem(source.toString(), inTests, -1, "", refused != null ? refused : "it can't be read: " + e));
        }
    }

    private static String nameOf(Path source, String text) {
        var declared = PACKAGE.matcher(text);
        return (declared.find() ? declared.group(1).replace('.', '/') + "/" : "") + source.getFileName();
    }

    /** The learner's, each by its name among the resources. */
    Map<String, String> byName() {
        return byName;
    }

    /** The tests', in their order. */
    Map<Path, String> ofTests() {
        return ofTests;
    }

    /** Whether a test has this name anywhere in it. */
    boolean isNamedInTests(CharSequence name) {
        return ofTests.values().stream().anyMatch(text -> text.contains(name));
    }

    List<String> remarks() {
        return remarks;
    }

    List<Message.Problem> unreadable() {
        return unreadable;
    }

    /** Whether that may be this process' fault: one that has run out of file handles, say, reads nothing. */
    boolean ill() {
        return ill;
    }
}
