package structured.coach;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;

/** Of classes that run side by side, those that take longest come first: or the last one would run alone in the end. */
public final class LongestFirst implements ClassOrderer {

    /** As last measured: these took half a minute or more. */
    private static final List<String> LONGEST = List.of("LeavingsTest", "HostileRunsTest", "KitTest", "KeysTest", "SpotCommandTest", "WatchTest",
            "BoundedTest", "PortTest", "AgreementTest", "BoardCommandTest", "FailsClosedTest", "NamedTestTest", "InstallTest", "StoppedTest");

    @Override
    public void orderClasses(ClassOrdererContext context) {
        context.getClassDescriptors().sort(Comparator.comparingInt(LongestFirst::place));
    }

    private static int place(ClassDescriptor test) {
        var place = LONGEST.indexOf(test.getTestClass().getSimpleName());
        return place < 0 ? LONGEST.size() : place;
    }
}
