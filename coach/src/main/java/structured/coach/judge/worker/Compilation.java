package structured.coach.judge.worker;

import com.sun.source.util.JavacTask;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.util.Elements;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import structured.coach.machine.Beginning;
import structured.coach.machine.Javac;
import structured.coach.verdict.Problem;

/** One run of javac over some sources, to classes in memory. */
final class Compilation {

    /** Of a line, or of what javac says of it, which may quote types that go over pages. More than this nobody reads. */
    private static final int LONGEST = 2000;

    private final Map<String, ByteArrayOutputStream> classes = new ConcurrentHashMap<>();
    private final DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    private final StringWriter api = new StringWriter();

    private final List<Texts.Text> sources;

    /** What each source declares, if somebody asks for it. */
    private final Map<URI, StringWriter> outlines = new HashMap<>();

    /** Which source each class comes from. */
    private final Map<String, URI> origins = new ConcurrentHashMap<>();

    /** Compiles them, with or without an outline of each. */
    Compilation(JavaCompiler javac, JavaFileManager files, List<Texts.Text> sources, boolean areOutlined,
            Predicate<CharSequence> isNamed) throws IOException {
        this.sources = sources;
        if (sources.isEmpty()) {
            return;    // Which javac would take for wrong use.
        }
        var output = new ForwardingJavaFileManager<JavaFileManager>(files) {
            @Override
            public JavaFileObject getJavaFileForOutput(Location where, String name, JavaFileObject.Kind kind, FileObject from) {
                origins.put(name, from.toUri());
                return new SimpleJavaFileObject(URI.create("memory:///" + name.replace('.', '/') + kind.extension), kind) {
                    @Override
                    public OutputStream openOutputStream() {
                        var bytes = new ByteArrayOutputStream();
                        classes.put(name, bytes);
                        return bytes;
                    }
                };
            }
        };
        // What it says of its own death is of no use to a learner.
        var task = (JavacTask) javac.getTask(Writer.nullWriter(), output, found, Javac.OPTIONS, null, sources);
        var types = new ArrayList<TypeElement>();
        try {
            for (var element : task.analyze()) {
                addWithNested(element, types);
                if (areOutlined) {
                    outline(element, task.getElements());
                }
            }
        } catch (RuntimeException | AssertionError e) {
            // It may fall over just what it has complained of: nested lambdas, one of which lacks its return, are enough.
            if (!failed()) {
                throw e;
            }
            return;
        }
        // What is seen through another type's members has its name in those: hence again, until there is no more.
        while (types.removeIf(type -> isVisible(type, isNamed) && print(type, task.getElements(), isNamed))) {
        }
        if (!failed()) {
            task.generate();
        }
    }

    private void outline(Element element, Elements elements) {
        if (element instanceof TypeElement type) {
            elements.printElements(outlines.computeIfAbsent(elements.getFileObjectOf(type).toUri(), source -> new StringWriter()), type);
        }
    }

    private static void addWithNested(Element element, List<TypeElement> types) {
        if (element instanceof TypeElement type && !type.getModifiers().contains(Modifier.PRIVATE)) {
            types.add(type);
            type.getEnclosedElements().forEach(member -> addWithNested(member, types));
        }
    }

    private boolean isVisible(TypeElement type, Predicate<CharSequence> isNamed) {
        return isNamed.test(type.getSimpleName()) || api.getBuffer().indexOf(type.getSimpleName().toString()) >= 0;
    }

    /**
     * Prints all that tests can depend on: a type and its members, with their types and constants. Of a class, a member that no
     * test has the name of can't make a difference, if it isn't abstract.
     */
    private boolean print(TypeElement type, Elements elements, Predicate<CharSequence> isNamed) {
        api.append("%s %s %s %s %s extends %s, %s, %s%n".formatted(type.getAnnotationMirrors(), type.getModifiers(), type.getKind(), type,
                type.getTypeParameters().stream().map(TypeParameterElement::getBounds).toList(),
                type.getSuperclass(), type.getInterfaces(), type.getPermittedSubclasses()));
        for (var member : type.getEnclosedElements()) {
            if (!(member instanceof TypeElement) && !member.getModifiers().contains(Modifier.PRIVATE)
                    && (type.getKind() != ElementKind.CLASS || member.getKind() == ElementKind.CONSTRUCTOR
                            || member.getModifiers().contains(Modifier.ABSTRACT) || isNamed.test(member.getSimpleName()))) {
                elements.printElements(api, member);
            }
        }
        return true;
    }

    boolean failed() {
        return found.getDiagnostics().stream().anyMatch(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR);
    }

    String api() {
        return api.toString();
    }

    List<Problem> problems() {
        return found.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR).map(this::problem).toList();
    }

    private Problem problem(Diagnostic<? extends JavaFileObject> diagnostic) {
        var source = diagnostic.getSource();
        return new Problem(source == null ? "" : Path.of(source.toUri()).toString(), source instanceof Texts.Text text && text.isInTests(),
                diagnostic.getLineNumber(), beginning(lineOf(source, diagnostic.getLineNumber())), beginning(diagnostic.getMessage(Locale.ROOT)));
    }

    Map<String, byte[]> bytes() {
        var bytes = new HashMap<String, byte[]>();
        classes.forEach((name, written) -> bytes.put(name, written.toByteArray()));
        return bytes;
    }

    /** What has become of each of a learner's sources, by its name among the resources. */
    Map<String, KnownMains.Unit> units() {
        var units = new HashMap<String, KnownMains.Unit>();
        var all = bytes();
        for (var source : sources) {
            var classes = new HashMap<>(all);
            classes.keySet().removeIf(name -> !source.toUri().equals(origins.get(name)));
            units.put(source.resource(), new KnownMains.Unit(source.text(), String.valueOf(outlines.get(source.toUri())), classes));
        }
        return units;
    }

    private static String beginning(String text) {
        return Beginning.of(text, LONGEST);
    }

    private static String lineOf(JavaFileObject source, long line) {
        try {
            return source == null || line < 1 ? "" : source.getCharContent(true).toString().lines()
                    .skip(line - 1).findFirst().orElse("").strip();
        } catch (IOException e) {
            // The problem may just be that the file can't be read; it is told without its line then.
            return "";
        }
    }
}
