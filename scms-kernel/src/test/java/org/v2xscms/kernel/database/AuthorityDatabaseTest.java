package org.v2xscms.kernel.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorityDatabaseTest {

    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private static DatabaseAccess access;
    private static AuthorityDatabase database;

    @BeforeAll
    static void open() {
        access = TestPostgres.newDatabase();
        database = AuthorityDatabase.open(access, "own", List.of("classpath:database/own"), 4);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit.record set kind = 'x'",
                "delete from audit.record",
                "truncate audit.record",
                "drop table audit.record",
                "update issuance.intent set issuer = 'x'",
                "delete from issuance.intent",
                "truncate issuance.intent",
                "update issuance.outcome set answer = null",
                "delete from issuance.outcome",
                "delete from issuance.outcome_7",
                "update issuance.period set dropped = true",
                "select issuance.drop_expired('infinity')",
                "select * from kernel.migration",
                "create table public.t (a int)",
                "create temporary table t (a int)",
                "copy (select 1) to program 'true'",
            })
    void runtimeRoleCannotChangeWhatWasIssuedOrAudited(String statement) {
        database.inTransaction("opening a period", connection -> {
            try (Statement open = connection.createStatement()) {
                return open.execute("select issuance.open_period(7, 'infinity')");
            }
        });
        DatabaseFault fault = assertThrows(
                DatabaseFault.class,
                () -> database.inTransaction("trying", connection -> {
                    try (Statement sql = connection.createStatement()) {
                        return sql.execute(statement);
                    }
                }));
        assertTrue(
                List.of(INSUFFICIENT_PRIVILEGE).contains(fault.sqlState()),
                () -> statement + " gave " + fault.sqlState());
    }

    @Test
    void authorityMigrationsRunInTheirOwnSchemaAndGrantTheRuntimeRole() {
        int rows = database.inTransaction("writing", connection -> {
            try (Statement sql = connection.createStatement()) {
                return sql.executeUpdate("insert into own.device (name) values ('a'), ('b')");
            }
        });
        assertEquals(2, rows);
    }

    @Test
    void rolesOfOneAuthorityCannotEnterTheDatabaseOfAnother() {
        DatabaseAccess other = TestPostgres.newDatabase();
        for (RoleLogin login : List.of(other.owner(), other.runtime())) {
            SQLException refused = assertThrows(
                    SQLException.class,
                    () -> DriverManager.getConnection(access.jdbcUrl(), login.role(), login.password()));
            assertEquals(INSUFFICIENT_PRIVILEGE, refused.getSQLState());
        }
        for (String common : List.of("postgres", "template1")) {
            String url = access.jdbcUrl().replaceFirst("/[^/]*$", "/" + common);
            assertThrows(
                    SQLException.class,
                    () -> DriverManager.getConnection(
                            url, access.runtime().role(), access.runtime().password()));
        }
    }

    @Test
    void serverAsksForThePassword() {
        assertThrows(
                SQLException.class,
                () -> DriverManager.getConnection(
                        access.jdbcUrl(), access.owner().role(), "wrong"));
    }

    @Test
    void embeddedServerIsDurableAndHeardOnLoopbackOnly() {
        assertEquals("on", setting("fsync"));
        assertEquals("on", setting("synchronous_commit"));
        assertEquals("on", setting("full_page_writes"));
        assertEquals("127.0.0.1", setting("listen_addresses"));
    }

    @Test
    void databaseThatForgetsConfirmedCommitsIsRefused() throws SQLException {
        DatabaseAccess forgetful = TestPostgres.newDatabase();
        asOwner(forgetful, "alter database " + name(forgetful) + " set synchronous_commit = off");
        assertTrue(refusal(forgetful).contains("synchronous_commit"));
    }

    @Test
    void runtimeRoleThatMayDeleteAuditRecordsIsRefused() throws SQLException {
        DatabaseAccess powerful = TestPostgres.newDatabase();
        AuthorityDatabase.open(powerful, "own", List.of(), 2).close();
        asOwner(
                powerful,
                "grant delete on audit.record to " + powerful.runtime().role());
        assertTrue(refusal(powerful).contains("audit.record"));
    }

    @Test
    void failedWorkLeavesNothing() {
        assertThrows(
                IllegalStateException.class,
                () -> database.inTransaction("failing", connection -> {
                    try (Statement sql = connection.createStatement()) {
                        sql.executeUpdate("insert into own.device (name) values ('lost')");
                    }
                    throw new IllegalStateException("after the write");
                }));
        boolean found = database.inTransaction("reading", connection -> {
            try (Statement sql = connection.createStatement();
                    var rows = sql.executeQuery("select name from own.device where name = 'lost'")) {
                return rows.next();
            }
        });
        assertFalse(found);
    }

    @Test
    void faultDoesNotRepeatValues() {
        DatabaseFault fault = assertThrows(
                DatabaseFault.class,
                () -> database.inTransaction("writing twice", connection -> {
                    try (Statement sql = connection.createStatement()) {
                        return sql.executeUpdate(
                                "insert into own.device (name) values ('canary-4711'), ('canary-4711')");
                    }
                }));
        assertEquals("23505", fault.sqlState());
        for (Throwable at = fault; at != null; at = at.getCause()) {
            assertFalse(String.valueOf(at.getMessage()).contains("canary"), at.getMessage());
        }
    }

    @Test
    void loginDoesNotPrintItsPassword() {
        assertFalse(access.toString().contains(access.owner().password()));
        assertFalse(access.toString().contains(access.runtime().password()));
    }

    private static String refusal(DatabaseAccess access) {
        return String.valueOf(
                assertThrows(IllegalStateException.class, () -> AuthorityDatabase.open(access, "own", List.of(), 2))
                        .getMessage());
    }

    private static String setting(String name) {
        return database.inTransaction("reading a setting", connection -> {
            try (Statement sql = connection.createStatement();
                    var rows = sql.executeQuery("show " + name)) {
                rows.next();
                return rows.getString(1);
            }
        });
    }

    private static String name(DatabaseAccess access) {
        return access.jdbcUrl().substring(access.jdbcUrl().lastIndexOf('/') + 1);
    }

    private static void asOwner(DatabaseAccess access, String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        access.jdbcUrl(), access.owner().role(), access.owner().password());
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
