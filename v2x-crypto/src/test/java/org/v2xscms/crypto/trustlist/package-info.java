@NullMarked
package org.v2xscms.crypto.trustlist;

import org.jspecify.annotations.NullMarked;
