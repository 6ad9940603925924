package structured.coach;

import structured.coach.command.Report;
import structured.coach.command.Style;
import structured.coach.room.RoomRehearsal;
import structured.coach.worker.WorkerMain;

/**
 * Loads what the coach and its workers load, and ends. The launcher runs it once after each build, and has the JVM archive
 * these classes ({@code -XX:ArchiveClassesAtExit}), so that later starts need not look for them and verify them again.
 */
final class Rehearsal {

    private Rehearsal() {}

    public static void main(String[] args) throws Exception {
        var exercise = Tutorial.here().exercises().stream().filter(it -> it.isCalled("gather")).findFirst().orElseThrow();
        WorkerMain.rehearse(exercise.solution(), exercise.tests());
        try (var judge = new Judge(Limits.STANDARD)) {
            var verdict = judge.judge(exercise);
            Report.of(exercise, verdict, new Style(true, true, 80), 20);
            RoomRehearsal.run(exercise, verdict);
        }
        Main.commandLine("check").execute("check", "--help");
    }
}
