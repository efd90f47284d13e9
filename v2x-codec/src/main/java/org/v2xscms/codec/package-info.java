/** What all modules share. The codecs are in the packages below. */
@NullMarked
package org.v2xscms.codec;

import org.jspecify.annotations.NullMarked;
