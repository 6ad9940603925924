package structured.coach;

import structured.coach.command.Report;
import structured.coach.diagnosis.Diagnosis;
import structured.coach.judge.Code;
import structured.coach.judge.Judge;
import structured.coach.judge.Limits;
import structured.coach.judge.worker.WorkerMain;
import structured.coach.room.RoomRehearsal;
import structured.coach.terminal.Style;
import structured.coach.tutorial.Sources;
import structured.coach.tutorial.Tutorial;

/**
 * Loads what the coach and its workers load, and ends. The launcher runs it once after each build, and has the JVM archive
 * these classes ({@code -XX:ArchiveClassesAtExit}), so that later starts need not look for them and verify them again.
 */
final class Rehearsal {

    private Rehearsal() {}

    public static void main(String[] args) throws Exception {
        var exercise = Tutorial.here().exercises().stream().filter(it -> it.isCalled("gather")).findFirst().orElseThrow();
        var solution = Code.of(exercise, exercise.solution());
        WorkerMain.rehearse(solution.readMain(), solution.readTests());
        try (var judge = new Judge(Limits.STANDARD)) {
            var judged = judge.judge(Sources.of(exercise));
            Report.of(judged, new Style(true, true, 80), 20);
            RoomRehearsal.run(judged);
            new Diagnosis(Tutorial.here()).rehearse(judged);
        }
        TheirLanguage.chosen(new String[] {"hint", exercise.name()});
        Plain.of("hint", exercise.name());
        Commands.commandLine("check").execute("check", "--help");
    }
}
