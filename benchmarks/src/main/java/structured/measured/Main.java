package structured.measured;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The command {@code benchmarks/run}: measures, draws, and says in docs/performance.md what came out. */
public final class Main {

    private static final String USAGE = """
            benchmarks/run                measures everything, draws it, and writes docs/performance.md again; takes about an hour
            benchmarks/run --quick        a little of everything, in a few minutes, to benchmarks/target/quick: no figures to rely on
            benchmarks/run --only NAME    only this; may be given several times. The others stay as they are
            benchmarks/run --runs N       so many alternating runs instead of five
            benchmarks/run --exhaust      starts platform threads until the system has no more: not where others work, too
            benchmarks/run --draw         measures nothing, and draws and writes again what was measured

            NAME is one of:
            """;

    private Main() {}

    /** What was asked for. */
    private record Request(boolean quick, boolean draw, boolean exhaust, int runs, List<Group> only) {

        static Request of(List<String> arguments) {
            var only = new ArrayList<Group>();
            var runs = 0;
            for (int i = 0; i < arguments.size(); i++) {
                switch (arguments.get(i)) {
                    case "--quick", "--draw", "--exhaust" -> { }
                    case "--only" -> only.add(Group.of(value(arguments, ++i)));
                    case "--runs" -> runs = number(value(arguments, ++i));
                    default -> throw new IllegalArgumentException("There is no option \"%s\".".formatted(arguments.get(i)));
                }
            }
            var quick = arguments.contains("--quick");
            return new Request(quick, arguments.contains("--draw"), arguments.contains("--exhaust"), runs > 0 ? runs : quick ? 2 : 5,
                    only.isEmpty() ? List.of(Group.values()) : only);
        }

        private static String value(List<String> arguments, int i) {
            if (i >= arguments.size()) {
                throw new IllegalArgumentException("%s needs a value.".formatted(arguments.getLast()));
            }
            return arguments.get(i);
        }

        private static int number(String value) {
            if (!value.matches("[1-9]\\d{0,3}")) {
                throw new IllegalArgumentException("--runs needs a number from 1 to 9999, and not \"%s\".".formatted(value));
            }
            return Integer.parseInt(value);
        }
    }

    /** Called with the tutorial's root, and then with what the user has typed. */
    public static void main(String[] args) throws IOException, InterruptedException {
        var arguments = List.of(args).subList(1, args.length);
        if (arguments.contains("--help") || arguments.contains("-h")) {
            System.out.print(USAGE);
            Arrays.stream(Group.values()).forEach(group -> System.out.printf("  %-14s %s%n", group.id(), group.title()));
            return;
        }
        try {
            run(Path.of(args[0]).toAbsolutePath().normalize(), Request.of(arguments));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + "\nSee benchmarks/run --help.");
            System.exit(2);
        } catch (IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void run(Path root, Request request) throws IOException, InterruptedException {
        var target = request.quick ? root.resolve("benchmarks/target/quick") : root;
        var results = target.resolve("benchmarks/results");
        if (!request.draw) {
            var measurement = new Measurement(new Contestants(root, request.exhaust), results, request.runs, request.quick);
            for (var group : request.only) {
                measurement.measure(group);
            }
        }
        new Report(root, target).write();
    }
}
