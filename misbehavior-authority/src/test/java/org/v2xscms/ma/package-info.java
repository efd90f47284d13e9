@NullMarked
package org.v2xscms.ma;

import org.jspecify.annotations.NullMarked;
