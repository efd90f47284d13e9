@NullMarked
package org.v2xscms.application.bsm;

import org.jspecify.annotations.NullMarked;
