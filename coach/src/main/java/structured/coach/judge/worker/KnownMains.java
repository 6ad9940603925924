package structured.coach.judge.worker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a learner's sources were compiled to the last time. Where there are several of them, what is saved is mostly one, and nothing
 * of it that others can see: then it is compiled alone, and the others are what they were. For one thread at a time.
 */
final class KnownMains {

    /**
     * One source.
     *
     * @param outline all that it declares, without what is in bodies: nothing else can make a difference to another source
     * @param classes what it was compiled to, each class by its name
     */
    record Unit(String text, String outline, Map<String, byte[]> classes) {}

    /** By the names of the sources. */
    private Map<String, Unit> units = Map.of();

    /** Those that the learner's sources were seen by. */
    private List<String> tests = List.of();
    private String api = "";

    /** Keeps this for the next time. */
    void keep(Texts texts, Compilation compiled) {
        units = compiled.units();
        tests = texts.tests().stream().map(Texts.Text::text).toList();
        api = compiled.api();
    }

    /** Those that have changed since; nothing if all have to be compiled. */
    Optional<List<Texts.Text>> changed(Texts texts) {
        var changed = new ArrayList<Texts.Text>();
        for (var text : texts.main()) {
            var known = units.get(text.resource());
            if (known == null) {
                return Optional.empty();
            }
            if (!known.text.equals(text.text())) {
                changed.add(text);
            }
        }
        var areTheSame = texts.main().size() > 1 && texts.main().size() == units.size() && texts.byName().size() == units.size()
                && tests.equals(texts.tests().stream().map(Texts.Text::text).toList());
        return areTheSame ? Optional.of(changed) : Optional.empty();
    }

    /** What all but these were compiled to. */
    Map<String, byte[]> classesBeside(List<Texts.Text> changed) {
        var others = new HashMap<>(units);
        changed.forEach(text -> others.remove(text.resource()));
        return classes(others);
    }

    /** Takes this for what has become of those that have changed; unless there is more to it than other bodies, so that all have to be compiled. */
    boolean take(Compilation compiled) {
        var anew = compiled.units();
        if (!anew.entrySet().stream().allMatch(unit -> units.get(unit.getKey()).outline.equals(unit.getValue().outline))) {
            return false;
        }
        units = new HashMap<>(units);
        units.putAll(anew);
        return true;
    }

    /** What all were compiled to, each class by its name. */
    Map<String, byte[]> classes() {
        return classes(units);
    }

    /** All that tests can see of them. */
    String api() {
        return api;
    }

    private static Map<String, byte[]> classes(Map<String, Unit> units) {
        var classes = new HashMap<String, byte[]>();
        units.values().forEach(unit -> classes.putAll(unit.classes));
        return classes;
    }
}
