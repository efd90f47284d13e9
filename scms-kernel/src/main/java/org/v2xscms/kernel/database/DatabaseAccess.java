package org.v2xscms.kernel.database;

/**
 * Where one authority's database is and how to enter it.
 *
 * @param jdbcUrl a {@code jdbc:postgresql:} URL without credentials
 * @param owner owns the schemas and runs migrations and retention; used only while it does so
 * @param runtime does everything else
 */
public record DatabaseAccess(String jdbcUrl, RoleLogin owner, RoleLogin runtime) {}
