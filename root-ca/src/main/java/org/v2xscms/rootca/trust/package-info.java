/** The certificate trust list with its electors, and the files made from it. */
@NullMarked
package org.v2xscms.rootca.trust;

import org.jspecify.annotations.NullMarked;
