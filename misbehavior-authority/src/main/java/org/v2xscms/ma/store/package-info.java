/** Statements over plain JDBC, in transactions that also append to the audit chain. */
@NullMarked
package org.v2xscms.ma.store;

import org.jspecify.annotations.NullMarked;
