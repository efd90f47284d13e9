package org.v2xscms.kernel.intent;

import org.v2xscms.codec.oer.Octets;

/** The primary key of an intent and of its outcome. */
record IntentKey(int period, Octets requestId) {}
