@NullMarked
package org.v2xscms.obu.signature;

import org.jspecify.annotations.NullMarked;
