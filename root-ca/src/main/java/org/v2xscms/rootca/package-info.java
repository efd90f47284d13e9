/** The offline authority: root, intermediate CA, electors, and the public files everybody trusts because of them. */
@NullMarked
package org.v2xscms.rootca;

import org.jspecify.annotations.NullMarked;
