package structured.coach.verify;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.Optional;
import structured.coach.verdict.Verdict;
import structured.coach.verdict.Verdict.Status;
import structured.coach.verify.Check.Finding;

/**
 * What this machine has to do: what takes too long may be its fault, and not that of what was tried.
 *
 * @param processors how many it has
 * @param load how many threads of the system want one of them, on the average of a minute; less than 0 if it doesn't tell
 */
record Strain(int processors, double load) {

    /** A verification alone keeps one thread more busy than there are processors. */
    private static final int TOO_MUCH = 2;

    static Strain now() {
        return new Strain(Runtime.getRuntime().availableProcessors(), ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private boolean isTooMuch() {
        return load > TOO_MUCH * processors + 1;
    }

    /** What to expect of a verification that begins now, if that is anything else than usual. */
    Optional<String> warning() {
        return isTooMuch() ? Optional.of("This machine is busy: %s. It takes longer, and what ends too late may be its fault.".formatted(inWords()))
                : processors < 2 ? Optional.of("This machine has a single processor: it takes longer.") : Optional.empty();
    }

    /** What falls short by a verdict that isn't the one that is wanted. */
    Finding of(Verdict verdict) {
        return verdict.status() == Status.HUNG && isTooMuch()
                ? Finding.fallsShort("did not end in time. Either it hangs, or this machine is too slow or too busy: %s. Try it alone, "
                        + "by ./workshop verify --module. %s", inWords(), verdict.sentence())
                : Finding.fallsShort("is %s. %s", verdict.status(), verdict.sentence());
    }

    private String inWords() {
        return String.format(Locale.ROOT, "%.0f threads want %s", load, processors == 1 ? "its processor" : "its " + processors + " processors");
    }
}
