@NullMarked
package org.v2xscms.ma.intake;

import org.jspecify.annotations.NullMarked;
