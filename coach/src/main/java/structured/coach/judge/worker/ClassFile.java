package structured.coach.judge.worker;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/**
 * As much of a class file as is needed to have its class in one loader, and others of its package in another. Read by hand: a
 * library would have to be told of each JDK's version of the format, and this part of it has not changed since the first.
 */
final class ClassFile {

    private static final int PUBLIC = 0x0001;
    private static final int PRIVATE = 0x0002;
    private static final int PROTECTED = 0x0004;

    private final byte[] bytes;
    private final Set<String> texts = new HashSet<>();

    /** Where the constants end, and the class's own flags are. */
    private final int flags;

    ClassFile(byte[] bytes) {
        this.bytes = bytes;
        var in = ByteBuffer.wrap(bytes).position(8);
        for (int left = unsigned(in) - 1; left > 0; left--) {
            // Each by its tag, in the format's own numbers.
            switch (in.get()) {
                case 1 -> texts.add(text(in));
                case 7, 8, 16, 19, 20 -> skip(in, 2);
                case 15 -> skip(in, 3);
                case 3, 4, 9, 10, 11, 12, 17, 18 -> skip(in, 4);
                case 5, 6 -> {
                    skip(in, 8);
                    left--;    // These take two places.
                }
                default -> throw new IllegalArgumentException("no constant of a class file");
            }
        }
        flags = in.position();
    }

    private static String text(ByteBuffer in) {
        var text = new byte[unsigned(in)];
        in.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }

    private static int unsigned(ByteBuffer in) {
        return Short.toUnsignedInt(in.getShort());
    }

    private static void skip(ByteBuffer in, int many) {
        in.position(in.position() + many);
    }

    /** Which classes of this package it names, be it in types or in texts; of a nested one, the outermost that it is in. */
    Set<String> named(String packageName) {
        var prefix = packageName.replace('.', '/') + "/";
        var names = new HashSet<String>();
        for (var text : texts) {
            for (int at = text.indexOf(prefix); at >= 0; at = text.indexOf(prefix, at + 1)) {
                int end = at + prefix.length();
                while (end < text.length() && text.charAt(end) != '$' && Character.isJavaIdentifierPart(text.charAt(end))) {
                    end++;
                }
                names.add(text.substring(at, end).replace('/', '.'));
            }
        }
        return names;
    }

    /** The same class, in which all is public that others of its package may use. */
    byte[] widened() {
        var wide = bytes.clone();
        var out = ByteBuffer.wrap(wide).position(flags);
        widen(out);
        skip(out, 4);
        skip(out, 2 * unsigned(out));
        for (int part = 0; part < 2; part++) {
            // The fields, and then the methods.
            for (int left = unsigned(out); left > 0; left--) {
                widen(out);
                skip(out, 4);
                for (int attributes = unsigned(out); attributes > 0; attributes--) {
                    skip(out, 2);
                    skip(out, out.getInt());
                }
            }
        }
        return wide;
    }

    private static void widen(ByteBuffer out) {
        var flags = out.getShort(out.position());
        out.putShort((flags & PRIVATE) != 0 ? flags : (short) (flags & ~PROTECTED | PUBLIC));
    }
}
