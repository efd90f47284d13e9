@NullMarked
package org.v2xscms.codec.misbehaviour;

import org.jspecify.annotations.NullMarked;
