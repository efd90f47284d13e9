package org.v2xscms.kernel.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * One authority's database: migrated by the owner role, then used through a pool of the runtime role.
 *
 * <p>Opening fails if the server may lose a commit it confirmed, or if the runtime role could change or delete issued
 * or audit rows.
 */
public final class AuthorityDatabase implements AutoCloseable {

    private static final String KERNEL_MIGRATIONS = "classpath:org/v2xscms/kernel/migrations";
    private static final List<String> INSERT_ONLY =
            List.of("audit.record", "issuance.intent", "issuance.outcome", "issuance.period");

    private final DatabaseAccess access;
    private final HikariDataSource runtime;

    private AuthorityDatabase(DatabaseAccess access, HikariDataSource runtime) {
        this.access = access;
        this.runtime = runtime;
    }

    /**
     * Migrates and opens the database.
     *
     * @param schema the authority's own schema, holding its history of migrations
     * @param migrations where the authority's own Flyway scripts are, each {@code classpath:...}; a script names the
     *     runtime role as {@code ${runtime}}
     * @param connections the greatest number of connections at a time
     */
    public static AuthorityDatabase open(
            DatabaseAccess access, String schema, List<String> migrations, int connections) {
        migrate(access, "kernel", List.of(KERNEL_MIGRATIONS));
        if (!migrations.isEmpty()) {
            migrate(access, schema, migrations);
        }
        return attach(access, connections);
    }

    /**
     * Opens a database that another process of the authority has migrated.
     *
     * @param connections the greatest number of connections at a time
     */
    public static AuthorityDatabase attach(DatabaseAccess access, int connections) {
        HikariDataSource pool = pool(access, connections);
        try {
            AuthorityDatabase database = new AuthorityDatabase(access, pool);
            database.refuseForgetfulServer();
            database.refusePowerfulRole();
            return database;
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    /** The runtime role's pool. */
    public DataSource dataSource() {
        return runtime;
    }

    /** Runs {@code work} in one transaction of the runtime role: all of it, or none. */
    public <T> T inTransaction(String what, DatabaseWork<T> work) {
        return Transactions.run(runtime, what, work);
    }

    /**
     * Runs {@code work} in one transaction of the owner role, over a connection of its own. For retention only: the
     * runtime role cannot drop a partition.
     */
    public <T> T asOwner(String what, DatabaseWork<T> work) {
        return Transactions.run(ownerDataSource(), what, work);
    }

    @Override
    public void close() {
        runtime.close();
    }

    private static void migrate(DatabaseAccess access, String schema, List<String> locations) {
        Flyway.configure()
                .dataSource(
                        access.jdbcUrl(), access.owner().role(), access.owner().password())
                .schemas(schema)
                .table("migration")
                .locations(locations.toArray(String[]::new))
                .placeholders(Map.of("runtime", access.runtime().role()))
                .load()
                .migrate();
    }

    private static HikariDataSource pool(DatabaseAccess access, int connections) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(access.jdbcUrl());
        config.setUsername(access.runtime().role());
        config.setPassword(access.runtime().password());
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(Duration.ofSeconds(5).toMillis());
        // The detail of an error names the offending values, which must not reach a log.
        config.addDataSourceProperty("logServerErrorDetail", "false");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        return new HikariDataSource(config);
    }

    private DataSource ownerDataSource() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(access.jdbcUrl());
        source.setUser(access.owner().role());
        source.setPassword(access.owner().password());
        source.setLogServerErrorDetail(false);
        return source;
    }

    private void refuseForgetfulServer() {
        inTransaction("reading server settings", connection -> {
            for (String setting : List.of("fsync", "full_page_writes", "synchronous_commit")) {
                String value = single(connection, "select current_setting('" + setting + "')");
                if ("off".equals(value)) {
                    throw new IllegalStateException(
                            "the database server runs with " + setting + " = off: a confirmed commit could be lost");
                }
            }
            return true;
        });
    }

    private void refusePowerfulRole() {
        inTransaction("reading privileges", connection -> {
            for (String table : INSERT_ONLY) {
                String may = single(
                        connection, "select has_table_privilege('" + table + "', 'UPDATE, DELETE, TRUNCATE')::text");
                if (!"false".equals(may)) {
                    throw new IllegalStateException("the runtime role may change rows of " + table
                            + ": give it the privileges of the migrations and no others");
                }
            }
            return true;
        });
    }

    private static String single(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
