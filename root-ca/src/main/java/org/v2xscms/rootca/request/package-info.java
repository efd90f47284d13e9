/** How an authority asks for its certificate and proves that it has the key. */
@NullMarked
package org.v2xscms.rootca.request;

import org.jspecify.annotations.NullMarked;
