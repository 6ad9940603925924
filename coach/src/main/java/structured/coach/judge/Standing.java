package structured.coach.judge;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import structured.coach.machine.Source;
import structured.coach.tutorial.Sources;
import structured.coach.verdict.TestResult;
import structured.coach.verdict.Verdict;
import structured.coach.verdict.Verdict.Status;

/**
 * What still stands of the verdict before, where an exercise has several classes: what has passed, and can see nothing of what was saved since, need not
 * be run again to say the same of the same. For one thread at a time.
 */
final class Standing {

    private static final Pattern TYPE = Pattern.compile("\\b(?:class|interface|enum|record)\\s+(\\w+)");

    /** Null if there is none. */
    private Judged last;

    /** The types in each text of the last time: most are the same the next time, and to look for them takes longer than all else here. */
    private final Map<String, Set<String>> types = new HashMap<>();

    /** To be compared with what is saved next: its run came to a good end. */
    void keep(Judged judged) {
        last = judged;
    }

    /** So that all tests are run the next time. */
    void forget() {
        last = null;
    }

    /** The results that need not be had again; none if nothing has changed, since who saves without a change wants to see all tests run again. */
    List<TestResult> in(Sources now) {
        if (last == null || !now.exercise().equals(last.exercise()) || !texts(now.others()).equals(texts(last.sources().others()))) {
            return List.of();
        }
        var before = code(last.sources());
        var after = code(now);
        var changed = Stream.concat(before.keySet().stream(), after.keySet().stream())
                .filter(file -> !Objects.equals(before.get(file), after.get(file))).collect(toSet());
        if (changed.isEmpty()) {
            return List.of();
        }
        var unconcerned = unconcerned(changed, before, after);
        types.keySet().retainAll(after.values());
        var standing = last.verdict().tests().stream().collect(groupingBy(Standing::classOf)).entrySet().stream()
                .filter(results -> unconcerned.contains(results.getKey()) && results.getValue().stream().allMatch(TestResult::passed))
                .flatMap(results -> results.getValue().stream()).toList();
        // Something has to be run.
        return standing.size() < last.verdict().tests().size() ? standing : List.of();
    }

    /** The types in files from which, by names, nothing leads to a change: there is no other way to see it, but for reflection. */
    private Set<String> unconcerned(Set<String> changed, Map<String, String> before, Map<String, String> after) {
        var others = new HashSet<>(after.keySet());
        others.removeAll(changed);
        var concerned = changed.stream().flatMap(file -> Stream.of(before, after).map(texts -> texts.getOrDefault(file, ""))).flatMap(text -> typesIn(text).stream())
                .collect(toCollection(HashSet::new));
        while (others.removeIf(file -> names(after.get(file), concerned) && concerned.addAll(typesIn(after.get(file))))) {
        }
        return others.stream().map(after::get).flatMap(text -> typesIn(text).stream()).collect(toSet());
    }

    private static boolean names(String text, Set<String> types) {
        // Most texts don't even have the letters, which is soon seen.
        return types.stream().anyMatch(type -> text.contains(type) && Pattern.compile("\\b" + type + "\\b").matcher(text).find());
    }

    /** A verdict on the others, and these: they have passed, so they change nothing but how many there are. */
    static Verdict added(List<TestResult> standing, Verdict verdict) {
        if (standing.isEmpty() || verdict.tests().isEmpty()) {
            return verdict;
        }
        var tests = Stream.concat(verdict.tests().stream(), standing.stream()).toList();
        var sentence = verdict.status() == Status.GREEN ? Sentences.ofPasses(tests)
                : verdict.status() == Status.RED && TestResult.firstFailure(tests).isPresent() ? Sentences.ofFailures(tests) : verdict.sentence();
        return new Verdict(verdict.status(), sentence, tests, verdict.problems(), verdict.output());
    }

    /** The names of their classes. */
    static Set<String> classesOf(List<TestResult> tests) {
        return tests.stream().map(Standing::classOf).collect(toSet());
    }

    private static String classOf(TestResult test) {
        return test.test().split("[.$]")[0];
    }

    private static Map<String, String> code(Sources sources) {
        return texts(Stream.concat(sources.main().stream(), sources.tests().stream()).toList());
    }

    private static Map<String, String> texts(List<Source> sources) {
        return Source.read(sources).stream().collect(toMap(Source.Read::file, Source.Read::ascii));
    }

    private Set<String> typesIn(String text) {
        return types.computeIfAbsent(text, it -> TYPE.matcher(it).results().map(type -> type.group(1)).collect(toSet()));
    }
}
