package structured.coach.judge.worker;

import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Keeps those test classes from run to run that know nothing of a learner's code, and remember nothing: to load them again at
 * each save, and to link and interpret them until they are warm, would take as long as the tests themselves. Where anything
 * about a class is in doubt, it isn't among them.
 *
 * <p>They are in the same package as those which each run loads anew, but to the JVM the same package in another loader is
 * another one; so all that isn't private is made public. Where the tests and the learner's classes see each other nothing changes.
 */
final class Lasting extends ClassLoader {

    /** What nobody can change, once it is there. */
    private static final Set<Class<?>> VALUES = Set.of(String.class, Boolean.class, Character.class, Byte.class, Short.class, Integer.class,
            Long.class, Float.class, Double.class, Class.class, Duration.class, Pattern.class);

    /** Of the last run, whose successor may use it once more. For the thread that runs tests. */
    private static Lasting last;

    /** All that it was chosen from: with the same, the choice would be the same. */
    private final Map<String, byte[]> tests;
    private final Set<String> learners;

    private final Map<String, ClassFile> files;

    /** What is not final in these classes, with what it is in the beginning. */
    private final Map<Field, Object> beginnings = new HashMap<>();

    /** The loader of the run that goes on: its resources are these classes' resources, too. */
    private volatile Loader run;

    private Lasting(Classes classes, Map<String, ClassFile> files, ClassLoader libraries) {
        super(libraries);
        tests = classes.tests();
        learners = outermost(classes.main().keySet());
        this.files = files;
    }

    /** The ones among these classes, as they are before any run. */
    static Lasting of(Classes classes, ClassLoader libraries) {
        if (last == null || !last.isOf(classes) || last.getParent() != libraries) {
            last = chosen(classes, libraries);
        }
        last.putBack();
        return last;
    }

    void serve(Loader loader) {
        run = loader;
    }

    private boolean isOf(Classes classes) {
        return tests.keySet().equals(classes.tests().keySet()) && learners.equals(outermost(classes.main().keySet()))
                && tests.entrySet().stream().allMatch(test -> Arrays.equals(test.getValue(), classes.tests().get(test.getKey())));
    }

    private static Lasting chosen(Classes classes, ClassLoader libraries) {
        var files = classes.tests().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, test -> new ClassFile(test.getValue())));
        var named = named(files);
        var gone = outermost(classes.main().keySet());
        gone.addAll(classes.testClasses());
        while (true) {
            // Whoever names one that is loaded anew at each run has to be, too.
            while (gone.addAll(named.keySet().stream().filter(name -> !Collections.disjoint(named.get(name), gone)).toList())) {
            }
            files.keySet().removeIf(name -> gone.contains(outermost(name)));
            var chosen = new Lasting(classes, files, libraries);
            var remembering = chosen.remembering();
            if (remembering.isEmpty()) {
                return chosen;
            }
            gone.addAll(remembering);
        }
    }

    /** Which others each of these classes names, those in it included. */
    private static Map<String, Set<String>> named(Map<String, ClassFile> files) {
        var named = new HashMap<String, Set<String>>();
        var packages = files.keySet().stream().map(name -> name.substring(0, Math.max(0, name.lastIndexOf('.')))).collect(Collectors.toSet());
        files.forEach((name, file) -> {
            var names = named.computeIfAbsent(outermost(name), outermost -> new HashSet<>());
            packages.forEach(one -> names.addAll(file.named(one)));
        });
        return named;
    }

    private static Set<String> outermost(Set<String> names) {
        return names.stream().map(Lasting::outermost).collect(Collectors.toCollection(HashSet::new));
    }

    private static String outermost(String name) {
        var nested = name.indexOf('$', name.lastIndexOf('.') + 2);
        return nested < 0 ? name : name.substring(0, nested);
    }

    /** Those of them in which something may be otherwise after a run, and couldn't be put back; also those that can't be looked into. */
    private Set<String> remembering() {
        var remembering = new TreeSet<String>();
        for (var name : files.keySet()) {
            try {
                for (var field : Class.forName(name, false, this).getDeclaredFields()) {
                    if (Modifier.isStatic(field.getModifiers()) && !field.isSynthetic() && !isConstant(field) && !canBePutBack(field)) {
                        remembering.add(outermost(name));
                    }
                }
            } catch (ClassNotFoundException | RuntimeException | LinkageError e) {
                remembering.add(outermost(name));
            }
        }
        return remembering;
    }

    private static boolean isConstant(Field field) {
        return Modifier.isFinal(field.getModifiers()) && (field.getType().isPrimitive() || VALUES.contains(field.getType()));
    }

    private boolean canBePutBack(Field field) {
        try {
            field.setAccessible(true);
            // Which initialises its class.
            var value = field.get(null);
            if (!Modifier.isFinal(field.getModifiers())) {
                beginnings.put(field, value);
            }
            return isValue(value);
        } catch (IllegalAccessException e) {
            return false;
        }
    }

    private static boolean isValue(Object value) {
        return value == null || VALUES.contains(value.getClass()) || value instanceof Path || value instanceof MethodHandle
                || value instanceof Enum<?> one && Arrays.stream(one.getClass().getDeclaredFields()).allMatch(field -> Modifier.isStatic(field.getModifiers()))
                || value instanceof Map<?, ?> map && isTheJdks(map) && areValues(map.keySet()) && areValues(map.values())
                || value instanceof Collection<?> many && isTheJdks(many) && areValues(many);
    }

    /** One that List.of, Set.of or Map.of has made. */
    private static boolean isTheJdks(Object collection) {
        return collection.getClass().getName().startsWith("java.util.ImmutableCollections$");
    }

    private static boolean areValues(Collection<?> many) {
        return many.stream().allMatch(Lasting::isValue);
    }

    private void putBack() {
        beginnings.forEach((field, value) -> {
            try {
                field.set(null, value);
            } catch (IllegalAccessException e) {
                throw new IllegalStateException("it was made accessible when it was read", e);
            }
        });
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        var file = files.get(name);
        if (file == null) {
            throw new ClassNotFoundException(name);
        }
        var bytes = file.widened();
        return defineClass(name, bytes, 0, bytes.length);
    }

    /** Those of the run, and before the first one only what the libraries have. */
    @Override
    public URL getResource(String name) {
        return run == null ? super.getResource(name) : run.getResource(name);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        return run == null ? super.getResources(name) : run.getResources(name);
    }
}
