package structured.coach.judge.worker;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.tools.SimpleJavaFileObject;
import structured.coach.machine.JavaText;
import structured.coach.machine.Source;
import structured.coach.words.Wording;

/** Sources as javac takes them, and what there is to say of them that it doesn't say. */
final class Texts {

    private static final Wording SAY = Wording.of(Texts.class);

    private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s+([\\w.]+)\\s*;");

    /** A source that was read already: javac looks at no file, so it compiles what was read. */
    static final class Text extends SimpleJavaFileObject {
        private final String text;
        private final String resource;
        private final boolean inTests;

        private Text(Source.Read source, boolean inTests) {
            super(uri(source), Kind.SOURCE);
            text = source.text();
            resource = inTests ? "" : nameOf(source, text);
            this.inTests = inTests;
        }

        /** The file's, by which javac knows what class may be in it. */
        private static URI uri(Source.Read source) {
            return source.path().toUri();
        }

        @Override
        public String getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }

        /** What is in it. */
        String text() {
            return text;
        }

        /** The name of a learner's source among the resources, as in {@code structured/gather/Gather.java}. */
        String resource() {
            return resource;
        }

        /** Whether it is one of the tests. */
        boolean isInTests() {
            return inTests;
        }
    }

    private final List<Text> main;
    private final List<Text> tests;
    private final Map<String, String> byName = new HashMap<>();
    private final List<String> remarks = new ArrayList<>();

    Texts(List<Source.Read> main, List<Source.Read> tests) {
        this.main = main.stream().map(source -> new Text(source, false)).toList();
        this.tests = tests.stream().map(source -> new Text(source, true)).toList();
        for (int i = 0; i < main.size(); i++) {
            byName.put(this.main.get(i).resource, this.main.get(i).text);
            remark(main.get(i), this.main.get(i).text);
        }
        for (int i = 0; i < tests.size(); i++) {
            remark(tests.get(i), this.tests.get(i).text);
        }
    }

    /** As javac does for Maven: what is not UTF-8 is no error, but not what it was meant to be either. */
    private void remark(Source.Read source, String text) {
        var replaced = text.indexOf('\uFFFD');
        if (replaced >= 0 && !Arrays.equals(source.bytes(), text.getBytes(StandardCharsets.UTF_8))) {
            remarks.add(SAY.of("not-utf8", source.path().getFileName(), JavaText.lineAt(text, replaced)));
        }
    }

    private static String nameOf(Source.Read source, String text) {
        var declared = PACKAGE.matcher(text);
        return (declared.find() ? declared.group(1).replace('.', '/') + "/" : "") + source.path().getFileName();
    }

    List<Text> main() {
        return main;
    }

    List<Text> tests() {
        return tests;
    }

    /** The learner's, each by its name among the resources. */
    Map<String, String> byName() {
        return byName;
    }

    /** Whether a test has this name anywhere in it. */
    boolean isNamedInTests(CharSequence name) {
        return tests.stream().anyMatch(test -> test.text.contains(name));
    }

    List<String> remarks() {
        return remarks;
    }
}
