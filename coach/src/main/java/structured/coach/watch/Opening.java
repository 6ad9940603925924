package structured.coach.watch;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import structured.coach.command.Place;
import structured.coach.terminal.Harmless;
import structured.coach.words.Wording;

/** Has the learner's editor open a file. */
record Opening(Optional<Editor> editor, Screen screen) {

    private static final Wording SAY = Wording.of(Opening.class);

    /** One that opens a window is soon done: it may say meanwhile that it can't. */
    private static final long MOMENT = 1500;

    /** One by the option's command (or null), by variables, or by what is installed. */
    static Opening with(String asked, Screen screen) {
        return new Opening(Editor.of(asked, System.getenv(), name -> installed(name).isPresent()), screen);
    }

    /** Opens it, and says what there is to say of that: nothing, if the editor had the terminal, and all went well. */
    List<String> open(Place place) throws InterruptedException {
        if (editor.isEmpty()) {
            return List.of(SAY.of("open.no-editor", SAY.of("open.set-one")));
        }
        var command = editor.get().command(place.file(), place.line());
        var what = Harmless.line(place.file().getFileName() + ":" + place.line());
        try {
            return editor.get().takesTheTerminal() ? inTheTerminal(command) : inAWindow(command, what);
        } catch (IOException e) {
            return List.of(Harmless.line(SAY.of("open.not-started", command.getFirst(), e.getMessage())), SAY.of("open.set-one"));
        }
    }

    private List<String> inTheTerminal(List<String> command) throws IOException, InterruptedException {
        var status = screen.lend(() -> process(command).inheritIO().start().waitFor());
        return status == 0 ? List.of() : List.of(Harmless.line(SAY.of("open.ended", command.getFirst(), status)));
    }

    private List<String> inAWindow(List<String> command, String what) throws IOException, InterruptedException {
        var process = process(command).redirectOutput(Redirect.DISCARD).redirectError(Redirect.DISCARD).start();
        process.getOutputStream().close();
        var isWrong = process.waitFor(MOMENT, TimeUnit.MILLISECONDS) && process.exitValue() != 0;
        return List.of(isWrong ? Harmless.line(SAY.of("open.ended", command.getFirst(), process.exitValue()))
                : SAY.of("open.opens", Harmless.line(editor.get().name()), what));
    }

    private static ProcessBuilder process(List<String> command) {
        var words = Stream.concat(Stream.of(installed(command.getFirst()).map(Path::toString).orElse(command.getFirst())), command.stream().skip(1)).toList();
        return new ProcessBuilder(words);
    }

    /** Where a program is that is called by its name alone; on Windows it may be a script. */
    static Optional<Path> installed(String name) {
        var endings = File.pathSeparatorChar == ';' ? List.of("", ".exe", ".cmd", ".bat") : List.of("");
        if (name.contains(File.separator) || name.contains("/")) {
            return Optional.empty();
        }
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)).filter(folder -> !folder.isBlank())
                .flatMap(folder -> endings.stream().map(ending -> Path.of(folder, name + ending)))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file)).findFirst();
    }
}
