@NullMarked
package org.v2xscms.crypto.revocation;

import org.jspecify.annotations.NullMarked;
