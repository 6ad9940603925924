package structured.coach.judge.worker;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardLocation;

/** Has javac find classes that are in memory, beside those on the class path. */
final class Beside extends ForwardingJavaFileManager<JavaFileManager> {

    /** One of them. */
    private static final class Compiled extends SimpleJavaFileObject {
        private final String name;
        private final byte[] bytes;

        Compiled(String name, byte[] bytes) {
            super(URI.create("memory:///" + name.replace('.', '/') + Kind.CLASS.extension), Kind.CLASS);
            this.name = name;
            this.bytes = bytes;
        }

        String packageName() {
            return name.substring(0, Math.max(0, name.lastIndexOf('.')));
        }

        @Override
        public InputStream openInputStream() {
            return new ByteArrayInputStream(bytes);
        }
    }

    private final List<Compiled> classes;

    /** These classes, each by its name. */
    Beside(JavaFileManager files, Map<String, byte[]> classes) {
        super(files);
        this.classes = classes.entrySet().stream().map(named -> new Compiled(named.getKey(), named.getValue())).toList();
    }

    @Override
    public Iterable<JavaFileObject> list(Location location, String name, Set<JavaFileObject.Kind> kinds, boolean isRecursive) throws IOException {
        var there = super.list(location, name, kinds, isRecursive);
        if (location != StandardLocation.CLASS_PATH || !kinds.contains(JavaFileObject.Kind.CLASS)) {
            return there;
        }
        var all = new ArrayList<JavaFileObject>();
        there.forEach(all::add);
        classes.stream().filter(compiled -> compiled.packageName().equals(name)).forEach(all::add);
        return all;
    }

    @Override
    public String inferBinaryName(Location location, JavaFileObject file) {
        return file instanceof Compiled compiled ? compiled.name : super.inferBinaryName(location, file);
    }
}
