package structured.coach.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.parallel.Execution;
import structured.coach.verdict.Verdict.Status;

/** The coach has to tell what is wrong with it. */
@DisplayName("an answer that does not compile, or fails in odd ways")
@Execution(CONCURRENT)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class HostileSourcesTest extends HostileAnswers {

    HostileSourcesTest() {
        super(false);
    }

    @Test
    @DisplayName("with a library that only tests have is AMBER, as it is in Maven")
    void libraryOfTests() throws Exception {
        assertThat(judge(source("org.junit.jupiter.api.Assertions.assertTrue(true);" + RIGHT).getBytes()))
                .satisfies(verdict -> isAmber(verdict, "package org.junit.jupiter.api does not exist"));
    }

    @Test
    @DisplayName("a deleted class is AMBER")
    void deletedClass() throws Exception {
        assertThat(judge(new byte[0])).satisfies(verdict -> isAmber(verdict, "doesn't find what it tests"));
    }

    @Test
    @DisplayName("a deleted file is AMBER, and said to be gone")
    void deletedFile() throws Exception {
        assertThat(judgeFile(folder.resolve("Gather.java"))).satisfies(verdict -> isAmber(verdict, "Gather.java doesn't compile: it can't be read"));
    }

    @Test
    @DisplayName("a renamed method is AMBER, and the sentence says to keep names")
    void renamedMethod() throws Exception {
        assertThat(judge(source(RIGHT).replace("gather(List", "gatherAll(List").getBytes()))
                .satisfies(verdict -> isAmber(verdict, "Keep the class, its methods and its fields"));
    }

    @Test
    @DisplayName("a class that doesn't compile is AMBER, with its line")
    void doesNotCompile() throws Exception {
        assertThat(judge("return tasks")).satisfies(verdict -> isAmber(verdict, "Gather.java doesn't compile. Line 8: ';' expected"));
    }

    @Test
    @DisplayName("in a source that isn't UTF-8 is GREEN if it is right, as it is in Maven, and told of")
    void invalidUtf8() throws Exception {
        var verdict = judge(source("/* caf\u00e9 */" + RIGHT).getBytes(StandardCharsets.ISO_8859_1));
        assertThat(verdict.status()).as(verdict.sentence()).isEqualTo(Status.GREEN);
        assertThat(verdict.output()).contains("Gather.java, line 8, has a character that is not UTF-8");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there are no such files")
    @DisplayName("that is no file of a moderate size is AMBER, and not read: a device, a pipe that nobody writes to, a gigabyte")
    void noFile() throws Exception {
        var file = folder.resolve("Gather.java");
        Files.createSymbolicLink(file, Path.of("/dev/zero"));
        assertThat(judgeFile(file)).satisfies(verdict -> isAmber(verdict, "Gather.java doesn't compile: it is no file, but a pipe, a device"));
        Files.delete(file);
        assertThat(new ProcessBuilder("mkfifo", file.toString()).start().waitFor()).isZero();
        assertThat(judgeFile(file)).satisfies(verdict -> isAmber(verdict, "Gather.java doesn't compile: it is no file, but a pipe, a device"));
        Files.delete(file);
        try (var large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength(1L << 30);
        }
        assertThat(judgeFile(file)).satisfies(verdict -> isAmber(verdict, "Gather.java doesn't compile: it has more than 2 MB"));
    }

    @Test
    @DisplayName("that the compiler itself despairs of is AMBER, and said to be that")
    void compilerGivesUp() throws Exception {
        assertThat(judge("int x = 1; int s = " + "x + ".repeat(20_000) + "x;" + RIGHT))
                .satisfies(verdict -> isAmber(verdict, "the compiler itself gave up, by a java.lang.StackOverflowError"));
    }

    @Test
    @DisplayName("that the compiler complains of, and then falls over, is AMBER by what it complained of")
    void compilerComplainsAndGivesUp() throws Exception {
        var returnsNothing = "scope.fork(() -> { java.util.Optional.of(task).ifPresent(it -> { it.call(); }); });";
        assertThat(judge("try (var scope = new java.util.concurrent.StructuredTaskScope<Object>()) { for (var task : tasks) { " + returnsNothing + " } } return null;"))
                .satisfies(verdict -> isAmber(verdict, "bad return type in lambda expression"));
    }

    @Test
    @DisplayName("an exception without a message is RED")
    void nullMessage() throws Exception {
        assertThat(judge("throw new IllegalStateException((String) null);")).satisfies(verdict -> isRed(verdict, "IllegalStateException"));
    }

    @Test
    @DisplayName("causes that go round in a circle are RED")
    void cyclicCause() throws Exception {
        assertThat(judge("""
                var hen = new IllegalStateException("hen");
                var egg = new IllegalStateException("egg", hen);
                hen.initCause(egg);
                throw egg;
                """)).satisfies(verdict -> isRed(verdict, "egg"));
    }
}
