/**
 * Each authority's own PostgreSQL database, with an owner role for migrations and a runtime role that cannot change
 * what was issued or audited. The server is embedded unless the configuration names another one.
 */
@NullMarked
package org.v2xscms.kernel.database;

import org.jspecify.annotations.NullMarked;
