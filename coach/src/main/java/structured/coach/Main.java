package structured.coach;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import structured.coach.judge.Workers;
import structured.coach.machine.Folders;
import structured.coach.machine.Temporary;
import structured.coach.terminal.Gate;
import structured.coach.tutorial.Tutorial;
import structured.coach.words.Wording;

/** The coach's command line. The launcher starts it, and tells it where the tutorial is. */
public final class Main {

    private static final Wording SAY = Wording.of(Main.class);

    /** No path is longer, on Linux. */
    private static final int LONGEST_ARGUMENT = 4096;

    private Main() {}

    /** Exits with 0 if all is well, 1 if something is not green, 2 if the command or the machine was not right. */
    public static void main(String[] all) {
        System.setOut(new Gate(System.out));
        System.setErr(new Gate(System.err));
        // What the coach says of numbers is read again, by programs and by itself: in any locale they have the same digits.
        Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
        var args = TheirLanguage.chosen(all);
        if (args.length > 0 && (args[0].equals("watch") || args[0].equals("spot"))) {
            keepTheTerminalsLibrary();
        }
        // A port is judged on another JDK.
        if (args.length > 0 && (args[0].equals("check") || args[0].equals("watch")) && Stream.of(args).noneMatch(arg -> arg.startsWith("--jdk")) && !isTooLong(args)) {
            startAhead(args);
        }
        System.exit(run(args));
    }

    /** Runs a command, and gives the exit status. */
    static int run(String... args) {
        if (isTooLong(args)) {
            System.err.println(SAY.of("argument.too-long", LONGEST_ARGUMENT));
            return 2;
        }
        return status(() -> Plain.of(args).map(Main::called).orElseGet(() -> Commands.commandLine(args).execute(Commands.asked(args))));
    }

    private static int called(Callable<Integer> command) {
        try {
            return command.call();
        } catch (Exception e) {
            return failed(e, Gate.writer(System.err));
        }
    }

    /** That of a command that threw this. */
    static int failed(Exception e, PrintWriter err) {
        err.println(e instanceof IOException io ? Folders.problem(io) : SAY.of("went-wrong", e));
        if (!(e instanceof IOException)) {
            e.printStackTrace(err);
        }
        return 2;
    }

    private static boolean isTooLong(String[] args) {
        return Stream.of(args).anyMatch(argument -> argument.length() > LONGEST_ARGUMENT);
    }

    /** That of a command, or 2 if this machine has too little for it: to an uncaught error Java gives 1, which means that something is not green. */
    static int status(IntSupplier command) {
        try {
            return command.getAsInt();
        } catch (OutOfMemoryError e) {
            System.err.println(SAY.of("too-little", e.getMessage()));
        } catch (Error e) {
            System.err.println(SAY.of("went-wrong", e));
            e.printStackTrace();
        }
        return 2;
    }

    /** JLine unpacks a library; a watch that is killed would leave it for ever. */
    private static void keepTheTerminalsLibrary() {
        try {
            if (System.getProperty("jline.tmpdir") == null) {
                System.setProperty("jline.tmpdir", Temporary.folder("terminal").path().toString());
            }
        } catch (IOException e) {
            // Then it takes the usual folder.
        }
    }

    /** A worker for the exercise that is named, or else for that of the last verdict, which is mostly the one. */
    private static void startAhead(String[] args) {
        try {
            var tutorial = Tutorial.here();
            var exercises = tutorial.exercises();
            var named = Stream.of(args).skip(1).flatMap(name -> exercises.stream().filter(it -> it.isCalled(name))).findFirst();
            var last = named.isPresent() ? named
                    : exercises.stream().max(Comparator.comparing(exercise -> tutorial.verdicts().resolve(exercise.name()).toFile().lastModified()));
            last.ifPresent(exercise -> Workers.startAhead(exercise.folder().toAbsolutePath()));
        } catch (IOException e) {
            // The command itself is going to say so.
        }
    }
}
