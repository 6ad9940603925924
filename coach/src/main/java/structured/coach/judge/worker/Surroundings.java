package structured.coach.judge.worker;

import java.io.BufferedOutputStream;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Properties;
import java.util.TimeZone;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;
import org.assertj.core.configuration.Configuration;
import org.assertj.core.presentation.StandardRepresentation;
import structured.coach.machine.Jvm;

/** What a JVM has only one of, and any code may change: after a run it is put back, so that the next run finds what a new JVM has. */
final class Surroundings {

    /** More than any run of ours needs at once. */
    private static final int HANDLES = 20;
    private static final File ANY_FILE = Jvm.OUR_HOME.resolve("release").toFile();

    private final Properties properties = (Properties) System.getProperties().clone();
    private final Locale locale = Locale.getDefault();
    private final Locale display = Locale.getDefault(Locale.Category.DISPLAY);
    private final Locale format = Locale.getDefault(Locale.Category.FORMAT);
    private final Thread.UncaughtExceptionHandler handler = Thread.getDefaultUncaughtExceptionHandler();
    private final InputStream in = System.in;
    private PrintStream out;
    private PrintStream err;

    /** As they are now, before any run. */
    Surroundings() {
        openOutput();
    }

    /** Not the JVM's own: what a run closes is only its own, too. */
    private void openOutput() {
        out = printing(FileDescriptor.out);
        err = printing(FileDescriptor.err);
        System.setOut(out);
        System.setErr(err);
    }

    private static PrintStream printing(FileDescriptor to) {
        return new PrintStream(new BufferedOutputStream(new Unclosable(new FileOutputStream(to))), true, StandardCharsets.UTF_8);
    }

    /** To close this one closes nothing. */
    private static final class Unclosable extends FilterOutputStream {
        Unclosable(FileOutputStream file) {
            super(file);
        }

        /** All at once, not byte by byte. */
        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }

    /** Puts them back after a run, and says whether that was possible. */
    boolean putBack() {
        out.flush();
        err.flush();
        openOutput();
        System.setIn(in);
        System.setProperties((Properties) properties.clone());
        Locale.setDefault(locale);
        Locale.setDefault(Locale.Category.DISPLAY, display);
        Locale.setDefault(Locale.Category.FORMAT, format);
        // The one that the machine has, as it was in the beginning.
        TimeZone.setDefault(null);
        Thread.setDefaultUncaughtExceptionHandler(handler);
        putBackAssertj();
        // What is closed below all streams can't be opened again.
        return FileDescriptor.out.valid() && FileDescriptor.err.valid() && hasHandles();
    }

    /** Whether there are handles left for what a run opens: code may have taken them all, and keep them. */
    private static boolean hasHandles() {
        var opened = new ArrayList<FileInputStream>();
        try {
            while (opened.size() < HANDLES) {
                opened.add(new FileInputStream(ANY_FILE));
            }
            return true;
        } catch (IOException e) {
            return false;
        } finally {
            for (var file : opened) {
                close(file);
            }
        }
    }

    private static void close(FileInputStream file) {
        try {
            file.close();
        } catch (IOException e) {
            // Nothing was written to it.
        }
    }

    /** Libraries of tests have something of the kind, too. */
    private static void putBackAssertj() {
        StandardRepresentation.resetDefaults();
        new Configuration().apply();
        Assertions.useDefaultRepresentation();
        AbstractAssert.throwUnsupportedExceptionOnEquals = true;
    }

    /** Does what takes time only when it is done first. */
    static void rehearse() {
        hasHandles();
        putBackAssertj();
    }
}
