package structured.coach.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import structured.coach.diagnosis.Diagnosis;
import structured.coach.diagnosis.Mistake;
import structured.coach.judge.Judge;
import structured.coach.judge.Judged;
import structured.coach.judge.Limits;
import structured.coach.terminal.Style;
import structured.coach.tutorial.Exercise;
import structured.coach.tutorial.LaterJdk;
import structured.coach.verdict.TestResult;
import structured.coach.verdict.Verdict;
import structured.coach.verdict.Verdict.Status;
import structured.coach.words.Wording;

/** One verdict, for each exercise that is named. */
@Command(name = "check", description = {
    "Runs the tests of an exercise once: each test, the first failure in full, and the step to read.", "",
    "The result is that of: mvn test -pl MODULE", "", "Examples:", "  ./workshop check 04", "  ./workshop check gather --json",
    "  ./workshop check 08 --step 5     that step first", "  ./workshop check 04 --jdk 27     your port to JDK 27"},
    footer = {"", "Exit status: 0 all are green, 1 something is not, 2 it could not be tried. With --step, the step's tests decide."})
public final class CheckCommand implements Callable<Integer> {

    private static final Wording SAY = Wording.of(CheckCommand.class);

    /** Taken as they are: of a list, picocli leaves out what can't be converted. */
    @Parameters(paramLabel = "MODULE", arity = "0..*",
            completionCandidates = ExerciseName.Candidates.class,
            description = "an exercise: 4, 04, gather or 04-gather; without one, the first that is not green")
    private List<String> names;

    @Mixin
    private final PortOption port = new PortOption();

    @Mixin
    private final StepOption step = new StepOption();

    @Option(names = "--not-it", description = "no, my code isn't like what was said that it behaves like: that isn't said again for this exercise")
    private boolean notIt;

    @Option(names = "--json", description = "print the verdict as JSON, for other programs")
    private boolean json;

    @Spec
    private CommandSpec spec;

    private final Function<Workbench, Audience> audience;

    /** With somebody who is told of the verdicts, too. It takes its arguments from the command line. */
    public CheckCommand(Function<Workbench, Audience> audience) {
        this(audience, List.of());
    }

    /** The same for these exercises, called by any of their names. */
    public CheckCommand(Function<Workbench, Audience> audience, List<String> names) {
        this.audience = audience;
        this.names = names;
    }

    @Override
    public Integer call() throws Exception {
        var workbench = Workbench.here();
        try (var told = audience.apply(workbench)) {
            return check(workbench, told);
        }
    }

    private int check(Workbench workbench, Audience told) throws Exception {
        var verdicts = new LinkedHashMap<Exercise, Judged>();
        var asked = asked(workbench);
        var diagnosis = new Diagnosis(workbench.tutorial());
        for (var exercise : asked) {
            if (notIt && !diagnosis.refuse(exercise)) {
                throw new ParameterException(spec.commandLine(), SAY.of("check.nothing-said", exercise.title()));
            }
            diagnosis.prepare(exercise);
        }
        checkStep(asked);
        var mistakes = new HashMap<Exercise, Mistake>();
        try (var judge = new Judge(Limits.STANDARD, LaterJdk.home(asked.getFirst().jdk()).orElseThrow())) {
            for (var exercise : asked) {
                workbench.askedSteps().ask(exercise, step.asked());
                var judged = workbench.verdicts().judge(exercise, judge);
                verdicts.put(exercise, judged);
                var mistake = diagnosis.of(judged, lead(judged).failure());
                mistake.ifPresent(it -> mistakes.put(exercise, it));
                told.told(judged, mistake.map(Mistake::name).orElse(""));
            }
        }
        if (json) {
            printJson(verdicts, mistakes);
        } else {
            for (var verdict : verdicts.entrySet()) {
                var like = Optional.ofNullable(mistakes.get(verdict.getKey()))
                        .map(mistake -> SAY.of("check.not-it", mistake.text(), verdict.getKey().arguments())).orElse("");
                Report.of(verdict.getValue(), lead(verdict.getValue()), "", like, Style.ofOutput(), Integer.MAX_VALUE).forEach(System.out::println);
                printAfterAPort(workbench, verdict.getKey(), verdict.getValue().verdict());
            }
        }
        if (verdicts.values().stream().anyMatch(judged -> judged.verdict().status() == Status.UNJUDGED)) {
            return 2;
        }
        return verdicts.values().stream().allMatch(judged -> lead(judged).status(judged) == Status.GREEN) ? 0 : 1;
    }

    private void checkStep(List<Exercise> asked) {
        if (step.asked() != 0 && asked.size() > 1) {
            throw new ParameterException(spec.commandLine(), SAY.of("check.one-step", asked.size()));
        }
        step.problem(asked.getFirst()).ifPresent(problem -> {
            throw new ParameterException(spec.commandLine(), problem);
        });
    }

    private Lead lead(Judged judged) {
        return Lead.of(judged, step.asked());
    }

    private List<Exercise> asked(Workbench workbench) throws IOException, InterruptedException {
        var exercises = new ArrayList<Exercise>();
        for (var name : names) {
            try {
                exercises.add(port.of(new ExerciseName().convert(name)));
            } catch (TypeConversionException e) {
                throw new ParameterException(spec.commandLine(), e.getMessage());
            }
        }
        if (!exercises.isEmpty()) {
            return exercises;
        }
        var all = port.all(workbench.tutorial());
        return List.of(workbench.next(all).orElse(all.getLast()));
    }

    /** Once a port is green, how the tutorial itself does it, and where to go on. */
    private static void printAfterAPort(Workbench workbench, Exercise exercise, Verdict verdict) throws IOException {
        if (exercise.isPort() && verdict.status() == Status.GREEN) {
            System.out.println();
            new SolutionView(exercise, Style.ofOutput()).printInShort(System.out);
            WhatNext.after(exercise, verdict, Style.ofOutput(), workbench.after(exercise), false).forEach(System.out::println);
        }
    }

    private void printJson(Map<Exercise, Judged> verdicts, Map<Exercise, Mistake> mistakes) throws IOException {
        var all = new ArrayList<>();
        verdicts.forEach((exercise, judged) -> {
            var verdict = judged.verdict();
            var one = new LinkedHashMap<String, Object>();
            one.put("exercise", exercise.name());
            if (exercise.isPort()) {
                one.put("jdk", exercise.jdk());
            }
            one.put("status", verdict.status());
            one.put("sentence", verdict.sentence());
            // What to look at first: where a run hangs, that is mostly a test before that.
            var lead = lead(judged);
            lead.failure().ifPresent(failure -> {
                one.put("step", failure.stepToRead());
                one.put("first", row(failure));
            });
            if (lead.asked() > 0) {
                one.put("asked", Map.of("step", lead.asked(), "status", lead.status(judged)));
            }
            one.put("notBegun", new TreeSet<>(lead.notBegun()));
            Optional.ofNullable(mistakes.get(exercise)).ifPresent(mistake -> one.put("mistake", mistake.fields()));
            one.put("tests", verdict.tests().stream().map(CheckCommand::row).toList());
            one.put("problems", verdict.problems());
            one.put("output", verdict.output());
            all.add(one);
        });
        System.out.println(Json.of(all));
    }

    private static LinkedHashMap<String, Object> row(TestResult test) {
        var row = new LinkedHashMap<String, Object>();
        row.put("test", test.test());
        row.put("name", test.name());
        row.put("step", test.stepToRead());
        row.put("passed", test.passed());
        row.put("outcome", test.outcome());
        row.put("message", test.message());
        row.put("frames", test.frames());
        return row;
    }
}
