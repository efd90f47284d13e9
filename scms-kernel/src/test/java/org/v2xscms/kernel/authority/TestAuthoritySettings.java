package org.v2xscms.kernel.authority;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.v2xscms.kernel.database.DatabaseAccess;
import org.v2xscms.kernel.files.PrivateFiles;

/** Settings to start an authority with in a test: any free port, plain HTTP, fine errors. */
public final class TestAuthoritySettings {

    private TestAuthoritySettings() {}

    /**
     * The settings, to which a test adds what it is about. Writes the passwords to the authority's folder.
     *
     * @param data the installation's folder with {@code trust} in it
     */
    public static Map<String, Object> of(String name, Path data, DatabaseAccess database) {
        Path home = data.resolve(name);
        Path passwords = home.resolve("passwords");
        try {
            PrivateFiles.write(
                    passwords.resolve("owner.password"), database.owner().password() + "\n");
            PrivateFiles.write(
                    passwords.resolve("runtime.password"), database.runtime().password() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, Object> settings = new HashMap<>();
        settings.put("scms.name", name);
        settings.put("scms.home", home.toString());
        settings.put("scms.trust", data.resolve("trust").toString());
        settings.put("scms.database.url", database.jdbcUrl());
        settings.put("scms.database.passwords", passwords.toString());
        settings.put("scms.database.owner", database.owner().role());
        settings.put("scms.database.runtime", database.runtime().role());
        settings.put("scms.http.errors", "fine");
        settings.put("server.port", "0");
        return settings;
    }
}
