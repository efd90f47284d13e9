/** What the RA asks for, judged before anything is stored. */
@NullMarked
package org.v2xscms.pca.request;

import org.jspecify.annotations.NullMarked;
