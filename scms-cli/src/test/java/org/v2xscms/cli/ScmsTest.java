package org.v2xscms.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class ScmsTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine scms =
            Scms.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));

    @Test
    void helpNamesEveryCommandOnStandardOutput() {
        assertEquals(ExitCode.OK, scms.execute("--help"));
        assertAll(scms.getSubcommands().keySet().stream()
                .map(name -> () -> assertTrue(out.toString().contains("\n  " + name + " "), name)));
        assertEquals("", err.toString());
    }

    @Test
    void everyCommandExplainsItself() {
        assertAll(scms.getSubcommands().keySet().stream().map(name -> () -> {
            assertEquals(ExitCode.OK, scms.execute("help", name), name);
            assertTrue(out.toString().contains("Usage: scms " + name), name);
            assertEquals(ExitCode.OK, scms.execute(name, "--help"), name);
        }));
    }

    @Test
    void versionNamesTheJavaThatRuns() {
        assertEquals(ExitCode.OK, scms.execute("--version"));
        assertTrue(out.toString().contains("Java " + Runtime.version()), out.toString());
    }

    @Test
    void noCommandIsAUsageError() {
        assertEquals(ExitCode.UNREADABLE, scms.execute());
        assertEquals(
                "scms: a command is missing\nSee 'scms --help'.\n",
                err.toString().replace("\r\n", "\n"));
    }

    @Test
    void unknownOptionIsAUsageErrorInOneLine() {
        assertEquals(ExitCode.UNREADABLE, scms.execute("completion", "--colour"));
        assertTrue(err.toString().startsWith("scms: "), err.toString());
        assertTrue(err.toString().contains("See 'scms completion --help'."), err.toString());
    }

    @Test
    void completionScriptKnowsTheCommands() {
        assertEquals(ExitCode.OK, scms.execute("completion", "bash"));
        assertTrue(out.toString().contains("complete -F _complete_scms"), out.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "scms in, inspect",
        "scms help ver, verify",
        "scms inspect --ro, --roundtrip",
        "scms inspect --type EtsiTs102, EtsiTs102941Data",
        "scms completion z, zsh",
    })
    void bashCompletes(String line, String completed) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "no bash");
        scms.execute("completion", "bash");
        // Bash calls the function with the command, the word to complete and the word before it.
        String call = """
                compopt() { :; }
                COMP_WORDS=(%s); COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
                _complete_scms scms "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
                printf '%%s\\n' "${COMPREPLY[@]}"
                """.formatted(line);
        Process bash = new ProcessBuilder("/bin/bash", "-c", out + call)
                .redirectErrorStream(true)
                .start();
        String printed = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, bash.waitFor(), printed);
        assertEquals(completed, printed.strip());
    }

    @Test
    void zshScriptTurnsOnItsBashEmulationFirst() {
        assertEquals(ExitCode.OK, scms.execute("completion", "zsh"));
        assertTrue(out.toString().startsWith("autoload -Uz compinit bashcompinit"), out.toString());
    }

    @Test
    void testCommandPointsToTheLauncher() {
        assertEquals(ExitCode.UNREADABLE, scms.execute("test"));
        assertTrue(err.toString().contains("./scms test"), err.toString());
    }

    @Test
    void failureIsOneLineWithoutAStackTrace() {
        assertEquals(
                ExitCode.UNREADABLE,
                with(new Failing(() -> new IOException("disk\n  gone"))).execute("fail"));
        assertEquals("scms: disk gone", err.toString().strip());
    }

    @Test
    void missingFileIsNamed() {
        assertEquals(
                ExitCode.UNREADABLE,
                with(new Failing(() -> new NoSuchFileException("cert.oer"))).execute("fail"));
        assertEquals("scms: cert.oer: no such file", err.toString().strip());
    }

    @Test
    void failureWithoutAMessageNamesItsKind() {
        assertEquals(
                ExitCode.UNREADABLE,
                with(new Failing(IllegalStateException::new)).execute("fail"));
        assertTrue(err.toString().contains("IllegalStateException"), err.toString());
    }

    @Test
    void tooLittleMemoryIsNoAnswerAndNotANo() {
        CommandLine starving = with(new Failing(() -> {
            throw new OutOfMemoryError("Java heap space");
        }));
        assertEquals(ExitCode.UNREADABLE, Scms.execute(starving, "fail"));
        assertTrue(err.toString().startsWith("scms: not enough memory"), err.toString());
    }

    @Test
    void verboseTellsWhere() {
        assertEquals(
                ExitCode.UNREADABLE,
                with(new Failing(() -> new IOException("disk gone"))).execute("--verbose", "fail"));
        assertTrue(err.toString().contains("at " + Failing.class.getName() + ".call"), err.toString());
    }

    private CommandLine with(Failing command) {
        return scms.addSubcommand("fail", command).setErr(new PrintWriter(err));
    }

    @Command(name = "fail")
    private record Failing(Supplier<Exception> failure) implements Callable<Integer> {
        @Override
        public Integer call() throws Exception {
            throw failure.get();
        }
    }
}
