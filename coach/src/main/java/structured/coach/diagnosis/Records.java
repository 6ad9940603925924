package structured.coach.diagnosis;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import structured.coach.tutorial.Exercise;

/**
 * What is recorded of an exercise's right and wrong answers, in a file beside its pitfalls: a line for each, of words between spaces.
 *
 * @param stamps by part, what the tests were that all this is by
 * @param tests all of them, in the order in which they run
 * @param right right answers: the solution, or each of its parts, and the alternatives
 * @param wrong the pitfalls
 */
record Records(Map<String, String> stamps, List<String> tests, List<Right> right, List<Wrong> wrong) {

    private static final String HEAD = """
            # How the pitfalls of this exercise behave, and what is otherwise in their code than in the solution. The coach compares a learner's with that.
            # Nobody writes this by hand: ./workshop verify --rewrite --module %s
            # how=test,test  fail, and say so    ~test  fails in some runs    ?test  is never reached    looks  what there is more (+), and less (-)
            """;
    private static final String LOOKS = "looks";
    private static final String SOLUTION = "solution";

    /** A right answer. */
    record Right(String name, Part part, Form form) {
        boolean isSolution() {
            return name.equals(SOLUTION);
        }
    }

    /**
     * A pitfall.
     *
     * @param stamp what its sources were
     */
    record Wrong(String name, Part part, String stamp, Behaviour behaviour, Form form) {}

    /** Nothing is known yet. */
    static final Records NONE = new Records(Map.of(), List.of(), List.of(), List.of());

    /** Where the file of an exercise is. */
    static Path file(Exercise exercise) {
        return exercise.root().resolve("solutions").resolve(exercise.name()).resolve("pitfalls").resolve("behaviours.txt");
    }

    /** What is recorded of an exercise; none, if there is no file. */
    static Records of(Exercise exercise) throws IOException {
        var file = file(exercise);
        return Files.exists(file) ? read(Files.readString(file, StandardCharsets.UTF_8)) : NONE;
    }

    static Records read(String text) throws IOException {
        var stamps = new TreeMap<String, String>();
        var tests = List.<String>of();
        var right = new ArrayList<Right>();
        var wrong = new ArrayList<Wrong>();
        for (var line : text.lines().filter(it -> !it.startsWith("#") && !it.isBlank()).toList()) {
            var words = List.of(line.split(" "));
            try {
                switch (words.getFirst()) {
                    case "stamp" -> stamps.put(words.get(1), words.get(2));
                    case "tests" -> tests = words.subList(1, words.size());
                    case "right" -> {
                        var part = part(words.get(2));
                        right.add(new Right(words.get(1), part, form(right, part, words.subList(3, words.size()))));
                    }
                    case "wrong" -> {
                        var part = part(words.get(2));
                        var looks = words.indexOf(LOOKS);
                        wrong.add(new Wrong(words.get(1), part, words.get(3), behaviour(words.subList(4, looks)), form(right, part, words.subList(looks + 1, words.size()))));
                    }
                    default -> throw new IOException("no line of it begins with " + words.getFirst());
                }
            } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
                throw new IOException("there is a line that can't be read: " + line, e);
            }
        }
        return new Records(stamps, tests, right, wrong);
    }

    private static Part part(String name) {
        return name.equals("all") ? Part.ALL : new Part(name);
    }

    /** Of the solution all is there, of others what is otherwise. */
    private static Form form(List<Right> right, Part part, List<String> words) {
        var features = new TreeSet<>(solution(right, part).features());
        for (var word : words) {
            switch (word.charAt(0)) {
                case '+' -> features.add(word.substring(1));
                case '-' -> features.remove(word.substring(1));
                default -> throw new IllegalArgumentException("neither more nor less: " + word);
            }
        }
        return new Form(features);
    }

    private static Form solution(List<Right> right, Part part) {
        return right.stream().filter(one -> one.isSolution() && one.part.equals(part)).map(Right::form).findFirst().orElse(new Form(new TreeSet<>()));
    }

    private static Behaviour behaviour(List<String> words) {
        var failed = new TreeMap<String, String>();
        var varying = new TreeSet<String>();
        var unknown = new TreeSet<String>();
        for (var word : words) {
            switch (word.charAt(0)) {
                case '~' -> varying.add(word.substring(1));
                case '?' -> unknown.add(word.substring(1));
                default -> {
                    var equals = word.indexOf('=');
                    Stream.of(word.substring(equals + 1).split(",")).forEach(test -> failed.put(test, word.substring(0, equals)));
                }
            }
        }
        return new Behaviour(failed, varying, unknown);
    }

    /** What is recorded of the pitfall of this name. */
    Optional<Wrong> wrong(String name) {
        return wrong.stream().filter(one -> one.name.equals(name)).findFirst();
    }

    /** The parts that there are. */
    List<Part> parts() {
        return right.stream().map(Right::part).distinct().toList();
    }

    /** The form of each right answer to a part. */
    List<Form> rightForms(Part part) {
        return right.stream().filter(one -> one.part.equals(part)).map(Right::form).toList();
    }

    /** The file. */
    String text(String module) {
        var lines = new ArrayList<String>();
        stamps.forEach((part, stamp) -> lines.add(line("stamp", part, stamp)));
        lines.add(line("tests", String.join(" ", tests)));
        right.stream().sorted(Comparator.comparing((Right one) -> !one.isSolution()).thenComparing(Right::name).thenComparing(one -> one.part.name()))
                .forEach(one -> lines.add(line("right", one.name, named(one.part), looks(one.isSolution() ? new Form(new TreeSet<>()) : solution(right, one.part), one.form))));
        wrong.stream().sorted(Comparator.comparing(Wrong::name))
                .forEach(one -> lines.add(line("wrong", one.name, named(one.part), one.stamp, behaves(one.behaviour), LOOKS, looks(solution(right, one.part), one.form))));
        return HEAD.formatted(module) + String.join("\n", lines) + "\n";
    }

    static String named(Part part) {
        return part.equals(Part.ALL) ? "all" : part.name();
    }

    private static String line(String... words) {
        return Stream.of(words).filter(word -> !word.isEmpty()).collect(Collectors.joining(" "));
    }

    private static String looks(Form usual, Form form) {
        return Stream.concat(form.minus(usual).stream().map(more -> "+" + more), usual.minus(form).stream().map(less -> "-" + less)).collect(Collectors.joining(" "));
    }

    private static String behaves(Behaviour behaviour) {
        Map<String, SortedSet<String>> tests = new TreeMap<>();
        behaviour.failed().forEach((test, shape) -> tests.computeIfAbsent(shape, it -> new TreeSet<>()).add(test));
        var words = new ArrayList<String>();
        new LinkedHashMap<>(tests).forEach((shape, those) -> words.add(shape + "=" + String.join(",", those)));
        behaviour.varying().forEach(test -> words.add("~" + test));
        behaviour.unknown().forEach(test -> words.add("?" + test));
        return String.join(" ", words);
    }
}
