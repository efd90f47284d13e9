/**
 * What every authority shares: its database and roles, the write-ahead intents of issuance, replay protection, the
 * audit chain, the HTTP rim, time, and named crash points. Nothing here knows a message type or another authority.
 */
@NullMarked
package org.v2xscms.kernel;

import org.jspecify.annotations.NullMarked;
