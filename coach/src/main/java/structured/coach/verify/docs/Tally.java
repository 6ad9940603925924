package structured.coach.verify.docs;

import java.util.ArrayList;
import java.util.List;

/** What one check has looked at so far, and what was wrong with it. */
final class Tally {

    private final String name;
    private final List<Flaw> flaws = new ArrayList<>();
    private int fine;

    Tally(String name) {
        this.name = name;
    }

    /** Counts something that is as it should be. */
    void fine() {
        fine++;
    }

    /** Counts something that is not. */
    void flawed(String file, int line, String what, String remedy) {
        flaws.add(new Flaw(file, line, what, remedy));
    }

    String name() {
        return name;
    }

    List<Flaw> flaws() {
        return flaws;
    }

    int passed() {
        return fine;
    }

    int total() {
        return fine + flaws.size();
    }
}
