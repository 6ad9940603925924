package structured.coach.verify;

import java.io.IOException;
import java.nio.file.Path;
import structured.coach.judge.Judge;
import structured.coach.tutorial.LaterJdk;

/**
 * Something that has to be true of the tutorial itself, and can be found out by running code.
 *
 * @param about what it is about: an exercise, by its name, or a part of the tutorial that is none
 * @param kind which of the table's columns it belongs to
 * @param name how it is called where it falls short
 * @param trial how it is found out
 * @param jdk which JDK the code is to run on
 */
record Check(String about, Kind kind, String name, Trial trial, Path jdk) {

    /** On the coach's own. */
    Check(String about, Kind kind, String name, Trial trial) {
        this(about, kind, name, trial, LaterJdk.OWN_HOME);
    }

    /** The columns of the table. */
    enum Kind {
        SOLUTION("solution"), ALTERNATIVE("alternatives"), PITFALL("pitfalls"), TESTS("tests"), SHIPPED("shipped"), MAIN("main"), LATER("later jdks");

        final String heading;

        Kind(String heading) {
            this.heading = heading;
        }
    }

    /** Finds out whether it is true, with a judge of the calling thread's own. */
    interface Trial {
        Finding with(Judge judge) throws IOException, InterruptedException;
    }

    /** What was found. */
    sealed interface Finding {

        /** It is true. */
        Finding TRUE = new True();

        /** It is true. */
        record True() implements Finding {}

        /** It is true, but wasn't found to be so at first, as these words say that go on likewise: it has passed, and is named all the same. */
        record AtLast(String what) implements Finding {}

        /** It isn't, but for all one knows by luck: to be found out anew when no other check is tried beside it. */
        record Doubt(Trial alone) implements Finding {}

        /** It isn't, for this reason: words that go on after the name of what was checked. */
        record Short(String what) implements Finding {}

        /** It isn't. */
        static Finding fallsShort(String what, Object... details) {
            return new Short(what.formatted(details));
        }
    }
}
