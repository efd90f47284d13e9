package org.v2xscms.kernel.authority;

/**
 * The authority's own tables.
 *
 * @param schema the schema of its tables and of their history
 * @param migrations where its Flyway scripts are, {@code classpath:...}
 */
public record AuthoritySchema(String schema, String migrations) {}
