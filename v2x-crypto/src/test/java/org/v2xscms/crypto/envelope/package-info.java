@NullMarked
package org.v2xscms.crypto.envelope;

import org.jspecify.annotations.NullMarked;
