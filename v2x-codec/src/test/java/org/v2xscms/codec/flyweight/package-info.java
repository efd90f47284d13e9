@NullMarked
package org.v2xscms.codec.flyweight;

import org.jspecify.annotations.NullMarked;
