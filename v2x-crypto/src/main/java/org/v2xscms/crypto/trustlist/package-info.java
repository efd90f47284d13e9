/** Trust lists signed by electors: which list follows which, and what a list makes trusted. */
@NullMarked
package org.v2xscms.crypto.trustlist;

import org.jspecify.annotations.NullMarked;
