@NullMarked
package org.v2xscms.ma.operator;

import org.jspecify.annotations.NullMarked;
