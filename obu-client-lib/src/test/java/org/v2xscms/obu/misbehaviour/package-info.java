@NullMarked
package org.v2xscms.obu.misbehaviour;

import org.jspecify.annotations.NullMarked;
