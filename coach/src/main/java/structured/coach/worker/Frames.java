package structured.coach.worker;

/** Tells whose code a stack frame is in. */
public final class Frames {

    private Frames() {}

    /** Whether a frame is in a module's main sources, so that its line is the learner's. */
    public static boolean isLearners(StackTraceElement frame) {
        return isModules(frame.getClassName()) && frame.getFileName() != null && !isTest(frame.getFileName());
    }

    /** Whether a class belongs to a module: the learner's, or a test. */
    public static boolean isModules(String className) {
        return className.startsWith("structured.") && !className.startsWith("structured.coach.");
    }

    /** Whether a source file is one of those that judge: a test, or what the tests of a module share. */
    public static boolean isTest(String fileName) {
        return fileName.matches("(\\w+Test|Steps|Trial|Patience|Inputs|Schedules?|Interleaving|Yielding)\\.java");
    }
}
