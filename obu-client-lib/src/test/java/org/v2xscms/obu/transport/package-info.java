@NullMarked
package org.v2xscms.obu.transport;

import org.jspecify.annotations.NullMarked;
