@NullMarked
package org.v2xscms.ma.crl;

import org.jspecify.annotations.NullMarked;
