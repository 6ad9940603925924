package structured.coach.timeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.commons.ClassRemapper;
import net.bytebuddy.jar.asm.commons.SimpleRemapper;

/** Classes that have been compiled, to be run and recorded: with calls of {@link Inside}, and otherwise as they are. */
final class Watched {

    private static final List<Class<?>> GOES_ALONG = List.of(Inside.class, Inside.Began.class, Inside.Waited.class, Inside.SameRandom.class);

    private Watched() {}

    /** All in a folder, and what they call. With {@code sameRandom}, their random numbers depend on nothing but a seed. */
    static void in(Path folder, boolean sameRandom) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(file -> file.toString().endsWith(".class")).toList()) {
                Files.write(file, watched(Files.readAllBytes(file), sameRandom));
            }
        }
        var to = Files.createDirectories(folder.resolve(Inside.class.getPackageName().replace('.', '/')));
        for (var name : names().toList()) {
            try (var in = Inside.class.getResourceAsStream(name)) {
                Files.write(to.resolve(name), in.readAllBytes());
            }
        }
    }

    private static Stream<String> names() {
        // With those that have no name of their own, or no other class has.
        return Stream.concat(GOES_ALONG.stream().map(Class::getName), Stream.of(Inside.class.getName() + "$Origin", Inside.class.getName() + "$1"))
                .map(name -> name.substring(name.lastIndexOf('.') + 1) + ".class");
    }

    private static byte[] watched(byte[] bytes, boolean sameRandom) {
        var reader = new ClassReader(bytes);
        var writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        if (!sameRandom) {
            reader.accept(new Calls(writer, false), 0);
            return writer.toByteArray();
        }
        // First the calls, by their old names, and then what they are of.
        var renamed = new ClassRemapper(writer, new SimpleRemapper(Opcodes.ASM9, "java/util/concurrent/ThreadLocalRandom", Inside.SameRandom.class.getName().replace('.', '/')));
        reader.accept(new Calls(renamed, true), 0);
        return writer.toByteArray();
    }
}
