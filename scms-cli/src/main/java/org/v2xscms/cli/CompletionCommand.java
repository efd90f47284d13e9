package org.v2xscms.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the shell's completion script. */
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        description = {"Print the completion script of a shell.", "Use it with: eval \"$(./scms completion bash)\""})
final class CompletionCommand implements Runnable {
    /** The shells that picocli's script serves. */
    enum Shell {
        bash,
        zsh
    }

    @Parameters(paramLabel = "SHELL", description = "${COMPLETION-CANDIDATES}")
    private Shell shell;

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli sets both
    CompletionCommand() {}

    @Override
    public void run() {
        var out = spec.commandLine().getOut();
        if (shell == Shell.zsh) {
            // The script is bash's: zsh reads it once its emulation of bash completion is on.
            out.println("autoload -Uz compinit bashcompinit && compinit && bashcompinit");
        }
        out.println(AutoComplete.bash("scms", spec.root().commandLine()));
        out.flush();
    }
}
