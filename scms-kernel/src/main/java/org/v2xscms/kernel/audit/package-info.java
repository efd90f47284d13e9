/**
 * The record of what an authority did: a hash chain in its own database schema, with signed checkpoints in a file
 * outside the database. No audit record, no action.
 *
 * <p>Records obey who may know what: they count and name rules, keys and operators, never a device, a linkage value
 * or a certificate's content of somebody else's domain.
 */
@NullMarked
package org.v2xscms.kernel.audit;

import org.jspecify.annotations.NullMarked;
