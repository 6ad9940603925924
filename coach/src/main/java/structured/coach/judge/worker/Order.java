package structured.coach.judge.worker;

import java.io.Serializable;
import java.util.List;
import structured.coach.machine.Source;

/** What the coach says to its worker: serialized, since that needs no library and so starts at once. */
public sealed interface Order extends Serializable {

    /** An order that begins a run; no other may come before that has ended. */
    sealed interface Job extends Order {
        /** How the tests are to be run. */
        How how();
    }

    /** Compile these texts, and run the tests among them. */
    record Compile(List<Source.Read> main, List<Source.Read> tests, How how) implements Job {}

    /** Run the tests among these classes, which the coach has compiled itself. */
    record Run(Classes classes, How how) implements Job {}

    /** Tell of all threads; also in the middle of a run. */
    record Dump() implements Order {}

    /**
     * How tests are to be run.
     *
     * @param resources folders of resources, the first of them first
     * @param selection which of the tests
     * @param schedules how many schedules a property is to be tried in; 0 leaves that to the tests
     */
    record How(List<String> resources, Selection selection, int schedules) implements Serializable {}
}
