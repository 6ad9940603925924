package structured.coach.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import structured.coach.judge.Code;
import structured.coach.judge.Question;
import structured.coach.tutorial.Exercise;
import structured.coach.tutorial.LaterJdk;
import structured.coach.tutorial.Layers;
import structured.coach.verify.Check.Kind;

/** What has to be true on JDKs after 21, as far as they are on this machine. */
final class LaterChecks {

    private LaterChecks() {}

    /** The solutions have to pass all tests on each of these, in its API, if they are written in that. */
    static List<Check> ofSolutions(List<LaterJdk> jdks, Exercise exercise) throws IOException {
        var checks = new ArrayList<Check>();
        for (var jdk : jdks) {
            if (Layers.areSolutionsFor(jdk.release(), exercise.root())) {
                checks.add(new Check(exercise.name(), Kind.LATER, "the solution on JDK " + jdk.release(), judge -> Answers.green(judge.judge(Question.of(
                        Code.of(Layers.solution(exercise, jdk.release()), Layers.tests(exercise, jdk.release()), exercise.resources()))
                        .inSchedules(Answers.SCHEDULES))), jdk.home()));
            }
        }
        return checks;
    }

    /** What docs/later-jdks.md says of this JDK has to be so. Of no exercise, this has no row in the table. */
    static Check differences(LaterJdk jdk, Path root) {
        return new Check("differences", Kind.LATER, "of JDK " + jdk.release(), judge -> Answers.green(judge.judge(Question.of(
                Code.of(List.of(), Layers.differences(root, jdk.release()), List.of(root.resolve("solutions/later-jdks")))))), jdk.home());
    }

    /** The heading of the column: on which of these the solutions are judged. */
    static String heading(List<LaterJdk> jdks, Path root) throws IOException {
        var judged = new StringJoiner(",", "jdk", "").setEmptyValue(Kind.LATER.heading);
        for (var jdk : jdks) {
            if (Layers.areSolutionsFor(jdk.release(), root)) {
                judged.add(String.valueOf(jdk.release()));
            }
        }
        return judged.toString();
    }
}
