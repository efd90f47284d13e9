@NullMarked
package org.v2xscms.ma.resolution;

import org.jspecify.annotations.NullMarked;
