package structured.coach.judge.worker;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

/**
 * Defines the learner's classes and the tests, but for what is {@link Lasting}; everything else comes from the worker's own
 * class path. Its resources are those of Maven's class path (class files, and what lies in the folders for resources), and the
 * text of the learner's sources.
 */
final class Loader extends ClassLoader {

    private final Classes classes;

    /** The tests' before the learner's, as on the class path of Maven's tests. */
    private final List<Path> resources;

    /** What has resources of its own: what is lasting has this loader's. */
    private final ClassLoader libraries;

    Loader(Classes classes, List<Path> resources) {
        this(classes, resources, Lasting.of(classes, withLibraries(resources)));
    }

    private Loader(Classes classes, List<Path> resources, Lasting lasting) {
        super(lasting);
        this.classes = classes;
        this.resources = resources;
        libraries = lasting.getParent();
        lasting.serve(this);
    }

    /** The worker's own class path, and those of the resources that are jars. No exercise has any. */
    private static ClassLoader withLibraries(List<Path> resources) {
        var jars = resources.stream().filter(path -> path.toString().endsWith(".jar")).map(Loader::url).toArray(URL[]::new);
        return jars.length == 0 ? Loader.class.getClassLoader() : new URLClassLoader(jars, Loader.class.getClassLoader());
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        var bytes = classes.bytesOf(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }

    /** Without the way over a URL, since tests that load classes once more ask for many. */
    @Override
    public InputStream getResourceAsStream(String name) {
        var bytes = bytesOf(name);
        return bytes != null ? new ByteArrayInputStream(bytes) : super.getResourceAsStream(name);
    }

    /** The module's own first, as in Maven. */
    @Override
    public URL getResource(String name) {
        var own = findResource(name);
        return own != null ? own : libraries.getResource(name);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        var all = Collections.list(findResources(name));
        all.addAll(Collections.list(libraries.getResources(name)));
        return Collections.enumeration(all);
    }

    @Override
    protected URL findResource(String name) {
        var bytes = bytesOf(name);
        if (bytes != null) {
            return inMemory(name, bytes);
        }
        try {
            for (var folder : resources) {
                var file = folder.resolve(name).normalize();
                if (file.startsWith(folder) && Files.exists(file)) {
                    return file.toUri().toURL();
                }
            }
        } catch (IllegalArgumentException | MalformedURLException e) {
            // No name of a file here, and so of nothing that is there.
        }
        return null;
    }

    @Override
    protected Enumeration<URL> findResources(String name) {
        var found = findResource(name);
        return found == null ? Collections.emptyEnumeration() : Collections.enumeration(List.of(found));
    }

    private byte[] bytesOf(String name) {
        var text = classes.texts().get(name);
        if (text != null) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        return name.endsWith(".class") ? classes.bytesOf(name.substring(0, name.length() - ".class".length()).replace('/', '.')) : null;
    }

    private static URL inMemory(String name, byte[] bytes) {
        try {
            return URL.of(new URI("memory", null, "/" + name, null), new URLStreamHandler() {
                @Override
                protected URLConnection openConnection(URL url) {
                    return new URLConnection(url) {
                        @Override
                        public void connect() {
                            // It is there.
                        }

                        @Override
                        public InputStream getInputStream() {
                            return new ByteArrayInputStream(bytes);
                        }
                    };
                }
            });
        } catch (Exception e) {
            throw new IllegalStateException("a name of a class or of its file: " + name, e);
        }
    }
}
