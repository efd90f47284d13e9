package org.v2xscms.kernel.database;

import java.sql.Connection;
import java.sql.SQLException;

/** Something done over a connection whose transaction somebody else begins and ends. */
@FunctionalInterface
public interface DatabaseWork<T> {

    T with(Connection connection) throws SQLException;
}
