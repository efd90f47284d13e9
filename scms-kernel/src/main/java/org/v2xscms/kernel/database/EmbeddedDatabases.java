package org.v2xscms.kernel.database;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;

/**
 * Databases of several authorities on one embedded server, apart from each other by database, role and password.
 *
 * <p>Whoever holds the server's superuser can read them all. That is acceptable for a trial on one machine and for an
 * authority that runs its server alone, and is why the one-process mode is not for production.
 */
public final class EmbeddedDatabases {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,30}");

    private final PostgresServer server;
    private final Path passwords;
    private final SecureRandom random;

    /**
     * @param passwords the folder in which each authority gets a folder of its own with the passwords of its two roles
     */
    public EmbeddedDatabases(PostgresServer server, Path passwords, SecureRandom random) {
        this.server = server;
        this.passwords = passwords;
        this.random = random;
    }

    /** Creates the authority's database and roles where they are missing and says how to enter. */
    public DatabaseAccess forAuthority(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a database name: " + name);
        }
        Path folder = passwords.resolve(name);
        RoleLogin owner = login(folder, name + "_owner", "owner.password");
        RoleLogin runtime = login(folder, name + "_runtime", "runtime.password");
        RoleLogin superuser = server.superuser();
        try (Connection connection = DriverManager.getConnection(
                        server.jdbcUrl("postgres"), superuser.role(), superuser.password());
                Statement statement = connection.createStatement()) {
            createRole(connection, owner);
            createRole(connection, runtime);
            if (!exists(connection, "select 1 from pg_database where datname = ?", name)) {
                statement.execute("create database " + name + " owner " + owner.role());
            }
            statement.execute("revoke all on database " + name + " from public");
            statement.execute("revoke all on database postgres, template1 from public");
            statement.execute("grant connect on database " + name + " to " + runtime.role());
        } catch (SQLException e) {
            throw new DatabaseFault("cannot create the database of " + name, e);
        }
        return new DatabaseAccess(server.jdbcUrl(name), owner, runtime);
    }

    private RoleLogin login(Path folder, String role, String file) {
        return new RoleLogin(role, PasswordFile.readOrCreate(folder.resolve(file), random));
    }

    /** Sets the password each time: a run killed between role and password must not lock the authority out. */
    private static void createRole(Connection connection, RoleLogin login) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (!exists(connection, "select 1 from pg_roles where rolname = ?", login.role())) {
                statement.execute("create role " + login.role()
                        + " login nosuperuser nocreatedb nocreaterole noreplication noinherit");
            }
            statement.execute("alter role " + login.role() + " password '" + login.password() + "'");
        }
    }

    private static boolean exists(Connection connection, String query, String value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, value);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }
}
