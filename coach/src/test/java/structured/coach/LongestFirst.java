package structured.coach;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;

/**
 * Of classes that run side by side, those that take longest come first: or the last one would run alone in the end. And before
 * all of them comes what a process does only once.
 */
public final class LongestFirst implements ClassOrderer {

    /** As last measured: these took half a minute or more. */
    private static final List<String> LONGEST = List.of("LeavingsTest", "HostileRunsTest", "KitTest", "KeysTest", "SpotCommandTest", "WatchTest",
            "BoundedTest", "PortTest", "AgreementTest", "BoardCommandTest", "FailsClosedTest", "NamedTestTest", "InstallTest", "StoppedTest");

    static {
        try {
            // The JDK's HTTP server looks for its limits when the first one is made in a process: a test's own must not come before the board's.
            Class.forName("structured.coach.room.Desk");
        } catch (ClassNotFoundException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    @Override
    public void orderClasses(ClassOrdererContext context) {
        context.getClassDescriptors().sort(Comparator.comparingInt(LongestFirst::place));
    }

    private static int place(ClassDescriptor test) {
        var place = LONGEST.indexOf(test.getTestClass().getSimpleName());
        return place < 0 ? LONGEST.size() : place;
    }
}
