package structured.coach.verify.docs;

/**
 * Something that is wrong in the documentation.
 *
 * @param file where, seen from the tutorial's root
 * @param line which line of it, from 1 on
 * @param what what is wrong there
 * @param remedy what to do
 */
record Flaw(String file, int line, String what, String remedy) {

    @Override
    public String toString() {
        return "%s:%d: %s%n    %s".formatted(file, line, what, remedy);
    }
}
