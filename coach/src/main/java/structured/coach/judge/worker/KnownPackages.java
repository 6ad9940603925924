package structured.coach.judge.worker;

import java.io.IOException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;

/**
 * Remembers over compilations which classes the JDK's packages have. They never change, and looking them up again took a third
 * of the time that a small file takes to compile. For one thread at a time.
 */
final class KnownPackages extends ForwardingJavaFileManager<StandardJavaFileManager> {

    private record Package(Location module, String name, Set<JavaFileObject.Kind> kinds, boolean isRecursive) {}

    private final Map<Package, Iterable<JavaFileObject>> classes = new HashMap<>();
    private final Map<JavaFileObject, String> names = new IdentityHashMap<>();

    KnownPackages(StandardJavaFileManager files) {
        super(files);
    }

    /** Of a learner's files and of libraries, too, there may be others the next time. */
    private static boolean isOfTheJdk(JavaFileManager.Location location) {
        return location.getName().startsWith("SYSTEM_MODULES[");
    }

    @Override
    public Iterable<JavaFileObject> list(Location location, String name, Set<JavaFileObject.Kind> kinds, boolean isRecursive) throws IOException {
        if (!isOfTheJdk(location)) {
            return super.list(location, name, kinds, isRecursive);
        }
        var wanted = new Package(location, name, kinds.isEmpty() ? Set.of() : EnumSet.copyOf(kinds), isRecursive);
        var known = classes.get(wanted);
        if (known == null) {
            known = super.list(location, name, kinds, isRecursive);
            classes.put(wanted, known);
        }
        return known;
    }

    @Override
    public String inferBinaryName(Location location, JavaFileObject file) {
        return isOfTheJdk(location) ? names.computeIfAbsent(file, first -> super.inferBinaryName(location, file))
                : super.inferBinaryName(location, file);
    }

    StandardJavaFileManager files() {
        return fileManager;
    }
}
