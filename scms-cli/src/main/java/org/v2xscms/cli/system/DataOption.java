package org.v2xscms.cli.system;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that says where an installation's data is. */
public final class DataOption {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The installation's folder; beside the launcher if absent (.scms/data).")
    private @Nullable Path folder;

    public DataFolder folder() {
        Path chosen = folder == null
                ? Path.of(System.getProperty("scms.state", ".scms")).resolve("data")
                : folder;
        return new DataFolder(chosen.toAbsolutePath().normalize());
    }
}
