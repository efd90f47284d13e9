/** A certificate from plan to answer: what is stored before signing, how it is signed, packed and checked. */
@NullMarked
package org.v2xscms.pca.certificate;

import org.jspecify.annotations.NullMarked;
