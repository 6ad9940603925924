package structured.coach.judge.worker;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which tests are to be run. */
public sealed interface Selection extends Serializable {

    /** Whether a test of this display name is among them. */
    default boolean has(String name) {
        return true;
    }

    /** The names of the classes that they are in. */
    default List<String> classesOf(Classes classes) {
        return classes.testClasses();
    }

    /** The same in parts, each of which is run when the one before it is over. */
    default List<List<String>> partsOf(Classes classes) {
        return List.of(classesOf(classes));
    }

    /** All that there are. */
    record All() implements Selection {}

    /**
     * All that there are, those about one of the learner's classes before the others: their names begin with its name, as in RaceTest.
     *
     * @param without the simple names of test classes that are left out: what they say is known
     */
    record First(String learnersClass, Set<String> without) implements Selection {
        @Override
        public List<String> classesOf(Classes classes) {
            return classes.testClasses().stream().filter(name -> !without.contains(simple(name))).toList();
        }

        @Override
        public List<List<String>> partsOf(Classes classes) {
            var parts = classesOf(classes).stream().collect(Collectors.partitioningBy(name -> simple(name).startsWith(learnersClass)));
            return Stream.of(parts.get(true), parts.get(false)).filter(part -> !part.isEmpty()).toList();
        }

        private static String simple(String name) {
            return name.substring(name.lastIndexOf('.') + 1);
        }
    }

    /** Those of one display name. */
    record Called(String name) implements Selection {
        @Override
        public boolean has(String other) {
            return name.equals(other);
        }

        @Override
        public List<String> classesOf(Classes classes) {
            return classes.testClassesWith(name);
        }
    }
}
