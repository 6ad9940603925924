package structured.coach.judge.worker;

import java.io.Serializable;
import java.util.List;

/** Which tests are to be run. */
public sealed interface Selection extends Serializable {

    /** Whether a test of this display name is among them. */
    boolean has(String name);

    /** The names of the classes that they are in. */
    List<String> classesOf(Classes classes);

    /** All that there are. */
    record All() implements Selection {
        @Override
        public boolean has(String name) {
            return true;
        }

        @Override
        public List<String> classesOf(Classes classes) {
            return classes.testClasses();
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
