@NullMarked
package org.v2xscms.crypto.message;

import org.jspecify.annotations.NullMarked;
